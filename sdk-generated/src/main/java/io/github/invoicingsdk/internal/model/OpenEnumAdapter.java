package io.github.invoicingsdk.internal.model;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.github.invoicingsdk.model.OpenEnum;
import java.io.IOException;
import java.util.function.Function;

/**
 * Reads and writes an open enum by its value, known or not.
 *
 * @param <V> the type of the value on the wire
 * @param <T> the enum
 */
public final class OpenEnumAdapter<V, T extends OpenEnum<V>> extends TypeAdapter<T> {

  private final TypeAdapter<V> value;
  private final Function<V, T> of;

  /**
   * Creates an adapter.
   *
   * @param value the adapter of the value on the wire
   * @param of finds or makes the constant of a value
   */
  public OpenEnumAdapter(TypeAdapter<V> value, Function<V, T> of) {
    this.value = value;
    this.of = of;
  }

  @Override
  public T read(JsonReader in) throws IOException {
    JsonToken token = in.peek();
    T constant = of.apply(value.read(in));
    // The providers send an empty text for none; as a value it would be sent on.
    if (constant.value() instanceof String text && text.isBlank() && !constant.recognized()) {
      throw RawValues.unexpected(in, "one of several values", token, text);
    }
    return constant;
  }

  @Override
  public void write(JsonWriter out, T constant) throws IOException {
    value.write(out, constant.value());
  }
}
