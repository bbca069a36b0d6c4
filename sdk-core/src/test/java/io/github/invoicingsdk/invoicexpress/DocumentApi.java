package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.invoicexpress.api.InvoiceXpressResources;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentAction;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.EmailMessage;
import io.github.invoicingsdk.invoicexpress.model.EstimateDraft;
import io.github.invoicingsdk.invoicexpress.model.GuideDraft;
import io.github.invoicingsdk.invoicexpress.model.InvoiceDraft;
import io.github.invoicingsdk.invoicexpress.model.StateChange;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * The operations on documents of one type, for tests that go through all types.
 *
 * @param type the type
 * @param path the first segment of its paths
 * @param sentUnder the member in which a draft and a change of state are sent
 * @param create creates a draft with a reference
 * @param get reads a document
 * @param update replaces a draft by one with another reference; the provider may show it
 * @param changeState changes the state of a document
 * @param sendByEmail sends a document
 */
public record DocumentApi(
    DocumentType type,
    String path,
    String sentUnder,
    Function<String, Document> create,
    LongFunction<Document> get,
    Put<String, Optional<Document>> update,
    Put<StateChange, Document> changeState,
    Send sendByEmail) {

  /** Sends something to a document, which is answered. */
  @FunctionalInterface
  public interface Put<T, R> {
    /** The document after it. */
    R apply(long id, T sent);
  }

  /** Sends a document to somebody. */
  @FunctionalInterface
  public interface Send {
    /** Sends it. */
    void to(long id, EmailMessage message);
  }

  /** The operations of each of the eleven types that can be created. */
  public static List<DocumentApi> all(InvoiceXpressResources client) {
    var invoices = client.invoices();
    var receipts = client.invoiceReceipts();
    var simplified = client.simplifiedInvoices();
    var credits = client.creditNotes();
    var debits = client.debitNotes();
    var quotes = client.quotes();
    var proformas = client.proformas();
    var fees = client.feesNotes();
    var shippings = client.shippings();
    var transports = client.transports();
    var devolutions = client.devolutions();
    return List.of(
        invoice(DocumentType.INVOICE, "invoices", invoices::create, invoices::update)
            .with(invoices::get, invoices::changeState, invoices::sendByEmail),
        invoice(
                DocumentType.INVOICE_RECEIPT,
                "invoice_receipts",
                receipts::create,
                receipts::update)
            .with(receipts::get, receipts::changeState, receipts::sendByEmail),
        invoice(
                DocumentType.SIMPLIFIED_INVOICE,
                "simplified_invoices",
                simplified::create,
                simplified::update)
            .with(simplified::get, simplified::changeState, simplified::sendByEmail),
        invoice(DocumentType.CREDIT_NOTE, "credit_notes", credits::create, credits::update)
            .with(credits::get, credits::changeState, credits::sendByEmail),
        invoice(DocumentType.DEBIT_NOTE, "debit_notes", debits::create, debits::update)
            .with(debits::get, debits::changeState, debits::sendByEmail),
        estimate(DocumentType.QUOTE, "quotes", quotes::create, quotes::update)
            .with(quotes::get, quotes::changeState, quotes::sendByEmail),
        estimate(DocumentType.PROFORMA, "proformas", proformas::create, proformas::update)
            .with(proformas::get, proformas::changeState, proformas::sendByEmail),
        estimate(DocumentType.FEES_NOTE, "fees_notes", fees::create, fees::update)
            .with(fees::get, fees::changeState, fees::sendByEmail),
        guide(DocumentType.SHIPPING, "shippings", shippings::create, shippings::update)
            .with(shippings::get, shippings::changeState, shippings::sendByEmail),
        guide(DocumentType.TRANSPORT, "transports", transports::create, transports::update)
            .with(transports::get, transports::changeState, transports::sendByEmail),
        guide(DocumentType.DEVOLUTION, "devolutions", devolutions::create, devolutions::update)
            .with(devolutions::get, devolutions::changeState, devolutions::sendByEmail));
  }

  /** The operations of one type. */
  public static DocumentApi of(InvoiceXpressResources client, DocumentType type) {
    return all(client).stream().filter(api -> api.type.equals(type)).findFirst().orElseThrow();
  }

  /** The types that can be created. */
  public static List<DocumentType> types() {
    return List.of(
        DocumentType.INVOICE,
        DocumentType.INVOICE_RECEIPT,
        DocumentType.SIMPLIFIED_INVOICE,
        DocumentType.CREDIT_NOTE,
        DocumentType.DEBIT_NOTE,
        DocumentType.QUOTE,
        DocumentType.PROFORMA,
        DocumentType.FEES_NOTE,
        DocumentType.SHIPPING,
        DocumentType.TRANSPORT,
        DocumentType.DEVOLUTION);
  }

  /** The id that an answered document must have. */
  public static long id(Document document) {
    return Objects.requireNonNull(document.id(), "id");
  }

  /** Does something to a document, with a reason. */
  public Document act(long id, DocumentAction action) {
    return changeState.apply(id, StateChange.builder().state(action).message("A mistake").build());
  }

  private static Start invoice(
      DocumentType type,
      String path,
      Function<InvoiceDraft, Document> create,
      Put<InvoiceDraft, Optional<Document>> update) {
    return new Start(
        type,
        path,
        "invoice",
        reference -> create.apply(Drafts.invoice(reference)),
        (id, reference) -> update.apply(id, Drafts.invoice(reference)));
  }

  private static Start estimate(
      DocumentType type,
      String path,
      Function<EstimateDraft, Document> create,
      Put<EstimateDraft, Optional<Document>> update) {
    return new Start(
        type,
        path,
        "quote",
        reference -> create.apply(Drafts.estimate(reference)),
        (id, reference) -> update.apply(id, Drafts.estimate(reference)));
  }

  private static Start guide(
      DocumentType type,
      String path,
      Function<GuideDraft, Document> create,
      Put<GuideDraft, Optional<Document>> update) {
    return new Start(
        type,
        path,
        "shipping",
        reference -> create.apply(Drafts.guide(reference)),
        (id, reference) -> update.apply(id, Drafts.guide(reference)));
  }

  /** What depends on the kind of draft. */
  private record Start(
      DocumentType type,
      String path,
      String sentUnder,
      Function<String, Document> create,
      Put<String, Optional<Document>> update) {

    DocumentApi with(
        LongFunction<Document> get, Put<StateChange, Document> changeState, Send sendByEmail) {
      return new DocumentApi(type, path, sentUnder, create, get, update, changeState, sendByEmail);
    }
  }
}
