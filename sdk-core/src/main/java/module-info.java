/** Clients for InvoiceXpress and iDoklad. */
module io.github.invoicingsdk.core {
  requires transitive io.github.invoicingsdk.generated;
  requires transitive java.net.http;

  exports io.github.invoicingsdk;
  exports io.github.invoicingsdk.error;
  exports io.github.invoicingsdk.idoklad;
  exports io.github.invoicingsdk.invoicexpress;
}
