package io.github.invoicingsdk.internal.model;

import com.google.gson.JsonElement;
import com.google.gson.stream.JsonWriter;
import io.github.invoicingsdk.model.MissingValueException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a model holds beside the values of its properties: properties that this version of the SDK
 * does not know, values that could not be read, and which properties are explicitly null.
 */
public final class ExtraProperties {

  /** Nothing of all that. */
  static final ExtraProperties NONE = new ExtraProperties(Map.of(), Map.of(), new String[0], null);

  private final Map<String, JsonElement> unknown;
  private final Map<String, JsonElement> unreadable;

  /** Without doubles, and never changed. A set for each of many models would cost a lot. */
  private final String[] nulls;

  /** Whose response lacks what is always sent; known only if something is lacking. */
  private final @Nullable String operation;

  private ExtraProperties(
      Map<String, JsonElement> unknown,
      Map<String, JsonElement> unreadable,
      String[] nulls,
      @Nullable String operation) {
    this.unknown = unknown;
    this.unreadable = unreadable;
    this.nulls = nulls;
    this.operation = operation;
  }

  /** Copies of the unknown properties by name, in the order in which they came. */
  public Map<String, JsonElement> unknown() {
    return copy(unknown);
  }

  /** Copies of the values that could not be read, by name, in the order in which they came. */
  public Map<String, JsonElement> unreadable() {
    return copy(unreadable);
  }

  private static Map<String, JsonElement> copy(Map<String, JsonElement> values) {
    if (values.isEmpty()) {
      return values;
    }
    Map<String, JsonElement> copies = new LinkedHashMap<>();
    values.forEach((name, value) -> copies.put(name, value.deepCopy()));
    return Collections.unmodifiableMap(copies);
  }

  /** The names of the unknown properties, in the order in which they came; cannot be changed. */
  public Set<String> unknownNames() {
    return unknown.keySet();
  }

  /** The names of the properties that could not be read, in their order; cannot be changed. */
  public Set<String> unreadableNames() {
    return unreadable.keySet();
  }

  /**
   * The value of a property that the provider always sends.
   *
   * @param accessor the accessor that is called, such as {@code Document.beforeTaxes}
   * @param name the property's name on the wire
   * @throws MissingValueException if there is no value
   */
  public <T> T sent(@Nullable T value, String accessor, String name) {
    if (value == null) {
      throw new MissingValueException(accessor, name, operation, reason(name));
    }
    return value;
  }

  private String reason(String name) {
    if (unreadable.containsKey(name)) {
      return "is unreadable: unreadableProperties() has it";
    }
    return Arrays.asList(nulls).contains(name) ? "is null" : "is absent";
  }

  boolean isOnlyNulls() {
    return unknown.isEmpty() && unreadable.isEmpty();
  }

  /** The names, as on the wire, of the properties that are explicitly null; cannot be changed. */
  public Set<String> nulls() {
    return Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(nulls)));
  }

  void write(JsonWriter out, PropertyNames names) throws IOException {
    boolean serializeNulls = out.getSerializeNulls();
    out.setSerializeNulls(true);
    for (String name : nulls) {
      out.name(names.of(name)).nullValue();
    }
    out.setSerializeNulls(serializeNulls);
    for (Map.Entry<String, JsonElement> entry : unreadable.entrySet()) {
      if (out instanceof RequestWriter) {
        RequestWriter.refuseUnlessNothing(entry.getKey(), entry.getValue());
      } else {
        out.name(names.of(entry.getKey()));
        JsonFormats.ELEMENT.write(out, entry.getValue());
      }
    }
    for (Map.Entry<String, JsonElement> entry : unknown.entrySet()) {
      out.name(names.of(entry.getKey()));
      JsonFormats.ELEMENT.write(out, entry.getValue());
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof ExtraProperties that
            && unknown.equals(that.unknown)
            && unreadable.equals(that.unreadable)
            && (Arrays.equals(nulls, that.nulls) || nulls().equals(that.nulls())));
  }

  @Override
  public int hashCode() {
    int hashOfNulls = 0;
    for (String name : nulls) {
      hashOfNulls += name.hashCode();
    }
    return 31 * (31 * unknown.hashCode() + unreadable.hashCode()) + hashOfNulls;
  }

  /** Collects extra properties; for one thread. */
  public static final class Builder {

    private @Nullable Map<String, JsonElement> unknown;
    private @Nullable Map<String, JsonElement> unreadable;

    /** Begins with the nulls that have been noted, as long as there is no list of them. */
    private ExtraProperties earlier;

    private int nullsAsEarlier;
    private @Nullable List<String> nulls;

    /** Creates an empty builder. */
    public Builder() {
      earlier = NONE;
    }

    /** Creates a builder that starts with what a model holds. */
    public Builder(ExtraProperties from) {
      earlier = from;
      nullsAsEarlier = from.nulls.length;
      if (!from.unknown.isEmpty()) {
        unknown = new LinkedHashMap<>(from.unknown);
      }
      if (!from.unreadable.isEmpty()) {
        unreadable = new LinkedHashMap<>(from.unreadable);
      }
    }

    /**
     * Takes those of an object before to be those of this one too, until others come: a provider
     * writes most objects of a kind alike, and they can share what they hold.
     *
     * @param other holds nothing but nulls
     */
    void expect(ExtraProperties other) {
      earlier = other;
    }

    /** Notes to which operation the response was that lacks what is always sent. */
    void readBy(String operation) {
      earlier = new ExtraProperties(earlier.unknown, earlier.unreadable, earlier.nulls, operation);
    }

    /** Adds or replaces an unknown property. */
    public void add(String name, JsonElement value) {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(value, "value");
      if (unknown == null) {
        unknown = new LinkedHashMap<>();
      }
      unknown.put(name, value.deepCopy());
    }

    /** Keeps what could not be read of a property. */
    void addUnreadable(String name, JsonElement value) {
      if (unreadable == null) {
        unreadable = new LinkedHashMap<>();
      }
      unreadable.put(name, value);
    }

    /** Forgets all that could not be read. */
    public void dropUnreadable() {
      unreadable = null;
    }

    private void dropUnreadable(String name) {
      if (unreadable != null) {
        unreadable.remove(name);
      }
    }

    /** Notes that a property is explicitly null. */
    public void addNull(String name) {
      dropUnreadable(name);
      List<String> noted = listOfNulls();
      if (!noted.contains(name)) {
        noted.add(name);
      }
    }

    /** Notes that a property is explicitly null of which nothing was noted before. */
    void addFirstNull(String name) {
      if (nulls == null
          && nullsAsEarlier < earlier.nulls.length
          && earlier.nulls[nullsAsEarlier].equals(name)) {
        nullsAsEarlier++;
      } else {
        listOfNulls().add(name);
      }
    }

    /** Notes that a property has got a value. */
    public void removeNull(String name) {
      dropUnreadable(name);
      if (nulls != null || nullsAsEarlier > 0) {
        listOfNulls().remove(name);
      }
    }

    /** Adds an unknown property for a model's user, who must not reach known ones this way. */
    public void addUnknown(String name, JsonElement value, boolean known, String type) {
      if (known) {
        throw new IllegalArgumentException(
            type + ": " + name + " is a known property: use the builder's method for it");
      }
      add(name, value);
    }

    /** The collected properties. */
    public ExtraProperties build() {
      boolean onlyNulls = unknown == null && (unreadable == null || unreadable.isEmpty());
      if (onlyNulls && nulls == null && nullsAsEarlier == earlier.nulls.length) {
        return earlier.isOnlyNulls()
            ? earlier
            : new ExtraProperties(Map.of(), Map.of(), earlier.nulls, earlier.operation);
      }
      String[] all =
          nulls == null ? Arrays.copyOf(earlier.nulls, nullsAsEarlier) : nulls.toArray(NONE.nulls);
      if (onlyNulls && all.length == 0 && earlier.operation == null) {
        return NONE;
      }
      return new ExtraProperties(kept(unknown), kept(unreadable), all, earlier.operation);
    }

    private static Map<String, JsonElement> kept(@Nullable Map<String, JsonElement> values) {
      return values == null || values.isEmpty()
          ? Map.of()
          : Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    private List<String> listOfNulls() {
      List<String> list = nulls;
      if (list == null) {
        list = new ArrayList<>(Arrays.asList(earlier.nulls).subList(0, nullsAsEarlier));
        nulls = list;
      }
      return list;
    }
  }
}
