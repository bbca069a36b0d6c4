/**
 * A first program with the SDK: it reads document-number sequences from the real services, or shows
 * reading and writing against the embedded sandbox.
 */
@NullMarked
package io.github.invoicingsdk.quickstart;

import org.jspecify.annotations.NullMarked;
