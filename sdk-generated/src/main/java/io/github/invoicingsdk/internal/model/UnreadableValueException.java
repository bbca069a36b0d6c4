package io.github.invoicingsdk.internal.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonSyntaxException;

/**
 * A JSON value that is not what a property holds. The value was read whole, so that reading can go
 * on behind it.
 */
final class UnreadableValueException extends JsonParseException {

  private static final long serialVersionUID = 1L;

  /** Not serialized: it may be a secret. */
  private final transient JsonElement value;

  UnreadableValueException(String message, JsonElement value) {
    super(message);
    this.value = value;
  }

  /** The value as it came. */
  JsonElement value() {
    return value;
  }

  /** The exception for a larger value, of which this one is a part. */
  UnreadableValueException within(JsonElement whole) {
    return new UnreadableValueException(String.valueOf(getMessage()), whole);
  }

  /** The exception for a value that must be readable; it does not hold the value. */
  JsonSyntaxException failure() {
    return new JsonSyntaxException(getMessage());
  }
}
