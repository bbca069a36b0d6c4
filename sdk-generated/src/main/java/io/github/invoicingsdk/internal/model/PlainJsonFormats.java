package io.github.invoicingsdk.internal.model;

import com.google.gson.JsonElement;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How texts, numbers, flags, lists and maps stand in JSON.
 *
 * <p>Apart from the rest of {@link JsonFormats}: a constant brings only the class into memory that
 * declares it, and most responses need no other constants than these.
 */
abstract class PlainJsonFormats {

  /** A text; a number or boolean is taken as its text. */
  public static final TypeAdapter<String> STRING = new PlainText();

  /** A text that is never shown. */
  public static final TypeAdapter<String> PASSWORD = STRING;

  /** A boolean; its name in quotes is accepted. */
  public static final TypeAdapter<Boolean> BOOLEAN = new Flag(Flag.Form.BOOLEAN);

  /** A boolean as the number 0 or 1; a boolean or the number in quotes is accepted. */
  public static final TypeAdapter<Boolean> FLAG = new Flag(Flag.Form.NUMBER);

  /** A boolean as the text "0" or "1"; a boolean or the bare number is accepted. */
  public static final TypeAdapter<Boolean> TEXT_FLAG = new Flag(Flag.Form.TEXT);

  /** A whole number of 32 bits; a text that holds one is accepted. */
  public static final TypeAdapter<Integer> INT32 = new Numeric.Int32();

  /** A whole number of 64 bits; a text that holds one is accepted. */
  public static final TypeAdapter<Long> INT64 = new Numeric.Int64(false);

  /** A whole number of 64 bits written as a text, such as {@code "7"}; a bare one is accepted. */
  public static final TypeAdapter<Long> TEXT_INTEGER = new Numeric.Int64(true);

  /** A decimal number with its scale as it came; a text that holds one is accepted. */
  public static final TypeAdapter<BigDecimal> DECIMAL = new Numeric.Decimal(false);

  /** A decimal number written as a text, such as {@code "10.0"}; a bare number is accepted. */
  public static final TypeAdapter<BigDecimal> TEXT_DECIMAL = new Numeric.Decimal(true);

  /** Any JSON value: numbers keep their digits, members that are null stay. */
  public static final TypeAdapter<JsonElement> ELEMENT = new Element();

  PlainJsonFormats() {}

  /**
   * Finds the adapter of a list.
   *
   * @param <T> the elements
   * @param element the adapter of the elements; a null element cannot be read
   * @return an adapter that reads lists which cannot be changed
   */
  public static <T> TypeAdapter<List<T>> listOf(TypeAdapter<T> element) {
    return new TypeAdapter<>() {
      @Override
      public List<T> read(JsonReader in) throws IOException {
        if (in.peek() != JsonToken.BEGIN_ARRAY) {
          throw RawValues.unexpected(in, "an array");
        }
        List<T> list = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
          try {
            list.add(readNotNull(in, element, "an element"));
          } catch (UnreadableValueException e) {
            throw RawValues.inArray(in, e, list, element);
          }
        }
        in.endArray();
        return Collections.unmodifiableList(list);
      }

      @Override
      public void write(JsonWriter out, List<T> list) throws IOException {
        out.beginArray();
        for (T value : list) {
          element.write(out, value);
        }
        out.endArray();
      }
    };
  }

  /**
   * Finds the adapter of a map with text keys.
   *
   * @param <T> the values
   * @param value the adapter of the values; a null value cannot be read
   * @return an adapter that reads maps which cannot be changed
   */
  public static <T> TypeAdapter<Map<String, T>> mapOf(TypeAdapter<T> value) {
    return new TypeAdapter<>() {
      @Override
      public Map<String, T> read(JsonReader in) throws IOException {
        if (in.peek() != JsonToken.BEGIN_OBJECT) {
          throw RawValues.unexpected(in, "an object");
        }
        Map<String, T> map = new LinkedHashMap<>();
        in.beginObject();
        while (in.hasNext()) {
          String key = in.nextName();
          try {
            map.put(key, readNotNull(in, value, "a value"));
          } catch (UnreadableValueException e) {
            throw RawValues.inObject(in, key, e, map, value);
          }
        }
        in.endObject();
        return Collections.unmodifiableMap(map);
      }

      @Override
      public void write(JsonWriter out, Map<String, T> map) throws IOException {
        out.beginObject();
        for (Map.Entry<String, T> entry : map.entrySet()) {
          out.name(entry.getKey());
          value.write(out, entry.getValue());
        }
        out.endObject();
      }
    };
  }

  private static <T> T readNotNull(JsonReader in, TypeAdapter<T> adapter, String expected)
      throws IOException {
    if (in.peek() == JsonToken.NULL) {
      throw RawValues.unexpected(in, expected);
    }
    return adapter.read(in);
  }
}
