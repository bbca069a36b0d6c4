package io.github.invoicingsdk.sandbox.internal.idoklad;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One numeric sequence. Immutable; the agenda replaces it when it changes.
 *
 * @param id the id
 * @param documentType what it numbers
 * @param name the name
 * @param numberFormat the format
 * @param isDefault whether it is the default of its type
 * @param lastNumber the last number used
 * @param year the year it is valid for, null for none
 * @param created when it was created
 * @param changed when it last changed
 */
record NumericSequence(
    int id,
    DocumentType documentType,
    String name,
    String numberFormat,
    boolean isDefault,
    int lastNumber,
    @Nullable Integer year,
    LocalDateTime created,
    LocalDateTime changed) {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

  /** The same sequence seen in a year; one other than its own has not numbered anything yet. */
  NumericSequence inYear(int otherYear) {
    return year == null || year == otherYear
        ? this
        : new NumericSequence(
            id, documentType, name, numberFormat, isDefault, 0, otherYear, created, changed);
  }

  NumericSequence withLastNumber(int number) {
    return new NumericSequence(
        id, documentType, name, numberFormat, isDefault, number, year, created, changed);
  }

  NumericSequence withDefault(boolean value) {
    return new NumericSequence(
        id, documentType, name, numberFormat, value, lastNumber, year, created, changed);
  }

  long nextNumber() {
    return lastNumber + 1L;
  }

  String documentNumber(LocalDate date, long serial) {
    return NumberFormats.format(numberFormat, date, serial);
  }

  JsonObject toV3() {
    JsonObject metadata = new JsonObject();
    metadata.addProperty("DateCreated", TIMESTAMP.format(created));
    metadata.addProperty("DateLastChange", TIMESTAMP.format(changed));
    metadata.addProperty("UserCreatedId", 1);
    // Real responses have null for a change that no user made.
    metadata.add(
        "UserLastChangeId", created.equals(changed) ? JsonNull.INSTANCE : new JsonPrimitive(1));

    JsonObject json = new JsonObject();
    json.addProperty("DocumentType", documentType.number());
    json.addProperty("Id", id);
    json.addProperty("IsDefault", isDefault);
    json.addProperty("LastNumber", lastNumber);
    json.add("Metadata", metadata);
    json.addProperty("Name", name);
    json.addProperty("NumberFormat", numberFormat);
    json.addProperty("Year", year);
    return json;
  }

  JsonObject toV2() {
    JsonObject json = new JsonObject();
    json.addProperty("DocumentType", documentType.number());
    json.addProperty("IsDefault", isDefault);
    json.addProperty("LastInvoiceNumber", lastNumber);
    json.addProperty("Name", name);
    json.addProperty("NumberFormat", numberFormat);
    json.addProperty("Year", year);
    json.addProperty("Id", id);
    return json;
  }
}
