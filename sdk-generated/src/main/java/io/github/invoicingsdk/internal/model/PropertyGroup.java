package io.github.invoicingsdk.internal.model;

import com.google.gson.JsonElement;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects flat properties that together make a map, such as {@code current_invoice_number} and
 * {@code current_invoice_sequence_id}: the part after the prefix is the key, and what follows it
 * names a property of the value.
 *
 * @param <B> the builder of a value
 */
public final class PropertyGroup<B> {

  private final Map<String, B> builders = new LinkedHashMap<>();
  private final Supplier<B> newBuilder;

  /**
   * Creates an empty group.
   *
   * @param newBuilder makes the builder of a value
   */
  public PropertyGroup(Supplier<B> newBuilder) {
    this.newBuilder = newBuilder;
  }

  /** The value's builder for a key, made when the key occurs for the first time. */
  public B builder(String key) {
    return builders.computeIfAbsent(key, k -> newBuilder.get());
  }

  /** Sets the value's builder for a key. */
  public void put(String key, B builder) {
    builders.put(key, builder);
  }

  /** The finished map, in the order in which the keys came. */
  public <K, V> Map<K, V> build(Function<String, K> key, Function<B, V> value) {
    Map<K, V> map = new LinkedHashMap<>();
    builders.forEach((name, builder) -> map.put(key.apply(name), value.apply(builder)));
    return Collections.unmodifiableMap(map);
  }

  /**
   * The key in a property's name.
   *
   * @param property the property of the value, which follows the key after an underscore
   * @return the text between prefix and property; null when the name does not have this form
   */
  public static @Nullable String key(String name, String prefix, String property) {
    int end = name.length() - property.length() - 1;
    return end > prefix.length()
            && name.startsWith(prefix)
            && name.endsWith(property)
            && name.charAt(end) == '_'
        ? name.substring(prefix.length(), end)
        : null;
  }

  /**
   * Writes one value of the group as flat properties.
   *
   * @param <V> the value
   */
  public static <V> void write(
      JsonWriter out, String prefix, String key, TypeAdapter<V> adapter, V value)
      throws IOException {
    for (Map.Entry<String, JsonElement> property :
        adapter.toJsonTree(value).getAsJsonObject().entrySet()) {
      out.name(prefix + key + "_" + property.getKey());
      Wire.ELEMENT.write(out, property.getValue());
    }
  }
}
