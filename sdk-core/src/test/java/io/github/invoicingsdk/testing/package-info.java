/** Fixtures shared by the tests of several packages. */
@NullMarked
package io.github.invoicingsdk.testing;

import org.jspecify.annotations.NullMarked;
