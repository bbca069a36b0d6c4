package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a document's items, its exemption and its discount. Changes nothing. */
final class LineReader {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** The documented codes, and M00, which the documents' examples use. */
  static final Set<String> EXEMPTIONS =
      Set.of(
          ("M00 M01 M02 M04 M05 M06 M07 M09 M10 M11 M12 M13 M14 M15 M16 M19 M20 M21 M25 M30 M31"
                  + " M32 M33 M40 M41 M42 M43 M44 M45 M46 M99")
              .split(" ", -1));

  private static final Pattern CODE = Pattern.compile("M[0-9]{2}");

  private final Ledger ledger;

  LineReader(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The lines; in a Portuguese account, those without tax must be exempt by one of the codes. */
  List<Line> read(JsonObject sent, boolean portuguese) {
    JsonElement items = sent.get("items");
    if (items == null || !items.isJsonArray() || items.getAsJsonArray().isEmpty()) {
      throw DocumentErrors.refuse("Elemento items não fornecido");
    }
    List<Line> lines = lines(items.getAsJsonArray());
    String exemption = exemption(sent);
    for (Line line : lines) {
      if (portuguese && line.exempt() && exemption == null && line.exemption() == null) {
        throw DocumentErrors.refuse("Tax exemption can't be blank: " + line.name() + " has no tax");
      }
    }
    return lines;
  }

  /**
   * The code of why no tax is due on the document, from either of the members that can say it. A
   * reason in words is no code.
   */
  static @Nullable String exemption(JsonObject sent) {
    String code = Fields.text(sent, "tax_exemption");
    String reason = Fields.text(sent, "tax_exemption_reason");
    if (code != null || reason == null) {
      return known(code);
    }
    return CODE.matcher(reason).matches() ? known(reason) : null;
  }

  static GlobalDiscount globalDiscount(JsonObject sent, List<Line> lines) {
    JsonObject discount = Fields.object(sent, "global_discount");
    if (discount == null) {
      return GlobalDiscount.NONE;
    }
    String type = Fields.text(discount, "value_type");
    BigDecimal value = Fields.decimal(discount, "value");
    boolean percentage = "percentage".equals(type);
    if (value == null || !(percentage || "absolute".equals(type))) {
      throw DocumentErrors.refuse("Global discount is invalid");
    }
    GlobalDiscount global = new GlobalDiscount(percentage, value);
    if (!global.fits(Totals.net(lines))) {
      throw DocumentErrors.refuse("Global discount is out of range");
    }
    return global;
  }

  private List<Line> lines(JsonArray items) {
    List<Line> lines = new ArrayList<>();
    for (JsonElement item : items) {
      if (!item.isJsonObject()) {
        throw DocumentErrors.refuse(ErrorResponses.LEAKED);
      }
      lines.add(line(item.getAsJsonObject()));
    }
    return List.copyOf(lines);
  }

  private Line line(JsonObject item) {
    String name = Fields.text(item, "name");
    if (name == null) {
      throw DocumentErrors.refuse("Item name can't be blank");
    }
    BigDecimal discount =
        item.has("discount") && !item.get("discount").isJsonNull()
            ? amount(item, "discount")
            : BigDecimal.ZERO;
    if (discount.compareTo(HUNDRED) > 0) {
      throw DocumentErrors.refuse("Item discount must be from 0 to 100");
    }
    JsonObject tax = Fields.object(item, "tax");
    return new Line(
        name,
        Fields.text(item, "description"),
        amount(item, "unit_price"),
        amount(item, "quantity"),
        Fields.text(item, "unit"),
        discount,
        ledger.taxNamed(tax == null ? null : Fields.text(tax, "name")),
        known(Fields.text(item, "tax_exemption")));
  }

  private static BigDecimal amount(JsonObject item, String name) {
    BigDecimal amount = Fields.decimal(item, name);
    if (amount == null || amount.signum() < 0) {
      throw DocumentErrors.refuse("Item " + name + " is not a valid number");
    }
    return amount;
  }

  private static @Nullable String known(@Nullable String code) {
    if (code != null && !EXEMPTIONS.contains(code)) {
      throw DocumentErrors.refuse("Tax exemption " + code + " is not in the list");
    }
    return code;
  }
}
