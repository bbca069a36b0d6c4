/** Putting a client together out of its settings, its pipeline and its engine. */
@NullMarked
package io.github.invoicingsdk.internal.client;

import org.jspecify.annotations.NullMarked;
