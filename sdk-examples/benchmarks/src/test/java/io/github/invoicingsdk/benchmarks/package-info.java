/** Tests of the benchmarks: what is compared must be the same work. */
@NullMarked
package io.github.invoicingsdk.benchmarks;

import org.jspecify.annotations.NullMarked;
