/** What cannot be seen over HTTP in reasonable time. */
@NullMarked
package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import org.jspecify.annotations.NullMarked;
