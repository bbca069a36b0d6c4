package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import java.util.function.BooleanSupplier;

/** How unkindly an account treats documents. Guarded by the account's lock. */
final class DocumentSettings {
  private final FinalConsumer consumer;
  private final ExemptionCodes exemptions = new ExemptionCodes();
  private final DocumentResponses responses = new DocumentResponses();

  DocumentSettings(BooleanSupplier portugueseAccount) {
    this.consumer = new FinalConsumer(portugueseAccount);
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
}
