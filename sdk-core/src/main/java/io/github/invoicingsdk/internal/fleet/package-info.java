/** Uses what is shared while it is there, and does without it while it is away. */
@NullMarked
package io.github.invoicingsdk.internal.fleet;

import org.jspecify.annotations.NullMarked;
