package io.github.invoicingsdk.quickstart;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns values into the text that people read. */
final class Cell {

  /** What stands where there is nothing. */
  static final String NONE = "-";

  private Cell() {}

  static String of(@Nullable Object value) {
    if (value == null) {
      return NONE;
    }
    if (value instanceof Boolean flag) {
      return flag ? "yes" : "no";
    }
    if (value instanceof Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
    return value.toString();
  }
}
