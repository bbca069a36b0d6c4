/**
 * Feign interfaces and models of InvoiceXpress and iDoklad, generated from hand-written specs, and
 * the vocabulary they are written in.
 */
module io.github.invoicingsdk.generated {
  requires transitive com.google.gson;
  requires transitive feign.core;
  requires static transitive org.jspecify;

  exports io.github.invoicingsdk.vocabulary;
}
