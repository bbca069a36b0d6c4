package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.invoicingsdk.sandbox.InvoiceXpressAccount.DecimalForm;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * Writes documents. Prices and quantities are numbers in the response to one invoice or estimate,
 * and texts in lists and guides, as documented.
 */
final class DocumentJson {
  private static final String DRAFT_NUMBER = "rascunho";
  private static final String ENTITY = "10611";
  private static final long HASH_FACTOR = 2_654_435_761L;

  private DocumentJson() {}

  /** The response to one document. */
  static JsonObject detail(Document document) {
    boolean guide = document.kind().group() == DocumentGroup.GUIDES;
    return write(
        document,
        guide
            ? List.of("id", "name", "country")
            : List.of("id", "name", "code", "country", "email"),
        guide ? DecimalForm.TEXT : DecimalForm.NUMBER);
  }

  /** An element of a list. */
  static JsonObject listed(Document document) {
    return write(document, List.of("id", "name", "country"), DecimalForm.TEXT);
  }

  private static JsonObject write(Document document, List<String> clientMembers, DecimalForm form) {
    Document.Content content = document.content();
    JsonObject json = new JsonObject();
    json.addProperty("id", document.id());
    json.addProperty("status", document.status().wireName());
    json.addProperty("archived", document.archived());
    json.addProperty("type", document.kind().className());
    writeNumber(document, json);
    json.addProperty("tax_exemption", LineReader.exemption(content.sent()));
    json.addProperty("date", DocumentDates.format(content.date()));
    json.addProperty("due_date", DocumentDates.format(content.dueDate()));
    json.addProperty("reference", content.reference());
    json.addProperty("observations", Fields.text(content.sent(), "observations"));
    json.addProperty("retention", content.retention().stripTrailingZeros().toPlainString());
    json.addProperty(
        "permalink",
        "https://www.app.invoicexpress.com/documents/"
            + document.id()
            + String.format(Locale.ROOT, "%040x", document.id()));
    writeTotals(content, json);
    json.add("client", pick(content.client(), clientMembers));
    JsonArray items = new JsonArray();
    content.lines().forEach(line -> items.add(item(line, form)));
    json.add("items", items);
    if (document.kind().group() == DocumentGroup.GUIDES) {
      writeGuide(document, json);
    }
    if ("1".equals(Fields.text(content.sent(), "mb_reference"))) {
      json.add("mb_reference", reference(document));
    }
    if (document.proprietaryUid() != null) {
      json.addProperty("proprietary_uid", document.proprietaryUid());
    }
    return json;
  }

  private static void writeNumber(Document document, JsonObject json) {
    Document.Issue issue = document.issue();
    if (issue == null) {
      json.addProperty("sequence_number", DRAFT_NUMBER);
      json.add("sequence_id", JsonNull.INSTANCE);
      return;
    }
    json.addProperty("sequence_number", issue.number() + "/" + issue.serie());
    json.addProperty("inverted_sequence_number", issue.serie() + "/" + issue.number());
    json.addProperty("atcud", issue.atcud());
    json.addProperty("sequence_id", Long.toString(issue.sequenceId()));
    long hash = (issue.sequenceId() + issue.number()) * HASH_FACTOR;
    json.addProperty("saft_hash", String.format(Locale.ROOT, "%04x", hash & 0xFFFF));
  }

  private static void writeTotals(Document.Content content, JsonObject json) {
    Totals totals = content.totals();
    json.add("sum", number(totals.sum()));
    json.add("discount", number(totals.discount()));
    json.add("before_taxes", number(totals.beforeTaxes()));
    json.add("taxes", number(totals.taxes()));
    json.add("total", number(totals.total()));
    json.addProperty("currency", content.currency());
  }

  private static JsonObject item(Line line, DecimalForm form) {
    JsonObject json = new JsonObject();
    json.addProperty("name", line.name());
    json.addProperty("description", line.description());
    json.add("unit_price", Tax.decimal(line.unitPrice(), form));
    json.add("quantity", Tax.decimal(line.quantity(), form));
    json.addProperty("unit", line.unit());
    json.add("discount", number(line.discount()));
    json.add("tax", pick(line.tax(), List.of("id", "name", "value")));
    BigDecimal tax = line.taxAmount();
    json.add("subtotal", number(Totals.round(line.subtotal())));
    json.add("discount_amount", number(Totals.round(line.discountAmount())));
    json.add("tax_amount", number(Totals.round(tax)));
    json.add("total", number(Totals.round(line.net().add(tax))));
    if (line.exemption() != null) {
      json.addProperty("tax_exemption", line.exemption());
    }
    return json;
  }

  private static void writeGuide(Document document, JsonObject json) {
    Document.Content content = document.content();
    List<String> members = List.of("country", "postal_code", "detail", "city");
    for (String name : List.of("address_from", "address_to")) {
      JsonObject address = Fields.object(content.sent(), name);
      json.add(name, pick(address == null ? new JsonObject() : address, members));
    }
    if (content.loadedAt() != null) {
      json.addProperty("loaded_at", DocumentDates.format(content.loadedAt()));
    }
    json.addProperty("license_plate", Fields.text(content.sent(), "license_plate"));
    boolean issued = document.issue() != null;
    json.addProperty("at_doc_code_id", issued ? Long.toString(document.id()) : null);
  }

  private static JsonObject reference(Document document) {
    JsonObject reference = new JsonObject();
    String digits = String.format(Locale.ROOT, "%09d", document.id());
    reference.addProperty("entity", ENTITY);
    reference.addProperty(
        "reference",
        digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6));
    reference.add("value", number(document.content().totals().total()));
    return reference;
  }

  /** The members of that name; one that the source has not is left out. */
  private static JsonObject pick(JsonObject source, List<String> members) {
    JsonObject picked = new JsonObject();
    for (String member : members) {
      JsonElement value = source.get(member);
      if (value != null) {
        picked.add(member, value.deepCopy());
      }
    }
    return picked;
  }

  private static JsonPrimitive number(BigDecimal value) {
    return new JsonPrimitive(new BigDecimal(value.stripTrailingZeros().toPlainString()));
  }
}
