/** Tests of the spec reader. */
@NullMarked
package io.github.invoicingsdk.spec;

import org.jspecify.annotations.NullMarked;
