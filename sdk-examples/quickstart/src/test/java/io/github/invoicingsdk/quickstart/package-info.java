/** Tests of the quickstart, and of what the README says. */
@NullMarked
package io.github.invoicingsdk.quickstart;

import org.jspecify.annotations.NullMarked;
