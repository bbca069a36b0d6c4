package io.github.invoicingsdk.sandbox.internal.idoklad;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.invoicingsdk.sandbox.internal.http.RefusedException;
import java.math.BigDecimal;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The body of a PATCH: an absent member leaves the value, an explicit null clears it where it can
 * be empty and is refused where it cannot.
 */
final class SequencePatch {
  private static final int NUMERIC_SEQUENCE_UNIQUENESS = 123;
  private static final int MAX_NAME_LENGTH = 100;
  private static final int MAX_YEAR = 9999;

  private final JsonObject body;

  SequencePatch(JsonObject body) {
    this.body = body;
  }

  int id() {
    if (!body.has("Id")) {
      throw refuse("Required property 'Id' not found in JSON");
    }
    return integer("Id", 0, Integer.MAX_VALUE);
  }

  NumericSequence applyTo(NumericSequence old, Agenda agenda) {
    int lastNumber =
        body.has("LastNumber") ? integer("LastNumber", 0, Integer.MAX_VALUE) : old.lastNumber();
    return new NumericSequence(
        old.id(),
        old.documentType(),
        body.has("Name") ? name() : old.name(),
        body.has("NumberFormat") ? numberFormat(old, lastNumber, agenda) : old.numberFormat(),
        body.has("IsDefault") ? isDefault() : old.isDefault(),
        lastNumber,
        body.has("Year") ? year() : old.year(),
        old.created(),
        agenda.now());
  }

  private String name() {
    String name = text("Name");
    if (name.isEmpty() || name.length() > MAX_NAME_LENGTH) {
      throw refuse("Name must have 1 to " + MAX_NAME_LENGTH + " characters");
    }
    return name;
  }

  private String numberFormat(NumericSequence old, int lastNumber, Agenda agenda) {
    String format = text("NumberFormat");
    String problem = NumberFormats.problem(format, agenda.today(), lastNumber);
    if (problem != null) {
      throw refuse("NumberFormat " + problem);
    }
    if (agenda.formatTaken(format, old.id())) {
      throw new RefusedException(
          Envelope.failure(
              409,
              NUMERIC_SEQUENCE_UNIQUENESS,
              "NumberFormat " + format + " is used by another numeric sequence"));
    }
    return format;
  }

  private boolean isDefault() {
    return value("IsDefault", "true or false", JsonPrimitive::isBoolean).getAsBoolean();
  }

  private @Nullable Integer year() {
    return body.get("Year").isJsonNull() ? null : Integer.valueOf(integer("Year", 1, MAX_YEAR));
  }

  private String text(String name) {
    return value(name, "a text", JsonPrimitive::isString).getAsString();
  }

  private int integer(String name, int min, int max) {
    BigDecimal number = value(name, "a number", JsonPrimitive::isNumber).getAsBigDecimal();
    try {
      int exact = number.intValueExact();
      if (exact >= min && exact <= max) {
        return exact;
      }
    } catch (ArithmeticException e) {
      throw outOfRange(name, min, max);
    }
    throw outOfRange(name, min, max);
  }

  private JsonPrimitive value(String name, String kind, Predicate<JsonPrimitive> hasKind) {
    JsonElement element = body.get(name);
    if (!element.isJsonPrimitive() || !hasKind.test(element.getAsJsonPrimitive())) {
      throw refuse(name + " must be " + kind + (element.isJsonNull() ? ", not null" : ""));
    }
    return element.getAsJsonPrimitive();
  }

  private static RefusedException outOfRange(String name, int min, int max) {
    return refuse(name + " must be an integer from " + min + " to " + max);
  }

  private static RefusedException refuse(String message) {
    return new RefusedException(Envelope.failure(400, 0, message));
  }
}
