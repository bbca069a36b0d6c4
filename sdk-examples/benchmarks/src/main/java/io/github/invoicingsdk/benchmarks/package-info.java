/** What a call costs, compared with other ways to make it: the benchmarks and their report. */
@NullMarked
package io.github.invoicingsdk.benchmarks;

import org.jspecify.annotations.NullMarked;
