package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Payments on documents, each of which makes a receipt. Guarded by the account's lock. */
final class Payments {
  private static final Set<String> MECHANISMS =
      Set.of("CC", "CD", "CH", "CO", "CS", "DE", "LC", "MB", "NU", "OU", "PR", "TB", "TR");

  private final DocumentBook book;
  private final Clock clock;

  Payments(DocumentBook book, Clock clock) {
    this.book = book;
    this.clock = clock;
  }

  /** What is not paid yet. */
  static BigDecimal open(DocumentBook book, Document document) {
    return receipts(book, document).stream()
        .map(receipt -> receipt.content().totals().total())
        .reduce(document.content().totals().total(), BigDecimal::subtract);
  }

  static boolean hasAny(DocumentBook book, Document document) {
    return !receipts(book, document).isEmpty();
  }

  private static List<Document> receipts(DocumentBook book, Document document) {
    return book.all(other -> other.paid() == document && other.status() == DocumentStatus.FINAL);
  }

  /** Makes the receipt of a payment; the document is settled if nothing stays open. */
  Document pay(Document document, JsonObject sent) {
    if (!document.kind().payable() || document.status() != DocumentStatus.FINAL) {
      throw DocumentErrors.payment("base", "document can't be paid");
    }
    BigDecimal open = open(book, document);
    BigDecimal amount = amount(sent, open);
    String mechanism = Fields.text(sent, "payment_mechanism");
    if (sent.has("payment_mechanism") && (mechanism == null || !MECHANISMS.contains(mechanism))) {
      throw DocumentErrors.payment("payment_mechanism", "is invalid");
    }
    LocalDate date = date(sent);
    String name = Fields.text(sent, "serie");
    Series series =
        name == null
            ? book.numbers().find(Numbering.RECEIPT, new JsonObject())
            : book.numbers().named(name);
    if (series == null) {
      throw DocumentErrors.payment("serie", "is invalid");
    }
    DocumentNumbers.Refusal refusal = book.numbers().refusal(Numbering.RECEIPT, series, date);
    if (refusal != null) {
      throw DocumentErrors.payment(refusal.paymentMember(), refusal.message());
    }
    Document receipt =
        book.add(DocumentKind.RECEIPT, content(document, sent, amount, date), null, document);
    receipt.issue(book.numbers().take(Numbering.RECEIPT, series, date));
    receipt.status(DocumentStatus.FINAL);
    book.changed(receipt);
    if (amount.compareTo(open) == 0) {
      document.status(DocumentStatus.SETTLED);
      book.changed(document);
    }
    return receipt;
  }

  /** Cancels a receipt; what it paid is open again. */
  void cancel(Document receipt) {
    book.changeState(receipt, "canceled");
    Document paid = receipt.paid();
    if (paid != null && paid.status() == DocumentStatus.SETTLED) {
      paid.status(DocumentStatus.FINAL);
      book.changed(paid);
    }
  }

  private static Document.Content content(
      Document document, JsonObject sent, BigDecimal amount, LocalDate date) {
    JsonObject fields = new JsonObject();
    fields.addProperty("observations", Fields.text(sent, "note"));
    return new Document.Content(
        fields,
        document.content().client(),
        date,
        date,
        null,
        List.of(),
        Totals.ofPayment(amount),
        BigDecimal.ZERO,
        document.content().currency(),
        null);
  }

  private static BigDecimal amount(JsonObject sent, BigDecimal open) {
    BigDecimal amount = Fields.decimal(sent, "amount");
    if (amount == null
        || amount.signum() <= 0
        || amount.stripTrailingZeros().scale() > 2
        || amount.compareTo(open) > 0) {
      throw DocumentErrors.payment("amount", "is invalid");
    }
    return amount;
  }

  private LocalDate date(JsonObject sent) {
    String text = Fields.text(sent, "payment_date");
    @Nullable LocalDate date = text == null ? LocalDate.now(clock) : DocumentDates.parse(text);
    if (date == null) {
      throw DocumentErrors.payment("payment_date", "is invalid");
    }
    return date;
  }
}
