/** Clients for InvoiceXpress and iDoklad. */
// Bucket4j is an automatic module, and the only one: its name is fixed in its manifest.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.github.invoicingsdk.core {
  requires transitive io.github.invoicingsdk.generated;
  requires transitive io.github.bucket4j.core;
  requires transitive java.net.http;

  exports io.github.invoicingsdk;
  exports io.github.invoicingsdk.error;
  exports io.github.invoicingsdk.idoklad;
  exports io.github.invoicingsdk.invoicexpress;
  exports io.github.invoicingsdk.observation;
}
