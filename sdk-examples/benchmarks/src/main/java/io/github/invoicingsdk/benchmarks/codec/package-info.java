/** The ways to read and write JSON that are compared. */
@NullMarked
package io.github.invoicingsdk.benchmarks.codec;

import org.jspecify.annotations.NullMarked;
