/** Tests of issuing documents at most once. */
@NullMarked
package io.github.invoicingsdk.issuing;

import org.jspecify.annotations.NullMarked;
