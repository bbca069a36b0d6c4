package io.github.invoicingsdk.internal.model;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
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

  private final FlatNames names;
  private final ModelAdapter<V, B> adapter;

  /**
   * Creates a group.
   *
   * @param prefix what all properties of the group start with
   * @param adapter reads and writes the value
   * @param parts the properties of the value
   */
  public PropertyGroup(String prefix, ModelAdapter<V, B> adapter, String... parts) {
    this.names = new FlatNames(prefix, parts);
    this.adapter = adapter;
  }

  /** Whether a property belongs to the group. */
  public boolean contains(String name) {
    return names.member(name) != null;
  }

  /** Whether a property belongs to the group and must be readable. */
  public boolean decides(String name) {
    FlatNames.Member member = names.member(name);
    return member != null && adapter.decides(member.part());
  }

  /** Reads a property, which is not null; false, with nothing read, if it is not of the group. */
  public boolean read(String name, JsonReader in, Entries<B> entries) throws IOException {
    FlatNames.Member member = names.member(name);
    if (member == null) {
      return false;
    }
    entries.operation = ResponseReader.operation(in);
    return adapter.readProperty(member.part(), in, entries.builder(member.key(), adapter));
  }

  /** Writes one value as flat properties. */
  public void write(JsonWriter out, String key, V value) throws IOException {
    adapter.writeContent(out, names.namesOf(key), value);
  }

  /** Forgets which properties of one value were explicitly null, because it gets replaced. */
  public void removeNulls(String key, ExtraProperties.Builder extras) {
    names.ofValue(key).forEach(extras::removeNull);
  }

  /** The finished map, in the order in which the keys came. */
  public <K> Map<K, V> build(Entries<B> entries, Function<String, K> key) {
    Map<K, V> map = new LinkedHashMap<>(2 * entries.builders.size());
    for (Map.Entry<String, B> entry : entries.builders.entrySet()) {
      map.put(key.apply(entry.getKey()), adapter.finish(entry.getValue(), entries.operation));
    }
    return Collections.unmodifiableMap(map);
  }

  /**
   * Collects the values of a group; for one thread.
   *
   * @param <B> the builder of a value
   */
  public static final class Entries<B> {

    private final Map<String, B> builders = new LinkedHashMap<>();

    /** The key that came last; the properties of one value mostly come together. */
    private String lastKey = "";

    private @Nullable B lastBuilder;
    private @Nullable String operation;

    /** Creates an empty collection. */
    public Entries() {}

    /** Sets the builder of the value for a key. */
    public void put(String key, B builder) {
      builders.put(key, builder);
      lastKey = key;
      lastBuilder = builder;
    }

    /** The builder of the value for a key, which is a new one if there was none. */
    private B builder(String key, ModelAdapter<?, B> adapter) {
      B last = lastBuilder;
      if (last != null && key.equals(lastKey)) {
        return last;
      }
      B builder = builders.get(key);
      if (builder == null) {
        builder = adapter.newBuilder();
      }
      put(key, builder);
      return builder;
    }
  }
}
