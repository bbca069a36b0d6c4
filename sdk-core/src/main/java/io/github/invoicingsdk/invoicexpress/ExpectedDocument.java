package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.invoicexpress.model.CurrencyCode;
import io.github.invoicingsdk.invoicexpress.model.DraftAddress;
import io.github.invoicingsdk.invoicexpress.model.DraftClient;
import io.github.invoicingsdk.invoicexpress.model.EstimateDraft;
import io.github.invoicingsdk.invoicexpress.model.GlobalDiscount;
import io.github.invoicingsdk.invoicexpress.model.GuideDraft;
import io.github.invoicingsdk.invoicexpress.model.InvoiceDraft;
import io.github.invoicingsdk.invoicexpress.model.TaxExemptionCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a document is to say, as far as it is compared with what the provider has stored. What was
 * left to the provider is null.
 *
 * @param sequenceId the id of the numbering in which it is to stand
 * @param isPortuguese whether that is registered with the Portuguese Tax Authority
 * @param exemption why no tax is due on the document
 * @param retention in percent
 * @param currency another currency than that of the account
 * @param rate of that currency
 * @param transport when and where goods go; null unless it is a guide
 */
record ExpectedDocument(
    String reference,
    long sequenceId,
    boolean isPortuguese,
    DraftClient client,
    @Nullable LocalDate date,
    @Nullable LocalDate dueDate,
    @Nullable TaxExemptionCode exemption,
    BigDecimal retention,
    @Nullable CurrencyCode currency,
    @Nullable BigDecimal rate,
    @Nullable GlobalDiscount globalDiscount,
    List<ExpectedLine> lines,
    @Nullable Transport transport) {

  static ExpectedDocument of(InvoiceDraft draft, String reference, DocumentNumbering numbering) {
    return new ExpectedDocument(
        reference,
        numbering.sequenceId().orElseThrow(),
        numbering.validationCode().isRegistered(),
        draft.client(),
        draft.date(),
        draft.dueDate(),
        exemption(draft.taxExemption(), draft.taxExemptionReason()),
        orZero(draft.retention()),
        draft.currencyCode(),
        draft.rate(),
        draft.globalDiscount(),
        draft.items().stream().map(ExpectedLine::of).toList(),
        null);
  }

  static ExpectedDocument of(EstimateDraft draft, String reference, DocumentNumbering numbering) {
    return new ExpectedDocument(
        reference,
        numbering.sequenceId().orElseThrow(),
        numbering.validationCode().isRegistered(),
        draft.client(),
        draft.date(),
        draft.dueDate(),
        exemption(draft.taxExemption(), draft.taxExemptionReason()),
        orZero(draft.retention()),
        null,
        null,
        null,
        draft.items().stream().map(ExpectedLine::of).toList(),
        null);
  }

  static ExpectedDocument of(GuideDraft draft, String reference, DocumentNumbering numbering) {
    return new ExpectedDocument(
        reference,
        numbering.sequenceId().orElseThrow(),
        numbering.validationCode().isRegistered(),
        draft.client(),
        draft.date(),
        draft.dueDate(),
        exemption(draft.taxExemption(), draft.taxExemptionReason()),
        orZero(draft.retention()),
        null,
        null,
        null,
        draft.items().stream().map(ExpectedLine::of).toList(),
        new Transport(draft.loadedAt(), draft.addressFrom(), draft.addressTo()));
  }

  /** Clients send the code in either of the two properties. */
  private static @Nullable TaxExemptionCode exemption(
      @Nullable TaxExemptionCode code, @Nullable String reason) {
    if (code != null) {
      return code.value().isBlank() ? null : code;
    }
    return reason != null && reason.matches("M[0-9]{2}") ? TaxExemptionCode.of(reason) : null;
  }

  private static BigDecimal orZero(@Nullable BigDecimal value) {
    return Objects.requireNonNullElse(value, BigDecimal.ZERO);
  }

  /** When and where the goods of a guide go. */
  record Transport(LocalDateTime loadedAt, DraftAddress from, DraftAddress to) {}
}
