/** The clients that are compared, behind one interface. */
@NullMarked
package io.github.invoicingsdk.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
