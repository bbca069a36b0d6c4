package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import io.github.invoicingsdk.sandbox.Documents.ListPages;
import java.time.Clock;
import java.util.function.BooleanSupplier;

/** Holds every setting of how unkindly documents are treated. Guarded by the account's lock. */
final class DocumentSettings {
  private final FinalConsumer consumer;
  private final ExemptionCodes exemptions = new ExemptionCodes();
  private final DocumentResponses responses = new DocumentResponses();
  private final DocumentPages pages = new DocumentPages();
  private final ListLag listLag;

  DocumentSettings(BooleanSupplier portugueseAccount, Clock clock) {
    this.consumer = new FinalConsumer(portugueseAccount);
    this.listLag = new ListLag(clock);
  }

  /** Back to the kind behavior. */
  void reset() {
    consumer.replaceEveryone(false);
    exemptions.clear();
    responses.reset();
    pages.mode(ListPages.STEADY);
    listLag.reset();
  }

  FinalConsumer consumer() {
    return consumer;
  }

  ExemptionCodes exemptions() {
    return exemptions;
  }

  DocumentResponses responses() {
    return responses;
  }

  DocumentPages pages() {
    return pages;
  }

  ListLag listLag() {
    return listLag;
  }
}
