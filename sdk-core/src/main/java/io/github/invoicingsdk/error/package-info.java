/**
 * What can go wrong, sorted by what the caller can do about it.
 *
 * @serial exclude
 */
@NullMarked
package io.github.invoicingsdk.error;

import org.jspecify.annotations.NullMarked;
