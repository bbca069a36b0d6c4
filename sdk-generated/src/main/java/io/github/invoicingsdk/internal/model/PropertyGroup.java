package io.github.invoicingsdk.internal.model;

import com.google.gson.JsonElement;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Describes flat properties that together make a map, such as {@code current_invoice_number} and
 * {@code current_invoice_sequence_id}: the text between prefix and part is the key, the part names
 * a property of the value. Immutable and thread-safe.
 *
 * @param <V> the model of a value
 * @param <B> the builder of a value
 */
public final class PropertyGroup<V, B> {

  private final String prefix;
  private final ModelAdapter<V, B> adapter;
  private final String[] parts;

  /**
   * Creates a group.
   *
   * @param prefix what all properties of the group start with
   * @param adapter reads and writes the value
   * @param parts the properties of the value
   */
  public PropertyGroup(String prefix, ModelAdapter<V, B> adapter, String... parts) {
    this.prefix = prefix;
    this.adapter = adapter;
    // The longest first: of two parts that fit, the longer one leaves the key that was meant.
    this.parts =
        Stream.of(parts)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toArray(String[]::new);
  }

  /** Whether a property belongs to the group. */
  public boolean contains(String name) {
    return part(name) != null;
  }

  /** Reads a property, which may be null; false, with nothing read, if it is not of the group. */
  public boolean read(String name, JsonReader in, Entries<B> entries) throws IOException {
    String part = part(name);
    if (part == null) {
      return false;
    }
    entries.go(name, prefix.length(), keyEnd(name, part));
    B builder = entries.current;
    if (builder == null) {
      builder = adapter.newBuilder();
      // Null says nothing of the value, so it alone does not make an entry.
      if (in.peek() != JsonToken.NULL) {
        entries.put(entries.key, builder);
      }
    }
    return adapter.readProperty(part, in, builder);
  }

  /** Writes one value as flat properties. */
  public void write(JsonWriter out, String key, V value) throws IOException {
    for (Map.Entry<String, JsonElement> property :
        adapter.toJsonTree(value).getAsJsonObject().entrySet()) {
      out.name(name(key, property.getKey()));
      Wire.ELEMENT.write(out, property.getValue());
    }
  }

  /** Forgets which properties of one value were explicitly null, because it gets replaced. */
  public void removeNulls(String key, ExtraProperties.Builder extras) {
    for (String part : parts) {
      extras.removeNull(name(key, part));
    }
  }

  /** The finished map, in the order in which the keys came. */
  public <K> Map<K, V> build(Entries<B> entries, Function<String, K> key) {
    Map<K, V> map = new LinkedHashMap<>();
    entries.builders.forEach((name, builder) -> map.put(key.apply(name), adapter.build(builder)));
    return Collections.unmodifiableMap(map);
  }

  private String name(String key, String part) {
    return prefix + key + "_" + part;
  }

  /** Which property of the value is meant; null when the property is not of the group. */
  private @Nullable String part(String name) {
    if (!name.startsWith(prefix)) {
      return null;
    }
    for (String part : parts) {
      int end = keyEnd(name, part);
      if (end > prefix.length() && name.endsWith(part) && name.charAt(end) == '_') {
        return part;
      }
    }
    return null;
  }

  private static int keyEnd(String name, String part) {
    return name.length() - part.length() - 1;
  }

  /**
   * Collects the values of a group; for one thread.
   *
   * @param <B> the builder of a value
   */
  public static final class Entries<B> {

    private final Map<String, B> builders = new LinkedHashMap<>();

    /** The key that came last; the properties of one value mostly come together. */
    private String key = "";

    /** The builder of its value, or null when there is none. */
    private @Nullable B current;

    /** Creates an empty collection. */
    public Entries() {}

    /** Sets the builder of the value for a key. */
    public void put(String newKey, B builder) {
      if (newKey.isEmpty()) {
        throw new IllegalArgumentException("key is empty: give one that can stand in a name");
      }
      builders.put(newKey, builder);
      key = newKey;
      current = builder;
    }

    /** Goes to the key that is a part of a name. */
    private void go(String name, int begin, int end) {
      if (end - begin != key.length() || !name.startsWith(key, begin)) {
        key = name.substring(begin, end);
        current = builders.get(key);
      }
    }
  }
}
