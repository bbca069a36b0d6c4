/** The engine that issues documents at most once, for every provider. */
@NullMarked
package io.github.invoicingsdk.internal.issuing;

import org.jspecify.annotations.NullMarked;
