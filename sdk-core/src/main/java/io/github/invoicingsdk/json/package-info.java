/** Models as parts of a program's own JSON, for the libraries that the program brings. */
@NullMarked
package io.github.invoicingsdk.json;

import org.jspecify.annotations.NullMarked;
