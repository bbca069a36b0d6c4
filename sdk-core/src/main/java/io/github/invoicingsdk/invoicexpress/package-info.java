/**
 * The client for InvoiceXpress (Portugal), and the types that only its API needs, such as
 * validation codes and the ATCUD of a document.
 */
@NullMarked
package io.github.invoicingsdk.invoicexpress;

import org.jspecify.annotations.NullMarked;
