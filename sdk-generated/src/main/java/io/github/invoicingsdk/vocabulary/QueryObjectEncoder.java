package io.github.invoicingsdk.vocabulary;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import feign.QueryMapEncoder;
import io.github.invoicingsdk.internal.model.JsonFormats;
import io.github.invoicingsdk.internal.model.RequestWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes the options of an operation, or the properties of a model, as the parameters of a query: a
 * list as one parameter per element, a value of options as {@link QueryValue} does, a property of a
 * model in the form that it has in JSON, without quotes. What is not said is left out.
 *
 * <p>Everything but letters, digits and {@code - . _ ~} is percent-encoded, as {@link QueryValue}
 * does. Stateless and thread-safe.
 */
public final class QueryObjectEncoder implements QueryMapEncoder {

  private final ModelRegistry models;

  /**
   * Creates an encoder.
   *
   * @param models the models that may come as arguments
   */
  public QueryObjectEncoder(ModelRegistry models) {
    this.models = Objects.requireNonNull(models, "models");
  }

  /**
   * Encodes options or a model.
   *
   * @param object the argument
   * @return encoded names and lists of encoded values, in the order of the spec
   * @throws IllegalArgumentException when a text holds half of a surrogate pair, an unknown
   *     property holds an object, which no query can say, or a property came as a value that could
   *     not be read
   * @throws IllegalStateException when the argument is neither options nor a model
   */
  @Override
  public Map<String, Object> encode(Object object) {
    Map<String, Object> query = new LinkedHashMap<>();
    if (object instanceof QueryParameters options) {
      options.forEachParameter((name, value) -> add(name, value, query));
      return query;
    }
    tree(object, object.getClass())
        .getAsJsonObject()
        .entrySet()
        .forEach(
            property -> {
              List<String> values = new ArrayList<>();
              addTexts(property.getKey(), property.getValue(), values);
              if (!values.isEmpty()) {
                query.put(QueryValue.encode(property.getKey()), values);
              }
            });
    return query;
  }

  private static void add(String name, Object value, Map<String, Object> query) {
    List<String> texts =
        value instanceof Collection<?> elements
            ? elements.stream().map(element -> QueryValue.encode(QueryValue.text(element))).toList()
            : List.of(QueryValue.encode(QueryValue.text(value)));
    if (!texts.isEmpty()) {
      query.put(QueryValue.encode(name), texts);
    }
    if (value instanceof QueryParameters further) {
      further.forEachParameter((other, more) -> add(other, more, query));
    }
  }

  private <T> JsonElement tree(Object object, Class<T> type) {
    TypeAdapter<T> adapter = models.adapter(type);
    if (adapter == null) {
      throw new IllegalStateException("no JSON adapter for " + type.getTypeName());
    }
    StringWriter text = new StringWriter();
    try {
      adapter.write(new RequestWriter(text), type.cast(object));
      return JsonFormats.ELEMENT.read(new JsonReader(new StringReader(text.toString())));
    } catch (IOException e) {
      throw new UncheckedIOException("a writer into memory failed", e);
    }
  }

  private static void addTexts(String name, JsonElement value, List<String> texts) {
    if (value.isJsonArray()) {
      value.getAsJsonArray().forEach(element -> addTexts(name, element, texts));
    } else if (value.isJsonPrimitive()) {
      texts.add(QueryValue.encode(text(value.getAsJsonPrimitive())));
    } else if (value.isJsonObject()) {
      throw new IllegalArgumentException(
          "the property " + name + " is an object, which cannot stand in a query; give a text");
    }
  }

  private static String text(JsonPrimitive value) {
    return value.isNumber()
        ? new BigDecimal(value.getAsString()).toPlainString()
        : value.getAsString();
  }
}
