/** Tests of the auto-configuration. */
@NullMarked
package io.github.invoicingsdk.springboot;

import org.jspecify.annotations.NullMarked;
