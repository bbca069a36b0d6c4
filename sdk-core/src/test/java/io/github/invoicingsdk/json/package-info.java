/** Tests of models as parts of a program's own JSON. */
@NullMarked
package io.github.invoicingsdk.json;

import org.jspecify.annotations.NullMarked;
