package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.invoicexpress.api.InvoiceXpressResources;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.EstimateDraft;
import io.github.invoicingsdk.invoicexpress.model.EstimateQuery;
import io.github.invoicingsdk.invoicexpress.model.GuideDraft;
import io.github.invoicingsdk.invoicexpress.model.GuideQuery;
import io.github.invoicingsdk.invoicexpress.model.InvoiceDraft;
import io.github.invoicingsdk.invoicexpress.model.InvoiceQuery;
import io.github.invoicingsdk.invoicexpress.model.StateChange;
import io.github.invoicingsdk.vocabulary.Paged;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * The operations by which documents of one type are issued, whichever interface they stand in.
 *
 * @param <D> what is sent to create a document
 * @param create creates a draft
 * @param get reads a document by its id
 * @param changeState changes the state of a document
 * @param lookFor lists documents of the type in which a reference may occur
 */
record DocumentOperations<D>(
    Function<D, Document> create,
    LongFunction<Document> get,
    ChangeState changeState,
    Function<String, Paged<Document>> lookFor) {

  /** Changes the state of a document. */
  @FunctionalInterface
  interface ChangeState {
    Document apply(long id, StateChange change);
  }

  static DocumentOperations<InvoiceDraft> ofInvoices(
      InvoiceXpressResources client, DocumentType type) {
    Function<String, Paged<Document>> lookFor =
        reference ->
            client
                .documents()
                .listInvoices(
                    InvoiceQuery.builder()
                        .types(List.of(type))
                        .nonArchived(true)
                        .archived(true)
                        .reference(reference)
                        .build());
    return switch (type.known()) {
      case INVOICE -> {
        var api = client.invoices();
        yield new DocumentOperations<>(api::create, api::get, api::changeState, lookFor);
      }
      case INVOICE_RECEIPT -> {
        var api = client.invoiceReceipts();
        yield new DocumentOperations<>(api::create, api::get, api::changeState, lookFor);
      }
      case SIMPLIFIED_INVOICE -> {
        var api = client.simplifiedInvoices();
        yield new DocumentOperations<>(api::create, api::get, api::changeState, lookFor);
      }
      case CREDIT_NOTE -> {
        var api = client.creditNotes();
        yield new DocumentOperations<>(api::create, api::get, api::changeState, lookFor);
      }
      case DEBIT_NOTE -> {
        var api = client.debitNotes();
        yield new DocumentOperations<>(api::create, api::get, api::changeState, lookFor);
      }
      default -> throw notOf("an invoice draft", type);
    };
  }

  static DocumentOperations<EstimateDraft> ofEstimates(
      InvoiceXpressResources client, DocumentType type) {
    Function<String, Paged<Document>> lookFor =
        reference ->
            client
                .documents()
                .listEstimates(
                    EstimateQuery.builder()
                        .types(List.of(type))
                        .nonArchived(true)
                        .archived(true)
                        .text(reference)
                        .build());
    return switch (type.known()) {
      case QUOTE -> {
        var api = client.quotes();
        yield new DocumentOperations<>(api::create, api::get, api::changeState, lookFor);
      }
      case PROFORMA -> {
        var api = client.proformas();
        yield new DocumentOperations<>(api::create, api::get, api::changeState, lookFor);
      }
      case FEES_NOTE -> {
        var api = client.feesNotes();
        yield new DocumentOperations<>(api::create, api::get, api::changeState, lookFor);
      }
      default -> throw notOf("an estimate draft", type);
    };
  }

  static DocumentOperations<GuideDraft> ofGuides(InvoiceXpressResources client, DocumentType type) {
    Function<String, Paged<Document>> lookFor =
        reference ->
            client
                .documents()
                .listGuides(
                    GuideQuery.builder()
                        .types(List.of(type))
                        .nonArchived(true)
                        .archived(true)
                        .text(reference)
                        .build());
    return switch (type.known()) {
      case SHIPPING -> {
        var api = client.shippings();
        yield new DocumentOperations<>(api::create, api::get, api::changeState, lookFor);
      }
      case TRANSPORT -> {
        var api = client.transports();
        yield new DocumentOperations<>(api::create, api::get, api::changeState, lookFor);
      }
      case DEVOLUTION -> {
        var api = client.devolutions();
        yield new DocumentOperations<>(api::create, api::get, api::changeState, lookFor);
      }
      default -> throw notOf("a guide draft", type);
    };
  }

  private static IllegalArgumentException notOf(String draft, DocumentType type) {
    return new IllegalArgumentException(
        "type is " + type + ", of which " + draft + " cannot be made; give a type that fits it");
  }
}
