/**
 * The words that the generated interfaces and models are written in: annotations that carry what a
 * spec says about an operation, and what turns arguments into requests.
 */
@NullMarked
package io.github.invoicingsdk.vocabulary;

import org.jspecify.annotations.NullMarked;
