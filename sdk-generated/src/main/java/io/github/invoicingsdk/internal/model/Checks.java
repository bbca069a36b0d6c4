package io.github.invoicingsdk.internal.model;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The checks of a model's builder: each refuses a bad value by name and says what is allowed. */
public final class Checks {

  private Checks() {}

  /**
   * Refuses a missing value.
   *
   * @throws IllegalStateException when the value is null
   */
  public static <T> T required(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalStateException(name + " is required: call " + name + "(...)");
    }
    return value;
  }

  /**
   * Refuses null.
   *
   * @throws NullPointerException when the value is null
   */
  public static <T> T notNull(@Nullable T value, String name) {
    return Objects.requireNonNull(value, name);
  }

  /** Copies a list, which must not contain null. */
  public static <T> List<T> copy(List<T> value, String name) {
    return List.copyOf(notNull(value, name));
  }

  /** Copies a map, keeping its order; it must not contain null. */
  public static <K, V> Map<K, V> copy(Map<K, V> value, String name) {
    Map<K, V> copy = new LinkedHashMap<>(notNull(value, name));
    copy.forEach(
        (key, entry) -> {
          Objects.requireNonNull(key, name);
          Objects.requireNonNull(entry, name);
        });
    return Collections.unmodifiableMap(copy);
  }

  /** Refuses a text with fewer characters than allowed. */
  public static void minLength(String value, int min, String name) {
    if (characters(value) < min) {
      throw new IllegalArgumentException(
          name + " has " + characters(value) + " characters; at least " + min);
    }
  }

  /** Refuses a text with more characters than allowed. */
  public static void maxLength(String value, int max, String name) {
    if (characters(value) > max) {
      throw new IllegalArgumentException(
          name + " has " + characters(value) + " characters; at most " + max);
    }
  }

  /** Refuses a text that does not match a regular expression. */
  public static void pattern(String value, String pattern, String name) {
    if (!Pattern.matches(pattern, value)) {
      throw new IllegalArgumentException(
          name + " is \"" + value + "\", which does not match " + pattern);
    }
  }

  /** Refuses a number below the allowed range. */
  public static void minimum(Number value, String minimum, String name) {
    if (new BigDecimal(value.toString()).compareTo(new BigDecimal(minimum)) < 0) {
      throw new IllegalArgumentException(name + " is " + value + "; at least " + minimum);
    }
  }

  /** Refuses a number above the allowed range. */
  public static void maximum(Number value, String maximum, String name) {
    if (new BigDecimal(value.toString()).compareTo(new BigDecimal(maximum)) > 0) {
      throw new IllegalArgumentException(name + " is " + value + "; at most " + maximum);
    }
  }

  private static int characters(String value) {
    return value.codePointCount(0, value.length());
  }
}
