/** Tests of the templates, on the code that they make of a made-up spec. */
@NullMarked
package io.github.invoicingsdk.sample;

import org.jspecify.annotations.NullMarked;
