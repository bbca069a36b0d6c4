/** The client that a partner would write without any SDK. */
@NullMarked
package io.github.invoicingsdk.benchmarks.handwritten;

import org.jspecify.annotations.NullMarked;
