package io.github.invoicingsdk.internal.model;

import com.google.gson.JsonElement;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The checks of a model's builder: each refuses a bad value and says what is allowed. A value is
 * named by its model and property, such as {@code DraftItem: discount}; an argument of an operation
 * by its name alone.
 */
public final class Checks {

  private Checks() {}

  /**
   * Refuses a missing value.
   *
   * @throws IllegalStateException when the value is null
   */
  public static <T> T required(@Nullable T value, String type, String property) {
    if (value == null) {
      throw new MissingPropertyException(type, property);
    }
    return value;
  }

  /**
   * Refuses null.
   *
   * @throws NullPointerException when the value is null
   */
  public static <T> T notNull(@Nullable T value, String name) {
    if (value == null) {
      throw new NullPointerException(name + " must not be null");
    }
    return value;
  }

  /** Refuses a text without any character. */
  public static void notEmpty(String value, String name) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException(name + " is empty: give one that can stand in a name");
    }
  }

  /** Copies a list and the lists and maps in it; none of them may contain null. */
  public static <T> List<T> copy(List<T> value, String name) {
    return notNull(value, name).stream().map(element -> copyOf(element, name)).toList();
  }

  /** Copies a JSON value, so that nobody else can change it. */
  public static JsonElement copy(JsonElement value, String name) {
    return notNull(value, name).deepCopy();
  }

  /** Copies a map and the lists and maps in it, keeping the order; none may contain null. */
  public static <K, V> Map<K, V> copy(Map<K, V> value, String name) {
    Map<K, V> copy = new LinkedHashMap<>();
    notNull(value, name).forEach((key, entry) -> copy.put(notNull(key, name), copyOf(entry, name)));
    return Collections.unmodifiableMap(copy);
  }

  @SuppressWarnings("unchecked") // A copy of a list is a list, a copy of a map is a map.
  private static <T> T copyOf(@Nullable T element, String name) {
    Objects.requireNonNull(element, () -> name + " must not contain null");
    if (element instanceof List<?> list) {
      return (T) copy(list, name);
    }
    if (element instanceof Map<?, ?> map) {
      return (T) copy(map, name);
    }
    return element instanceof JsonElement json ? (T) json.deepCopy() : element;
  }

  /** Refuses a text with fewer characters than allowed. */
  public static void minLength(String value, int min, String name) {
    notNull(value, name);
    if (characters(value) < min) {
      throw new IllegalArgumentException(
          name + " has " + characters(value) + " characters: give at least " + min);
    }
  }

  /** Refuses a text with more characters than allowed. */
  public static void maxLength(String value, int max, String name) {
    notNull(value, name);
    if (characters(value) > max) {
      throw new IllegalArgumentException(
          name + " has " + characters(value) + " characters: give at most " + max);
    }
  }

  /** Refuses a text that does not match a regular expression. */
  public static void pattern(String value, String pattern, String name) {
    notNull(value, name);
    if (!Pattern.matches(pattern, value)) {
      throw new IllegalArgumentException(
          name + " is \"" + value + "\": give a text that matches " + pattern);
    }
  }

  /**
   * Refuses a secret or personal text that does not match a regular expression, without telling the
   * text.
   */
  public static void maskedPattern(String value, String pattern, String name) {
    notNull(value, name);
    if (!Pattern.matches(pattern, value)) {
      throw new IllegalArgumentException(
          name + " has a wrong form: give a text that matches " + pattern);
    }
  }

  /** Refuses a number below the allowed range. */
  public static void minimum(Number value, String minimum, String name) {
    notNull(value, name);
    if (new BigDecimal(value.toString()).compareTo(new BigDecimal(minimum)) < 0) {
      throw new IllegalArgumentException(name + " is " + value + ": give at least " + minimum);
    }
  }

  /** Refuses a number above the allowed range. */
  public static void maximum(Number value, String maximum, String name) {
    notNull(value, name);
    if (new BigDecimal(value.toString()).compareTo(new BigDecimal(maximum)) > 0) {
      throw new IllegalArgumentException(name + " is " + value + ": give at most " + maximum);
    }
  }

  private static int characters(String value) {
    return value.codePointCount(0, value.length());
  }
}
