/** InvoiceXpress and iDoklad as an embedded server: start it, look at it, break it on purpose. */
@NullMarked
package io.github.invoicingsdk.sandbox;

import org.jspecify.annotations.NullMarked;
