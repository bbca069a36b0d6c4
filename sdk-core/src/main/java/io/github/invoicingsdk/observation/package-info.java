/**
 * What partners can see of the calls: one listener, told of every call, every request and every
 * repetition.
 */
@NullMarked
package io.github.invoicingsdk.observation;

import org.jspecify.annotations.NullMarked;
