package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.invoicexpress.api.InvoiceXpressAsyncResources;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.EstimateDraft;
import io.github.invoicingsdk.invoicexpress.model.GuideDraft;
import io.github.invoicingsdk.invoicexpress.model.InvoiceDraft;
import io.github.invoicingsdk.invoicexpress.model.StateChange;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * The operations by which documents of one type are issued, whichever interface they stand in.
 *
 * @param <B> what is sent to create a document
 * @param create creates a draft
 * @param get reads a document by its id
 * @param update changes a draft
 * @param changeState changes the state of a document
 */
record DocumentCalls<B>(
    Function<B, CompletableFuture<Document>> create,
    LongFunction<CompletableFuture<Document>> get,
    WithId<B, Optional<Document>> update,
    WithId<StateChange, Document> changeState) {

  /** Sends something about a document. */
  @FunctionalInterface
  interface WithId<S, R> {
    CompletableFuture<R> apply(long id, S sent);
  }

  static DocumentCalls<InvoiceDraft> ofInvoices(
      InvoiceXpressAsyncResources client, DocumentType type) {
    return switch (type.known()) {
      case INVOICE -> {
        var api = client.invoices();
        yield new DocumentCalls<>(api::create, api::get, api::update, api::changeState);
      }
      case INVOICE_RECEIPT -> {
        var api = client.invoiceReceipts();
        yield new DocumentCalls<>(api::create, api::get, api::update, api::changeState);
      }
      case SIMPLIFIED_INVOICE -> {
        var api = client.simplifiedInvoices();
        yield new DocumentCalls<>(api::create, api::get, api::update, api::changeState);
      }
      case CREDIT_NOTE -> {
        var api = client.creditNotes();
        yield new DocumentCalls<>(api::create, api::get, api::update, api::changeState);
      }
      case DEBIT_NOTE -> {
        var api = client.debitNotes();
        yield new DocumentCalls<>(api::create, api::get, api::update, api::changeState);
      }
      default -> throw notOf("an invoice draft", type);
    };
  }

  static DocumentCalls<EstimateDraft> ofEstimates(
      InvoiceXpressAsyncResources client, DocumentType type) {
    return switch (type.known()) {
      case QUOTE -> {
        var api = client.quotes();
        yield new DocumentCalls<>(api::create, api::get, api::update, api::changeState);
      }
      case PROFORMA -> {
        var api = client.proformas();
        yield new DocumentCalls<>(api::create, api::get, api::update, api::changeState);
      }
      case FEES_NOTE -> {
        var api = client.feesNotes();
        yield new DocumentCalls<>(api::create, api::get, api::update, api::changeState);
      }
      default -> throw notOf("an estimate draft", type);
    };
  }

  static DocumentCalls<GuideDraft> ofGuides(InvoiceXpressAsyncResources client, DocumentType type) {
    return switch (type.known()) {
      case SHIPPING -> {
        var api = client.shippings();
        yield new DocumentCalls<>(api::create, api::get, api::update, api::changeState);
      }
      case TRANSPORT -> {
        var api = client.transports();
        yield new DocumentCalls<>(api::create, api::get, api::update, api::changeState);
      }
      case DEVOLUTION -> {
        var api = client.devolutions();
        yield new DocumentCalls<>(api::create, api::get, api::update, api::changeState);
      }
      default -> throw notOf("a guide draft", type);
    };
  }

  private static IllegalArgumentException notOf(String draft, DocumentType type) {
    return new IllegalArgumentException(
        "type is " + type + ", of which " + draft + " cannot be made; give a type that fits it");
  }
}
