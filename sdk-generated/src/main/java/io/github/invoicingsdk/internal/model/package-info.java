/** What the generated models are made of: JSON adapters, argument checks, unknown properties. */
@NullMarked
package io.github.invoicingsdk.internal.model;

import org.jspecify.annotations.NullMarked;
