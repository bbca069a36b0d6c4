package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.internal.http.CodeMeanings;
import java.net.URI;

/** What the provider's codes and texts mean, for the tests of what generic code makes of them. */
public final class InvoiceXpressMeanings {

  private InvoiceXpressMeanings() {}

  /** As a client of the provider has them. */
  public static CodeMeanings meanings() {
    return new InvoiceXpressProfile(URI.create("https://acme.example"), "key", null);
  }
}
