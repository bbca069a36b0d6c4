package io.github.invoicingsdk.quickstart;

import com.google.gson.JsonObject;
import io.github.invoicingsdk.ApiRequest;
import io.github.invoicingsdk.RawResponse;
import io.github.invoicingsdk.error.OutcomeUnknownException;
import io.github.invoicingsdk.error.TransportException;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.idoklad.NumberFormat;
import io.github.invoicingsdk.idoklad.model.NumericSequence;
import io.github.invoicingsdk.idoklad.model.NumericSequenceDocumentType;
import io.github.invoicingsdk.invoicexpress.CreationResult;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.Numberings;
import io.github.invoicingsdk.invoicexpress.RegistrationResult;
import io.github.invoicingsdk.invoicexpress.RegistrationState;
import io.github.invoicingsdk.invoicexpress.model.Client;
import io.github.invoicingsdk.invoicexpress.model.ClientDetails;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentStatus;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.DraftItem;
import io.github.invoicingsdk.invoicexpress.model.InvoiceDraft;
import io.github.invoicingsdk.invoicexpress.model.InvoiceListStatus;
import io.github.invoicingsdk.invoicexpress.model.InvoiceListType;
import io.github.invoicingsdk.invoicexpress.model.NewPayment;
import io.github.invoicingsdk.invoicexpress.model.NewSequence;
import io.github.invoicingsdk.invoicexpress.model.PaymentMechanism;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.result.Paged;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** The methods that the site's page of recipes shows, between markers that name them. */
final class SiteRecipes {

  private SiteRecipes() {}

  // example: default-sequence
  static Sequence defaultSequence(InvoiceXpressClient client) {
    return client.sequences().list().stream()
        .filter(sequence -> Boolean.TRUE.equals(sequence.defaultSequence()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the account has no default sequence"));
  }

  // end

  // example: series-of-a-year
  static Sequence seriesOf(int year, InvoiceXpressClient client) {
    NewSequence wanted = NewSequence.builder().serie(Integer.toString(year)).build();
    CreationResult creation = client.ensureCreated(wanted);
    if (creation instanceof CreationResult.Failed failed) {
      throw failed.refusal();
    }
    Sequence sequence =
        creation instanceof CreationResult.CreatedNow now
            ? now.sequence()
            : ((CreationResult.Existed) creation).sequence();
    long id = sequence.id();
    RegistrationResult registration = client.ensureRegistered(id);
    if (registration instanceof RegistrationResult.Failed failed) {
      throw failed.refusal();
    }
    Sequence registered = client.sequences().get(id);
    if (Numberings.of(registered).registrationState() != RegistrationState.REGISTERED) {
      throw new IllegalStateException("not all document types of " + year + " are registered");
    }
    client.sequences().setDefault(id);
    return registered;
  }

  // end

  // example: find-or-create-client
  /** The client with a code of ours; created if the account has none. */
  static Client findOrCreate(InvoiceXpressClient client, ClientDetails details) {
    return client.clients().list().withPageSize(100).stream()
        .filter(known -> details.code().equals(known.code()))
        .findFirst()
        .orElseGet(() -> client.clients().create(details));
  }

  // end

  // example: order-to-invoice
  /** The invoice of an order; empty when it is not known yet, so that the order has to wait. */
  static Optional<Document> invoice(
      InvoiceXpressClient client, Sequence sequence, InvoiceDraft order) {
    try {
      return Optional.of(client.issue(DocumentType.INVOICE, sequence, order));
    } catch (OutcomeUnknownException | TransportException e) {
      return Optional.empty();
    }
  }

  // end

  // example: credit-note
  /** Takes back some lines of an invoice; the part is named by whoever returns them. */
  static Document creditNote(
      InvoiceXpressClient client,
      Sequence sequence,
      InvoiceDraft sold,
      Document invoice,
      String part,
      List<DraftItem> lines) {
    InvoiceDraft returned =
        sold.toBuilder()
            .reference("return-of-" + sold.reference() + "-" + part)
            .ownerInvoiceId(invoice.id())
            .items(lines)
            .build();
    return client.issue(DocumentType.CREDIT_NOTE, sequence, returned);
  }

  // end

  // example: part-payment
  static Document pay(
      InvoiceXpressClient client, Document invoice, BigDecimal amount, LocalDate day) {
    NewPayment payment =
        NewPayment.builder()
            .amount(amount)
            .paymentMechanism(PaymentMechanism.BANK_TRANSFER)
            .paymentDate(day)
            .build();
    return client.payments().create(invoice.id(), payment);
  }

  // end

  // example: unpaid
  static BigDecimal unpaid(InvoiceXpressClient client) {
    Paged<Document> invoices =
        client
            .documents()
            .listInvoices(
                q ->
                    q.types(List.of(InvoiceListType.INVOICE, InvoiceListType.DEBIT_NOTE))
                        .statuses(List.of(InvoiceListStatus.SENT))
                        .nonArchived(true));
    BigDecimal sum = BigDecimal.ZERO;
    for (Document invoice : invoices) {
      sum = sum.add(open(client, invoice));
    }
    return sum;
  }

  /** What is left of an invoice after its payments and credit notes. */
  static BigDecimal open(InvoiceXpressClient client, Document invoice) {
    BigDecimal open = invoice.total();
    for (Document related : client.documents().listRelated(invoice.id())) {
      boolean lowers =
          DocumentType.RECEIPT.equals(related.type())
              || DocumentType.CREDIT_NOTE.equals(related.type());
      boolean counts =
          !DocumentStatus.DRAFT.equals(related.status())
              && !DocumentStatus.CANCELED.equals(related.status());
      if (lowers && counts) {
        open = open.subtract(related.total());
      }
    }
    return open.max(BigDecimal.ZERO);
  }

  // end

  // example: pdf
  static void pdf(InvoiceXpressClient client, Document document, Path file) throws IOException {
    long id = document.id();
    URI address = client.documents().pdf(id).await(Duration.ofMinutes(1));
    client.download(address).to(file);
  }

  // end

  // example: audit-file
  static long auditFile(InvoiceXpressClient client, YearMonth month, Path file) throws IOException {
    URI address =
        client.saft().export(month.getMonthValue(), month.getYear()).await(Duration.ofMinutes(10));
    return client.download(address).maxBytes(1L << 30).timeout(Duration.ofMinutes(30)).to(file);
  }

  // end

  // example: next-number
  static String nextInvoiceNumber(IdokladClient client, LocalDate date) {
    NumericSequence sequence =
        client
            .numericSequences()
            .list(
                q ->
                    q.filter(
                        f ->
                            f.documentType()
                                .isEqualTo(NumericSequenceDocumentType.ISSUED_INVOICE)
                                .and(f.isDefault().isEqualTo(true))))
            .stream()
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no default sequence for invoices"));
    NumberFormat format = NumberFormat.parse(sequence.numberFormat());
    return format.preview(sequence.lastNumber(), date);
  }

  // end

  // example: own-request
  static long ownRequest(InvoiceXpressClient client) {
    RawResponse created =
        client.send(
            ApiRequest.post("/items.json")
                .json(
                    "{\"item\":{\"name\":\"Tea\",\"description\":\"\",\"unit_price\":\"4.50\"}}"));
    JsonObject item = created.json().getAsJsonObject().getAsJsonObject("item");
    return item.get("id").getAsLong();
  }

  // end
}
