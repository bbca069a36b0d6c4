package io.github.invoicingsdk.internal.model;

import com.google.gson.JsonElement;
import com.google.gson.stream.JsonWriter;
import io.github.invoicingsdk.model.UnreadableValue.Kind;
import java.io.Writer;

/**
 * Writes what is sent to a provider. Unlike JSON that somebody keeps, it holds nothing that could
 * not be read when it came.
 */
public final class RequestWriter extends JsonWriter {

  /** Creates a writer. */
  public RequestWriter(Writer out) {
    super(out);
  }

  /** Refuses a value that could not be read; an empty text says nothing and is left out. */
  static void refuseUnlessNothing(String name, JsonElement value) {
    if (RawValues.kind(value) != Kind.EMPTY_TEXT) {
      throw new IllegalArgumentException(
          name
              + " came as a value that could not be read, which is not sent on: give it a value,"
              + " or call dropUnreadableProperties() on the builder to send the rest without it");
    }
  }
}
