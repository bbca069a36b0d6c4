/**
 * What operations return that is more than one value: lists in pages, and results that take time.
 */
@NullMarked
package io.github.invoicingsdk.result;

import org.jspecify.annotations.NullMarked;
