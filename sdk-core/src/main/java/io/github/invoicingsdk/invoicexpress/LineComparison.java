package io.github.invoicingsdk.invoicexpress;

import com.google.gson.JsonElement;
import io.github.invoicingsdk.invoicexpress.model.AppliedTax;
import io.github.invoicingsdk.invoicexpress.model.DocumentItem;
import io.github.invoicingsdk.invoicexpress.model.Tax;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Compares the lines of a document with those that were asked for, in whichever order the response
 * has them.
 */
final class LineComparison {

  private final ExpectedDocument expected;
  private final TaxTable taxes;

  LineComparison(ExpectedDocument expected, TaxTable taxes) {
    this.expected = expected;
    this.taxes = taxes;
  }

  void compare(@Nullable List<DocumentItem> items, Findings findings) {
    if (items == null) {
      findings.hide("items");
      return;
    }
    List<ExpectedLine> lines = expected.lines();
    @Nullable DocumentItem[] partners = new DocumentItem[lines.size()];
    List<DocumentItem> left = new ArrayList<>(items);
    // Equal lines first, so that a changed one is not taken for its neighbour.
    pair(lines, partners, left, (line, item) -> found(line, item, "").differenceCount() == 0);
    pair(lines, partners, left, (line, item) -> line.name().equals(name(item)));
    pair(lines, partners, left, (line, item) -> true);
    for (int i = 0; i < partners.length; i++) {
      String property = "items[" + i + "]";
      DocumentItem partner = partners[i];
      if (partner == null) {
        findings.differ(property, lines.get(i).name(), null);
      } else {
        findings.add(found(lines.get(i), partner, property));
      }
    }
    left.forEach(item -> findings.differ("items", null, String.valueOf(name(item))));
  }

  /** Gives lines without a partner the one that fits, and that shows the most. */
  private void pair(
      List<ExpectedLine> lines,
      @Nullable DocumentItem[] partners,
      List<DocumentItem> left,
      BiPredicate<ExpectedLine, DocumentItem> fits) {
    for (int i = 0; i < partners.length; i++) {
      ExpectedLine line = lines.get(i);
      if (partners[i] == null) {
        Optional<DocumentItem> partner =
            left.stream()
                .filter(item -> fits.test(line, item))
                .min(Comparator.comparingInt(item -> found(line, item, "").hiddenCount()));
        if (partner.isPresent()) {
          partners[i] = partner.get();
          left.remove(partner.get());
        }
      }
    }
  }

  private Findings found(ExpectedLine line, DocumentItem item, String property) {
    Findings findings = new Findings();
    findings.text(property + ".name", line.name(), name(item));
    findings.decimal(
        property + ".unit_price", line.unitPrice(), Shown.orNull(item, DocumentItem::unitPrice));
    findings.decimal(
        property + ".quantity", line.quantity(), Shown.orNull(item, DocumentItem::quantity));
    Map<String, JsonElement> unreadable = item.unreadableProperties();
    if (!findings.hidesUnreadable(unreadable, "discount", property + ".discount")) {
      findings.decimalOrZero(
          property + ".discount", line.discount(), Shown.orNull(item, DocumentItem::discount));
    }
    compareTax(line, item, property, findings);
    if (line.exemption() != null
        && !findings.hidesUnreadable(unreadable, "tax_exemption", property + ".tax_exemption")
        && item.taxExemption() != null) {
      findings.shownText(
          property + ".tax_exemption",
          line.exemption().value(),
          shown(item.taxExemption().value()));
    }
    return findings;
  }

  private static @Nullable String name(DocumentItem item) {
    return Shown.orNull(item, DocumentItem::name);
  }

  private static @Nullable String shown(String value) {
    return value.isBlank() ? null : value;
  }

  private void compareTax(
      ExpectedLine line, DocumentItem item, String property, Findings findings) {
    AppliedTax applied = Shown.orNull(item, DocumentItem::tax);
    Optional<Tax> asked = taxes.find(line.tax());
    String askedName =
        line.tax() != null
            ? line.tax()
            : asked.map(tax -> Shown.orNull(tax, Tax::name)).orElse(null);
    if (askedName == null) {
      return;
    }
    findings.text(property + ".tax", askedName, taxes.nameOf(applied).orElse(null));
    BigDecimal rate = asked.map(tax -> Shown.orNull(tax, Tax::value)).orElse(null);
    if (rate == null) {
      return;
    }
    if (applied != null
        && !findings.hidesUnreadable(
            applied.unreadableProperties(), "value", property + ".tax.value")
        && applied.value() != null) {
      findings.decimal(property + ".tax.value", rate, applied.value());
    }
    if (expected.globalDiscount() == null
        && !findings.hidesUnreadable(
            item.unreadableProperties(), "tax_amount", property + ".tax_amount")
        && item.taxAmount() != null) {
      findings.decimal(
          property + ".tax_amount",
          ExpectedTotals.round(ExpectedLine.percent(line.net(), rate)),
          ExpectedTotals.round(item.taxAmount()));
    }
  }
}
