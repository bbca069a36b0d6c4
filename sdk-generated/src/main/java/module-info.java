/**
 * Feign interfaces and models of InvoiceXpress and iDoklad, generated from hand-written specs, and
 * the vocabulary they are written in.
 */
// The core module is built after this one, so javac cannot know it yet.
@SuppressWarnings("module")
module io.github.invoicingsdk.generated {
  requires transitive com.google.gson;
  requires transitive feign.core;
  requires transitive org.jspecify;

  exports io.github.invoicingsdk.idoklad.api;
  exports io.github.invoicingsdk.idoklad.model;
  exports io.github.invoicingsdk.idoklad.query;
  exports io.github.invoicingsdk.idokladv2.api;
  exports io.github.invoicingsdk.idokladv2.model;
  exports io.github.invoicingsdk.invoicexpress.api;
  exports io.github.invoicingsdk.invoicexpress.model;
  exports io.github.invoicingsdk.model;
  exports io.github.invoicingsdk.result;
  exports io.github.invoicingsdk.vocabulary;
  exports io.github.invoicingsdk.internal.model to
      io.github.invoicingsdk.core;
}
