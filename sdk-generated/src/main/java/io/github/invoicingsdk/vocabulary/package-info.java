/**
 * The words that the generated interfaces and models are written in: annotations that carry what a
 * spec says about an operation, and the types that operations return.
 */
@NullMarked
package io.github.invoicingsdk.vocabulary;

import org.jspecify.annotations.NullMarked;
