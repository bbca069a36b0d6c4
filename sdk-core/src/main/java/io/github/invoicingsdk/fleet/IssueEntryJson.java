package io.github.invoicingsdk.fleet;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.invoicingsdk.issuing.IssueEntry;
import io.github.invoicingsdk.issuing.IssueKey;
import org.jspecify.annotations.Nullable;

/** Writes entries of a journal as JSON, and reads them exactly as they were. */
final class IssueEntryJson {

  private IssueEntryJson() {}

  /**
   * An entry as JSON.
   *
   * @param entry the entry
   * @param attempt a name that no other attempt to write an entry has
   */
  static String write(IssueEntry entry, String attempt) {
    JsonObject json = new JsonObject();
    json.addProperty("version", entry.version());
    json.addProperty("account", entry.key().account());
    json.addProperty("type", entry.key().type());
    json.addProperty("reference", entry.key().reference());
    json.addProperty("digest", entry.digest());
    json.addProperty("uniqueId", entry.uniqueId());
    json.addProperty("documentId", entry.documentId());
    json.addProperty("number", entry.number());
    json.addProperty("attempt", attempt);
    return json.toString();
  }

  /**
   * Reads an entry.
   *
   * @throws RuntimeException if the text is none that was written
   */
  static IssueEntry read(String text) {
    JsonObject json = JsonParser.parseString(text).getAsJsonObject();
    JsonElement documentId = json.get("documentId");
    return new IssueEntry(
        new IssueKey(text(json, "account"), text(json, "type"), text(json, "reference")),
        required(json, "version").getAsBigDecimal().intValueExact(),
        text(json, "digest"),
        text(json, "uniqueId"),
        isAbsent(documentId) ? null : documentId.getAsBigDecimal().longValueExact(),
        isAbsent(json.get("number")) ? null : text(json, "number"));
  }

  private static String text(JsonObject json, String name) {
    JsonElement value = required(json, name);
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
      throw new IllegalArgumentException(name + " is no text");
    }
    return value.getAsString();
  }

  private static JsonElement required(JsonObject json, String name) {
    JsonElement value = json.get(name);
    if (isAbsent(value)) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  private static boolean isAbsent(@Nullable JsonElement value) {
    return value == null || value.isJsonNull();
  }
}
