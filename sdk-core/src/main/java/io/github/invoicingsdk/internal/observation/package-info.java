/** Tells listeners of calls. */
@NullMarked
package io.github.invoicingsdk.internal.observation;

import org.jspecify.annotations.NullMarked;
