/** Tests of the InvoiceXpress client and its types. */
@NullMarked
package io.github.invoicingsdk.invoicexpress;

import org.jspecify.annotations.NullMarked;
