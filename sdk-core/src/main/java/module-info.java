/** Clients for InvoiceXpress and iDoklad. */
// Automatic modules whose names are fixed in their manifests; all but Bucket4j are optional.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.github.invoicingsdk.core {
  requires transitive io.github.invoicingsdk.generated;
  requires transitive io.github.bucket4j.core;
  requires transitive java.net.http;
  requires static com.fasterxml.jackson.core;
  requires static com.fasterxml.jackson.databind;
  requires static io.opentelemetry.api;
  requires static io.opentelemetry.context;
  requires static micrometer.core;
  requires static io.github.bucket4j.lettuce;
  requires static java.sql;
  requires static lettuce.core;
  requires static okhttp3;
  requires static okio;
  requires static org.apache.httpcomponents.client5.httpclient5;
  requires static org.apache.httpcomponents.core5.httpcore5;
  requires static org.slf4j;
  requires static tools.jackson.core;
  requires static tools.jackson.databind;

  exports io.github.invoicingsdk;
  exports io.github.invoicingsdk.error;
  exports io.github.invoicingsdk.fleet;
  exports io.github.invoicingsdk.idoklad;
  exports io.github.invoicingsdk.invoicexpress;
  exports io.github.invoicingsdk.issuing;
  exports io.github.invoicingsdk.json;
  exports io.github.invoicingsdk.observation;
}
