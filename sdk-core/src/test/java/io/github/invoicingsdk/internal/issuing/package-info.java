/** Tests of the engine that issues documents. */
@NullMarked
package io.github.invoicingsdk.internal.issuing;

import org.jspecify.annotations.NullMarked;
