/** Holds a bundle for Maven Central against what Maven Central asks for. */
@NullMarked
package io.github.invoicingsdk.bundle;

import org.jspecify.annotations.NullMarked;
