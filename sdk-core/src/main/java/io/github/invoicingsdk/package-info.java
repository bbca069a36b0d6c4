/**
 * What the clients of all providers have in common. The clients themselves are {@link
 * io.github.invoicingsdk.invoicexpress.InvoiceXpressClient}, {@link
 * io.github.invoicingsdk.idoklad.IdokladClient} and {@link
 * io.github.invoicingsdk.idoklad.IdokladV2Client}.
 */
@NullMarked
package io.github.invoicingsdk;

import org.jspecify.annotations.NullMarked;
