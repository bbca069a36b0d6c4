package io.github.invoicingsdk.internal.model;

import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes one model as a stream, keeping what it does not know.
 *
 * @param <T> the model
 * @param <B> the model's builder
 */
public abstract class ModelAdapter<T, B> extends TypeAdapter<T> {

  /** Creates an adapter. */
  protected ModelAdapter() {}

  /** A new, empty builder. */
  protected abstract B newBuilder();

  /** The part of the builder that keeps what the model has no property for. */
  protected abstract ExtraProperties.Builder extrasBuilder(B builder);

  /** Reads a property's value, which is not null; false, with nothing read, if it is unknown. */
  protected abstract boolean readProperty(String name, JsonReader in, B builder) throws IOException;

  /** Whether the model has a property of that name. */
  protected abstract boolean isProperty(String name);

  /** The finished model; IllegalStateException when a required property is missing. */
  protected abstract T build(B builder);

  /** Writes the properties that have a value. */
  protected abstract void writeProperties(JsonWriter out, T model) throws IOException;

  /** What the model has no property for. */
  protected abstract ExtraProperties extras(T model);

  @Override
  public final @Nullable T read(JsonReader in) throws IOException {
    JsonToken token = in.peek();
    if (token == JsonToken.NULL) {
      in.nextNull();
      return null;
    }
    if (token != JsonToken.BEGIN_OBJECT) {
      throw Wire.unexpected(in, "an object");
    }
    B builder = newBuilder();
    in.beginObject();
    while (in.hasNext()) {
      String name = in.nextName();
      if (in.peek() == JsonToken.NULL && isProperty(name)) {
        in.nextNull();
        extrasBuilder(builder).addNull(name);
      } else if (!readProperty(name, in, builder)) {
        extrasBuilder(builder).add(name, Wire.readElement(in));
      }
    }
    in.endObject();
    try {
      return build(builder);
    } catch (IllegalStateException e) {
      throw new JsonSyntaxException(e.getMessage() + " at path " + in.getPreviousPath(), e);
    }
  }

  @Override
  public final void write(JsonWriter out, @Nullable T model) throws IOException {
    if (model == null) {
      out.nullValue();
      return;
    }
    out.beginObject();
    writeProperties(out, model);
    extras(model).write(out);
    out.endObject();
  }
}
