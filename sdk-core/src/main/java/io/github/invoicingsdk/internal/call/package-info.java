/** From a method call on a generated interface to a decoded response. */
@NullMarked
package io.github.invoicingsdk.internal.call;

import org.jspecify.annotations.NullMarked;
