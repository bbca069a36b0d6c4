package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import java.time.Clock;
import java.util.function.BooleanSupplier;

/** How unkindly an account treats documents. Guarded by the account's lock. */
final class DocumentSettings {
  private final FinalConsumer consumer;
  private final ExemptionCodes exemptions = new ExemptionCodes();
  private final DocumentResponses responses = new DocumentResponses();
  private final ListLag listLag;

  DocumentSettings(BooleanSupplier portugueseAccount, Clock clock) {
    this.consumer = new FinalConsumer(portugueseAccount);
    this.listLag = new ListLag(clock);
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

  ListLag listLag() {
    return listLag;
  }
}
