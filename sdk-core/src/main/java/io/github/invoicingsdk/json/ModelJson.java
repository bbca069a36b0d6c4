package io.github.invoicingsdk.json;

import com.google.gson.Gson;
import com.google.gson.JsonIOException;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.annotations.JsonAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.MalformedJsonException;
import io.github.invoicingsdk.model.JsonModel;
import io.github.invoicingsdk.model.OpenEnum;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** The JSON of models as all versions of Jackson need it. */
final class ModelJson {

  /** Finds the adapter that a model names. */
  private static final Gson GSON = new Gson();

  private static final Pattern INTEGER = Pattern.compile("-?(?:0|[1-9]\\d*)");
  private static final Pattern NUMBER =
      Pattern.compile(INTEGER.pattern() + "(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");

  private ModelJson() {}

  static boolean isWritten(Class<?> type) {
    return JsonModel.class.isAssignableFrom(type);
  }

  static boolean isRead(Class<?> type) {
    return isWritten(type) && type.isAnnotationPresent(JsonAdapter.class);
  }

  static boolean isKey(Class<?> type) {
    return isRead(type) && OpenEnum.class.isAssignableFrom(type);
  }

  static JsonReader tokens(JsonModel model) {
    return new JsonReader(new StringReader(model.toJson()));
  }

  /**
   * Reads a model.
   *
   * @throws com.google.gson.JsonParseException when the JSON is not that of the model; the message
   *     holds no value
   */
  static <T> T read(Class<T> type, String json) {
    TypeAdapter<T> adapter = GSON.getAdapter(type);
    try {
      return adapter.fromJson(json);
    } catch (MalformedJsonException e) {
      // More levels than are read.
      throw new JsonSyntaxException(e.getMessage(), e);
    } catch (IOException e) {
      throw new JsonIOException("a reader of a text failed", e);
    }
  }

  /** Reads an open enum that is the key of a map; exceptions as above. */
  static <T> T readKey(Class<T> type, String key) {
    return GSON.getAdapter(type).fromJsonTree(new JsonPrimitive(key));
  }

  /** Whether a number stands in the text as in JSON, so that it need not be put differently. */
  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  /** The exact number in a text of JSON: a Long or, when it is none, a BigInteger or BigDecimal. */
  static Number number(String text) {
    if (!INTEGER.matcher(text).matches()) {
      return new BigDecimal(text);
    }
    BigInteger integer = new BigInteger(text);
    return integer.bitLength() < Long.SIZE ? (Number) integer.longValue() : integer;
  }
}
