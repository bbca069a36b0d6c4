/** The house rules of the specs, as code. */
@NullMarked
package io.github.invoicingsdk.spec.rules;

import org.jspecify.annotations.NullMarked;
