/**
 * InvoiceXpress and iDoklad as one embedded, stateful server on a loopback port, for tests.
 *
 * <p>{@link io.github.invoicingsdk.sandbox.Sandbox} is the place to start.
 */
module io.github.invoicingsdk.sandbox {
  requires com.google.gson;
  requires jdk.httpserver;
  requires static transitive org.jspecify;

  exports io.github.invoicingsdk.sandbox;
}
