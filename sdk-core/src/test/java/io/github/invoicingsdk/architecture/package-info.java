/** Rules for the published modules as a whole: what depends on what, and what is never called. */
@NullMarked
package io.github.invoicingsdk.architecture;

import org.jspecify.annotations.NullMarked;
