/** The report and the limits that it is held against. */
@NullMarked
package io.github.invoicingsdk.benchmarks.report;

import org.jspecify.annotations.NullMarked;
