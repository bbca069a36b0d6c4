package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.invoicingsdk.sandbox.internal.http.Json;
import io.github.invoicingsdk.sandbox.internal.http.Request;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads the members of a request's object, which may come as text or as number. */
final class Fields {
  private static final int MAX_DECIMAL_LENGTH = 30;
  private static final int MAX_EXPONENT = 20;

  private Fields() {}

  /** The object under the request's root member, or null if the body has none. */
  static @Nullable JsonObject root(Request request, String name) {
    JsonObject body = Json.readObject(request.recorded().body());
    return body == null ? null : object(body, name);
  }

  /** The object under the request's root member; without one, an object without members. */
  static JsonObject rootOrEmpty(Request request, String name) {
    JsonObject root = root(request, name);
    return root == null ? new JsonObject() : root;
  }

  static @Nullable JsonObject object(JsonObject parent, String name) {
    JsonElement value = parent.get(name);
    return value != null && value.isJsonObject() ? value.getAsJsonObject() : null;
  }

  /** A text or number as text; null if it is absent, blank or anything else. */
  static @Nullable String text(JsonObject parent, String name) {
    JsonElement value = parent.get(name);
    if (value == null || !value.isJsonPrimitive()) {
      return null;
    }
    JsonPrimitive primitive = value.getAsJsonPrimitive();
    String text = primitive.getAsString();
    return primitive.isBoolean() || text.isBlank() ? null : text;
  }

  static boolean isNumber(JsonObject parent, String name) {
    JsonElement value = parent.get(name);
    return value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber();
  }

  /** A decimal from a text or number; null if it is neither, or of absurd size. */
  static @Nullable BigDecimal decimal(JsonObject parent, String name) {
    String text = text(parent, name);
    if (text == null || text.length() > MAX_DECIMAL_LENGTH) {
      return null;
    }
    try {
      BigDecimal decimal = new BigDecimal(text);
      return Math.abs(decimal.scale()) > MAX_EXPONENT ? null : decimal;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** An ISO date; null if the member is none. */
  static @Nullable LocalDate date(JsonObject parent, String name) {
    String text = text(parent, name);
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
