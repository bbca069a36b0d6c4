/** Tests of what listeners are told. */
@NullMarked
package io.github.invoicingsdk.observation;

import org.jspecify.annotations.NullMarked;
