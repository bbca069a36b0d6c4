/** What the SDK needs of the libraries that it finds in a program. */
@NullMarked
package io.github.invoicingsdk.internal.library;

import org.jspecify.annotations.NullMarked;
