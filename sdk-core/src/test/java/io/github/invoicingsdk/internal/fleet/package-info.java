/** Tests of what machines share. */
@NullMarked
package io.github.invoicingsdk.internal.fleet;

import org.jspecify.annotations.NullMarked;
