/** Tests of the examples. */
@NullMarked
package io.github.invoicingsdk.quickstart.examples;

import org.jspecify.annotations.NullMarked;
