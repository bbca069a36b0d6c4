/** Input that nobody expects, at every place where the SDK reads or writes a text. */
@NullMarked
package io.github.invoicingsdk.hostile;

import org.jspecify.annotations.NullMarked;
