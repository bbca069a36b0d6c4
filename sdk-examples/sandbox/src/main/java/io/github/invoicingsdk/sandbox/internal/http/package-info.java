/** Routing, JSON and limits, shared by the simulated providers. */
@NullMarked
package io.github.invoicingsdk.sandbox.internal.http;

import org.jspecify.annotations.NullMarked;
