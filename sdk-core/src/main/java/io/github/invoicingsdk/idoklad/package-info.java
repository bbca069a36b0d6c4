/**
 * The client for iDoklad (Czechia and Slovakia), and the types that only its API needs, such as the
 * format of document numbers.
 */
@NullMarked
package io.github.invoicingsdk.idoklad;

import org.jspecify.annotations.NullMarked;
