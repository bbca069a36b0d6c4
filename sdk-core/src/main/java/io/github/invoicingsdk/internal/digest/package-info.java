/** Short names for texts of any length. */
@NullMarked
package io.github.invoicingsdk.internal.digest;

import org.jspecify.annotations.NullMarked;
