package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a document shall say. Everything is checked before the ledger is changed, so that a
 * refused request leaves no trace.
 */
final class DocumentReader {
  private static final BigDecimal MAX_RETENTION = new BigDecimal("99.99");
  private static final List<String> ADDRESS = List.of("detail", "city", "postal_code", "country");

  private final Ledger ledger;
  private final LineReader lineReader;
  private final Clock clock;

  DocumentReader(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.lineReader = new LineReader(ledger);
    this.clock = clock;
  }

  /** Refuses a request that lacks what the documents require, even where an old value is known. */
  static void requireMembers(DocumentKind kind, JsonObject sent) {
    List<String> required = new ArrayList<>(List.of("client", "items"));
    if (kind.group() != DocumentGroup.ESTIMATES) {
      required.addAll(List.of("date", "due_date"));
    }
    if (kind.group() == DocumentGroup.GUIDES) {
      required.addAll(List.of("loaded_at", "address_from", "address_to"));
    }
    for (String name : required) {
      JsonElement value = sent.get(name);
      if (value == null || value.isJsonNull()) {
        throw DocumentErrors.refuse("Elemento " + name + " não fornecido");
      }
    }
  }

  /** Reads a document, and writes its client and its items to the ledger. */
  Document.Content read(DocumentKind kind, JsonObject sent, boolean portuguese) {
    JsonObject client = client(sent);
    boolean guide = kind.group() == DocumentGroup.GUIDES;
    boolean estimate = kind.group() == DocumentGroup.ESTIMATES;
    LocalDate date = DocumentDates.read(sent, "date", estimate ? LocalDate.now(clock) : null);
    LocalDate dueDate = DocumentDates.read(sent, "due_date", estimate ? date : null);
    LocalDateTime loadedAt = guide ? DocumentDates.readTime(sent, "loaded_at") : null;
    if (guide) {
      address(sent, "address_from");
      address(sent, "address_to");
    }
    List<Line> lines = lineReader.read(sent, portuguese);
    BigDecimal retention = retention(sent);
    Totals totals = Totals.of(lines, LineReader.globalDiscount(sent, lines), retention);
    String currency = currency(sent);
    Long ownerId = ownerId(sent);

    JsonObject known = ledger.clientFor(client);
    for (JsonElement item : sent.getAsJsonArray("items")) {
      JsonObject tax = Fields.object(item.getAsJsonObject(), "tax");
      String taxName = tax == null ? null : Fields.text(tax, "name");
      ledger.item(item.getAsJsonObject(), ledger.taxNamed(taxName));
    }
    return new Document.Content(
        sent, known, date, dueDate, loadedAt, lines, totals, retention, currency, ownerId);
  }

  private static JsonObject client(JsonObject sent) {
    JsonObject client = Fields.object(sent, "client");
    if (client == null) {
      throw DocumentErrors.refuse("Elemento client não fornecido");
    }
    for (String name : List.of("name", "code")) {
      if (Fields.text(client, name) == null) {
        throw DocumentErrors.refuse("Client " + name + " can't be blank");
      }
    }
    country(client);
    return client;
  }

  private static void address(JsonObject sent, String name) {
    JsonObject address = Fields.object(sent, name);
    if (address == null) {
      throw DocumentErrors.refuse(name + " is invalid");
    }
    for (String member : ADDRESS) {
      if (Fields.text(address, member) == null) {
        throw DocumentErrors.refuse(name + " " + member + " can't be blank");
      }
    }
    country(address);
  }

  private static void country(JsonObject of) {
    String country = Fields.text(of, "country");
    if (country != null && !ProviderNames.isCountry(country)) {
      throw DocumentErrors.refuse("Country is not included in the list");
    }
  }

  private static BigDecimal retention(JsonObject sent) {
    if (Fields.text(sent, "retention") == null) {
      return BigDecimal.ZERO;
    }
    BigDecimal retention = Fields.decimal(sent, "retention");
    if (retention == null || retention.signum() < 0 || retention.compareTo(MAX_RETENTION) > 0) {
      throw DocumentErrors.refuse("Retention must be from 0 to " + MAX_RETENTION);
    }
    return retention;
  }

  /** Requests have the currency's code, responses its name. */
  private static String currency(JsonObject sent) {
    String code = Fields.text(sent, "currency_code");
    String name = ProviderNames.currency(code == null ? "EUR" : code);
    if (name == null) {
      throw DocumentErrors.refuse("Currency " + code + " is not in the list");
    }
    return name;
  }

  private static @Nullable Long ownerId(JsonObject sent) {
    String text = Fields.text(sent, "owner_invoice_id");
    try {
      return text == null ? null : Long.valueOf(text);
    } catch (NumberFormatException e) {
      throw DocumentErrors.refuse("owner_invoice_id is invalid");
    }
  }
}
