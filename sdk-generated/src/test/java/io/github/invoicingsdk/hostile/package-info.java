/** What values that nobody expects become in an address. */
@NullMarked
package io.github.invoicingsdk.hostile;

import org.jspecify.annotations.NullMarked;
