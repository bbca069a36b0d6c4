package io.github.invoicingsdk.internal.model;

import com.google.gson.JsonIOException;
import com.google.gson.JsonSyntaxException;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.util.Objects;

/** Reads models from texts. */
public final class JsonTexts {

  private JsonTexts() {}

  /**
   * Reads a model.
   *
   * @throws com.google.gson.JsonParseException when the text is not JSON, or not that of the model
   */
  public static <T> T read(TypeAdapter<T> adapter, String json) {
    JsonReader in = new JsonReader(new StringReader(Objects.requireNonNull(json, "json")));
    in.setStrictness(Strictness.LEGACY_STRICT);
    try {
      if (in.peek() == JsonToken.NULL) {
        throw RawValues.unexpected(in, "a value");
      }
      T model = adapter.read(in);
      if (in.peek() != JsonToken.END_DOCUMENT) {
        throw new JsonSyntaxException("Expected the end but found " + in.peek() + " at path $");
      }
      return model;
    } catch (MalformedJsonException | EOFException e) {
      throw new JsonSyntaxException(e.getMessage(), e);
    } catch (IOException e) {
      throw new JsonIOException("a reader of a text failed", e);
    }
  }
}
