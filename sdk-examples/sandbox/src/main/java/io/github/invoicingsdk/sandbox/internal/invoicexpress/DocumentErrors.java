package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.internal.http.RefusedException;

/** The refusals of the operations on documents. */
final class DocumentErrors {
  /** Of a series' id that belongs to another type, as the live API says it. */
  static final String OTHER_TYPE = "A série não corresponde ao tipo de documento";

  private DocumentErrors() {}

  static RefusedException refuse(String message) {
    return new RefusedException(ErrorResponses.single(422, message));
  }

  static RefusedException cannotHandle(String state, DocumentKind kind) {
    return refuse("CantHandle: " + state + " for " + kind.className());
  }

  /** The 404 of operations whose documents give it a body. */
  static RefusedException notFound() {
    return new RefusedException(ErrorResponses.single(404, "Document not found"));
  }

  /** The 404 of operations whose documents give it none. */
  static RefusedException notFoundWithoutBody() {
    return new RefusedException(InvoiceXpressDialect.empty(404));
  }

  /** A payment's refusal: a member and what is wrong with it, without a member for errors. */
  static RefusedException payment(String member, String message) {
    CannedResponse response = ErrorResponses.flat(422, member, message);
    return new RefusedException(response);
  }
}
