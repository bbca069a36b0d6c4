package io.github.invoicingsdk.invoicexpress;

import com.google.gson.JsonElement;
import io.github.invoicingsdk.internal.issuing.Comparison;
import io.github.invoicingsdk.invoicexpress.model.Address;
import io.github.invoicingsdk.invoicexpress.model.Client;
import io.github.invoicingsdk.invoicexpress.model.Country;
import io.github.invoicingsdk.invoicexpress.model.CurrencyCode;
import io.github.invoicingsdk.invoicexpress.model.CurrencyName;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentClient;
import io.github.invoicingsdk.invoicexpress.model.DocumentDiscount;
import io.github.invoicingsdk.invoicexpress.model.DocumentItem;
import io.github.invoicingsdk.invoicexpress.model.DraftAddress;
import io.github.invoicingsdk.invoicexpress.model.DraftClient;
import io.github.invoicingsdk.invoicexpress.model.GlobalDiscount;
import io.github.invoicingsdk.invoicexpress.model.TaxExemptionCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares a document with what was asked for: whom it is for, when, what, with which taxes and
 * over which amounts. What was not asked for is the provider's to choose, and what the documents of
 * the API do not promise to show is compared only where it is shown.
 */
final class DocumentComparison {

  /** What the provider stamps on a document for which no code was given. */
  private static final Set<TaxExemptionCode> DEFAULT_EXEMPTIONS =
      Set.of(TaxExemptionCode.M00, TaxExemptionCode.M99);

  private final ExpectedDocument expected;
  private final TaxTable taxes;
  private final Findings findings = new Findings();

  private DocumentComparison(ExpectedDocument expected, TaxTable taxes) {
    this.expected = expected;
    this.taxes = taxes;
  }

  /**
   * Compares a document.
   *
   * @param client the client as the account knows it now; null where it was not read
   */
  static Comparison of(
      ExpectedDocument expected, Document document, TaxTable taxes, @Nullable Client client) {
    DocumentComparison comparison = new DocumentComparison(expected, taxes);
    comparison.compare(document, client);
    return comparison.findings.comparison();
  }

  private void compare(Document document, @Nullable Client client) {
    findings.text("reference", expected.reference(), document.reference());
    findings.value("date", expected.date(), Shown.orNull(document, Document::date));
    findings.value("due_date", expected.dueDate(), document.dueDate());
    if (document.sequenceId() != null) {
      findings.value("sequence_id", expected.sequenceId(), document.sequenceId());
    }
    if (!hides(document, "retention")) {
      findings.decimalOrZero("retention", expected.retention(), document.retention());
    }
    compareCurrency(document);
    compareClient(Shown.orNull(document, Document::client), client);
    new LineComparison(expected, taxes).compare(Shown.orNull(document, Document::items), findings);
    compareExemption(document);
    compareGlobalDiscount(document.globalDiscount());
    compareTransport(document);
    compareTotals(document);
  }

  private boolean hides(Document document, String property) {
    return findings.hidesUnreadable(document.unreadableProperties(), property, property);
  }

  private void compareCurrency(Document document) {
    if ((expected.currency() != null || expected.isPortuguese()) && hides(document, "currency")) {
      return;
    }
    CurrencyName found = document.currency();
    if (found == null || found.value().isBlank()) {
      return;
    }
    CurrencyCode asked = expected.currency();
    if (asked == null) {
      // The currency of an account is not known, except of those that register with the authority.
      if (expected.isPortuguese()) {
        findings.shownText("currency", CurrencyName.EURO.value(), found.value());
      }
      return;
    }
    // Requests have the code of a currency, responses the provider's name for it.
    if (asked.recognized() && !found.value().equals(asked.value())) {
      findings.shownText("currency", asked.providerName(), found.value());
    }
  }

  private void compareClient(@Nullable DocumentClient found, @Nullable Client client) {
    if (found == null) {
      findings.hide("client");
      return;
    }
    DraftClient asked = expected.client();
    Map<String, JsonElement> unreadable = found.unreadableProperties();
    findings.text("client.name", asked.name(), Shown.orNull(found, DocumentClient::name));
    if (!findings.hidesUnreadable(unreadable, "code", "client.code")) {
      findings.shownText(
          "client.code",
          asked.code(),
          found.code() != null || client == null ? found.code() : client.code());
    }
    if (asked.country() != null
        && !findings.hidesUnreadable(unreadable, "country", "client.country")
        && found.country() != null) {
      findings.shownText(
          "client.country", asked.country().value(), blankAsNull(found.country().value()));
    }
    if (asked.fiscalId() != null
        && !findings.hidesUnreadable(unreadable, "fiscal_id", "client.fiscal_id")) {
      compareFiscalId(asked.fiscalId(), found.fiscalId(), client);
    }
  }

  /** Documents need not show it; the client of a draft does. */
  private void compareFiscalId(String asked, @Nullable String found, @Nullable Client client) {
    if (asked.isBlank()) {
      return;
    }
    String shown = blankAsNull(found);
    if (shown == null && client == null) {
      return;
    }
    String id = shown != null ? shown : blankAsNull(Objects.requireNonNull(client).fiscalId());
    if (id == null || !PortugueseTaxId.bare(asked).equals(PortugueseTaxId.bare(id))) {
      findings.differ("client.fiscal_id", asked, id);
    }
  }

  private void compareExemption(Document document) {
    if (isExemptionUnreadable(document)) {
      if (askedExemption().isPresent() || isExempt()) {
        findings.hide("tax_exemption");
      }
      return;
    }
    String found =
        document.taxExemption() == null ? null : blankAsNull(document.taxExemption().value());
    TaxExemptionCode asked = askedExemption().orElse(null);
    if (asked != null && found != null) {
      findings.shownText("tax_exemption", asked.value(), found);
    } else if (asked != null && expected.exemption() != null && isExempt() && !onLines(document)) {
      findings.differ("tax_exemption", asked.value(), null);
    } else if (asked == null
        && found != null
        && isExempt()
        && !hasExemptLines()
        && !DEFAULT_EXEMPTIONS.contains(TaxExemptionCode.of(found))) {
      findings.differ("tax_exemption", null, found);
    }
  }

  /** The code of the document may stand on its lines instead. */
  private static boolean isExemptionUnreadable(Document document) {
    return Findings.isUnreadable(document.unreadableProperties(), "tax_exemption")
        || (document.taxExemption() == null
            && lines(document).stream()
                .anyMatch(
                    item -> Findings.isUnreadable(item.unreadableProperties(), "tax_exemption")));
  }

  /** The code of the document, or the one that all lines with a code have. */
  private Optional<TaxExemptionCode> askedExemption() {
    List<TaxExemptionCode> codes =
        Stream.concat(
                Stream.ofNullable(expected.exemption()),
                expected.lines().stream().map(ExpectedLine::exemption).filter(Objects::nonNull))
            .distinct()
            .toList();
    return codes.size() == 1 ? Optional.of(codes.get(0)) : Optional.empty();
  }

  private boolean hasExemptLines() {
    return expected.lines().stream().anyMatch(line -> line.exemption() != null);
  }

  private static boolean onLines(Document document) {
    return lines(document).stream().anyMatch(item -> item.taxExemption() != null);
  }

  private static List<DocumentItem> lines(Document document) {
    return Objects.requireNonNullElse(Shown.orNull(document, Document::items), List.of());
  }

  private boolean isExempt() {
    return expected.lines().stream()
        .map(line -> taxes.rate(line.tax()))
        .anyMatch(rate -> rate.isPresent() && rate.get().signum() == 0);
  }

  /** The totals tell a discount too, if rates and currency are known. */
  private void compareGlobalDiscount(@Nullable DocumentDiscount found) {
    if (found == null || found.value() == null) {
      return;
    }
    GlobalDiscount asked = expected.globalDiscount();
    BigDecimal value = asked == null ? BigDecimal.ZERO : asked.value();
    findings.decimal("global_discount.value", value, found.value());
    if (asked != null && value.signum() != 0 && found.valueType() != null) {
      findings.shownText(
          "global_discount.value_type", asked.valueType().value(), found.valueType().value());
    }
  }

  private void compareTransport(Document document) {
    ExpectedDocument.Transport transport = expected.transport();
    if (transport == null) {
      return;
    }
    if (!hides(document, "loaded_at") && document.loadedAt() != null) {
      findings.value("loaded_at", transport.loadedAt(), document.loadedAt());
    }
    compareAddress("address_from", transport.from(), document.addressFrom());
    compareAddress("address_to", transport.to(), document.addressTo());
  }

  private void compareAddress(String property, DraftAddress asked, @Nullable Address found) {
    if (found == null) {
      findings.hide(property);
      return;
    }
    Map<String, JsonElement> unreadable = found.unreadableProperties();
    for (String part : List.of("detail", "city", "postal_code", "country")) {
      findings.hidesUnreadable(unreadable, part, property + "." + part);
    }
    findings.shownText(property + ".detail", asked.detail(), Shown.orNull(found, Address::detail));
    findings.shownText(property + ".city", asked.city(), Shown.orNull(found, Address::city));
    findings.shownText(
        property + ".postal_code", asked.postalCode(), Shown.orNull(found, Address::postalCode));
    Country country = Shown.orNull(found, Address::country);
    if (country != null) {
      findings.shownText(property + ".country", asked.country().value(), country.value());
    }
  }

  /**
   * Amounts in another currency are not compared: whether the provider shows them in that one or in
   * its own is not documented.
   */
  private void compareTotals(Document document) {
    List<Optional<BigDecimal>> rates =
        expected.lines().stream().map(line -> taxes.rate(line.tax())).toList();
    if (expected.rate() != null || rates.stream().anyMatch(Optional::isEmpty)) {
      return;
    }
    ExpectedTotals totals =
        ExpectedTotals.of(expected, rates.stream().map(Optional::orElseThrow).toList());
    BigDecimal sum = Shown.orNull(document, Document::sum);
    if (!hides(document, "sum") && sum != null) {
      findings.decimal("sum", totals.sum(), sum);
    }
    BigDecimal discount = Shown.orNull(document, Document::discount);
    if (!hides(document, "discount") && discount != null) {
      findings.decimal("discount", totals.discount(), discount);
    }
    findings.decimal(
        "before_taxes", totals.beforeTaxes(), Shown.orNull(document, Document::beforeTaxes));
    findings.decimal("taxes", totals.taxes(), Shown.orNull(document, Document::taxes));
    BigDecimal total = Shown.orNull(document, Document::total);
    if (total == null || totals.totalToPay().compareTo(total) != 0) {
      findings.decimal("total", totals.total(), total);
    }
  }

  private static @Nullable String blankAsNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
