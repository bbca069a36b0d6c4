package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonObject;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.internal.http.Request;
import io.github.invoicingsdk.sandbox.internal.http.Router;

/** The operations on payments and their receipts. */
final class PaymentsResource {
  private final DocumentBook book;
  private final Payments payments;
  private final DocumentResponses responses;

  PaymentsResource(DocumentBook book, Payments payments, DocumentResponses responses) {
    this.book = book;
    this.payments = payments;
    this.responses = responses;
  }

  void addTo(Router router) {
    router
        .add("POST", "/documents/{id}/partial_payments.json", this::pay)
        .add("PUT", "/receipts/{id}/change-state.json", this::changeState);
  }

  private CannedResponse pay(Request request) {
    Document document = book.find(request.pathId("id"));
    if (document == null) {
      throw DocumentErrors.notFoundWithoutBody();
    }
    JsonObject payment = Fields.rootOrEmpty(request, "partial_payment");
    return responses.written(200, null, payments.pay(document, payment));
  }

  private CannedResponse changeState(Request request) {
    Document receipt = book.find(DocumentKind.RECEIPT, request.pathId("id"));
    if (receipt == null) {
      throw DocumentErrors.notFound();
    }
    JsonObject root = Fields.rootOrEmpty(request, "receipt");
    String state = Fields.text(root, "state");
    if (!"canceled".equals(state) || receipt.status() != DocumentStatus.FINAL) {
      throw DocumentErrors.cannotHandle(state == null ? "" : state, DocumentKind.RECEIPT);
    }
    if (Fields.text(root, "message") == null) {
      throw DocumentErrors.refuse("Message can't be blank");
    }
    Document before = receipt.asItIs();
    payments.cancel(receipt);
    return responses.written(200, before, receipt);
  }
}
