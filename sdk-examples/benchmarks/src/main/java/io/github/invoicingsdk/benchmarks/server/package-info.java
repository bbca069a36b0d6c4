/** The server that every benchmark calls. */
@NullMarked
package io.github.invoicingsdk.benchmarks.server;

import org.jspecify.annotations.NullMarked;
