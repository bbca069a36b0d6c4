/** What the models of all providers have in common. */
@NullMarked
package io.github.invoicingsdk.model;

import org.jspecify.annotations.NullMarked;
