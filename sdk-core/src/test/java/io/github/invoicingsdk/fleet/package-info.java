/** Tests of what machines share. */
@NullMarked
package io.github.invoicingsdk.fleet;

import org.jspecify.annotations.NullMarked;
