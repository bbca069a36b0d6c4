package io.github.invoicingsdk.internal.model;

import com.google.gson.JsonObject;
import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import com.google.gson.stream.MalformedJsonException;
import io.github.invoicingsdk.model.UnreadableValue.Kind;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes one model as a stream, keeping what it does not know.
 *
 * @param <T> the model
 * @param <B> the model's builder
 */
public abstract class ModelAdapter<T, B> extends TypeAdapter<T> {

  /** The names of an object's properties as they came the last time that they came otherwise. */
  private volatile String[] usualNames = SeenNames.NONE;

  /** The nulls of an object the last time that they were others, and no unknown properties. */
  private volatile ExtraProperties usualNulls = ExtraProperties.NONE;

  /** Creates an adapter. */
  protected ModelAdapter() {}

  /** A new, empty builder. */
  protected abstract B newBuilder();

  /** The part of the builder that keeps what the model has no property for. */
  protected abstract ExtraProperties.Builder extrasBuilder(B builder);

  /** Reads a property's value, which is not null; false, with nothing read, if it is unknown. */
  protected abstract boolean readProperty(String name, JsonReader in, B builder) throws IOException;

  /** Whether the model has a property of that name. */
  public abstract boolean isProperty(String name);

  /** Whether an object without any property says something. */
  protected boolean mayBeEmpty() {
    return true;
  }

  /** Whether a property must be readable if it has a value, since it decides what callers do. */
  protected abstract boolean decides(String name);

  /** The finished model; {@link MissingPropertyException} when a required property is missing. */
  protected abstract T build(B builder);

  /** Whether the model has a value for all that the provider always sends. */
  protected abstract boolean isComplete(T model);

  /**
   * The finished model, which knows the operation whose response lacks something.
   *
   * @param operation null if it was not read from a response
   */
  final T finish(B builder, @Nullable String operation) {
    T model = build(builder);
    if (operation == null || isComplete(model)) {
      return model;
    }
    extrasBuilder(builder).readBy(operation);
    return build(builder);
  }

  /** Writes the properties that have a value, each under the name given for its own. */
  protected abstract void writeProperties(JsonWriter out, PropertyNames names, T model)
      throws IOException;

  /** What the model has no property for. */
  protected abstract ExtraProperties extras(T model);

  @Override
  public final @Nullable T read(JsonReader in) throws IOException {
    try {
      return readNullable(in);
    } catch (MalformedJsonException e) {
      throw new JsonSyntaxException(e.getMessage(), e);
    }
  }

  private @Nullable T readNullable(JsonReader in) throws IOException {
    JsonToken token = in.peek();
    if (token == JsonToken.NULL) {
      in.nextNull();
      return null;
    }
    if (token != JsonToken.BEGIN_OBJECT) {
      throw RawValues.unexpected(in, "an object");
    }
    B builder = newBuilder();
    ExtraProperties.Builder extras = extrasBuilder(builder);
    ExtraProperties nulls = usualNulls;
    extras.expect(nulls);
    String[] usual = usualNames;
    SeenNames seen = new SeenNames(usual);
    in.beginObject();
    if (!in.hasNext() && !mayBeEmpty()) {
      in.endObject();
      throw new UnreadableValueException(
          "Expected properties but found none at path " + in.getPreviousPath(), new JsonObject());
    }
    while (in.hasNext()) {
      String name = seen.add(in.nextName());
      if (name == null) {
        // Which of the two is meant cannot be known, and one of them may be a document's number.
        throw new JsonSyntaxException("Expected one value but found two at path " + in.getPath());
      }
      if (in.peek() == JsonToken.NULL && isProperty(name)) {
        in.nextNull();
        extras.addFirstNull(name);
      } else {
        try {
          if (!readProperty(name, in, builder)) {
            extras.add(name, JsonFormats.ELEMENT.read(in));
          }
        } catch (UnreadableValueException e) {
          // An empty text says that there is no value, which is noticed where one is required.
          if (decides(name) && RawValues.kind(e.value()) != Kind.EMPTY_TEXT) {
            throw e.failure();
          }
          extras.addUnreadable(name, e.value());
          if (in instanceof ResponseReader response) {
            response.passedOver(e.value());
          }
        }
      }
    }
    in.endObject();
    String[] now = seen.usual();
    if (now != usual) {
      usualNames = now;
    }
    try {
      T model = build(builder);
      ExtraProperties held = extras(model);
      if (held.isOnlyNulls() && !held.equals(nulls)) {
        usualNulls = held;
      }
      String operation = ResponseReader.operation(in);
      return operation == null || isComplete(model) ? model : finish(builder, operation);
    } catch (MissingPropertyException e) {
      throw new JsonSyntaxException(
          "Expected a value for "
              + e.property()
              + " but found none at path "
              + in.getPreviousPath(),
          e);
    }
  }

  @Override
  public final void write(JsonWriter out, @Nullable T model) throws IOException {
    if (model == null) {
      out.nullValue();
      return;
    }
    out.beginObject();
    writeContent(out, PropertyNames.OWN, model);
    out.endObject();
  }

  /** Writes all that the model holds into an object that has been begun. */
  final void writeContent(JsonWriter out, PropertyNames names, T model) throws IOException {
    writeProperties(out, names, model);
    extras(model).write(out, names);
  }
}
