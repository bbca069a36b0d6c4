/** What the sandbox promises, checked over HTTP. */
@NullMarked
package io.github.invoicingsdk.sandbox;

import org.jspecify.annotations.NullMarked;
