package io.github.invoicingsdk.internal.model;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;

/**
 * Any JSON value, written as it was read even where the writer would leave out null.
 *
 * <p>It does not read through {@code JsonParser}, which turns the reader lenient, so that NaN would
 * come back as a text.
 */
final class Element extends TypeAdapter<JsonElement> {

  @Override
  public JsonElement read(JsonReader in) throws IOException {
    return in instanceof ResponseReader response
        ? response.keep(Elements.ADAPTER)
        : Elements.ADAPTER.read(in);
  }

  @Override
  public void write(JsonWriter out, JsonElement value) throws IOException {
    boolean serializeNulls = out.getSerializeNulls();
    out.setSerializeNulls(true);
    try {
      Elements.ADAPTER.write(out, value);
    } finally {
      out.setSerializeNulls(serializeNulls);
    }
  }

  /**
   * Comes into memory with the first value that no model knows, and Gson's own adapters with it.
   */
  private static final class Elements {
    private static final TypeAdapter<JsonElement> ADAPTER =
        new Gson().getAdapter(JsonElement.class);
  }
}
