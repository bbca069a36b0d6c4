/** Tests of what makes bodies fit to be shown. */
@NullMarked
package io.github.invoicingsdk.internal.observation;

import org.jspecify.annotations.NullMarked;
