/** Tests of the house rules: every rule finds what breaks it. */
@NullMarked
package io.github.invoicingsdk.spec.rules;

import org.jspecify.annotations.NullMarked;
