package io.github.invoicingsdk.invoicexpress;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import io.github.invoicingsdk.internal.issuing.Comparison;
import io.github.invoicingsdk.issuing.Difference;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects what a comparison has found. For one thread. */
final class Findings {

  private final List<Difference> differences = new ArrayList<>();
  private final List<String> notVisible = new ArrayList<>();

  /** A text that must be shown, and be what was asked for. */
  void text(String property, String asked, @Nullable String found) {
    if (found == null) {
      notVisible.add(property);
    } else {
      shownText(property, asked, found);
    }
  }

  /** A text that is compared if something was asked for and it is shown. */
  void shownText(String property, @Nullable String asked, @Nullable String found) {
    if (asked != null && found != null && !asked.strip().equals(found.strip())) {
      differ(property, asked, found);
    }
  }

  /** A decimal that must be shown, and be what was asked for. */
  void decimal(String property, BigDecimal asked, @Nullable BigDecimal found) {
    if (found == null) {
      notVisible.add(property);
    } else if (asked.compareTo(found) != 0) {
      differ(property, asked.toPlainString(), found.toPlainString());
    }
  }

  /** A decimal that is zero if it is not shown. */
  void decimalOrZero(String property, BigDecimal asked, @Nullable BigDecimal found) {
    decimal(property, asked, Objects.requireNonNullElse(found, BigDecimal.ZERO));
  }

  /** A value that must be shown, and be what was asked for. */
  void value(String property, @Nullable Object asked, @Nullable Object found) {
    if (asked == null) {
      return;
    }
    if (found == null) {
      notVisible.add(property);
    } else if (!asked.equals(found)) {
      differ(property, asked.toString(), found.toString());
    }
  }

  void differ(String property, @Nullable String asked, @Nullable String found) {
    differences.add(new Difference(property, asked, found));
  }

  void hide(String property) {
    notVisible.add(property);
  }

  /**
   * Hides a property that came as something unreadable, which says neither what was asked for nor
   * anything else. An empty text says that there is no value.
   *
   * @param unreadable what could not be read, by name
   * @param name the name of the property there
   * @param property the property as it is told
   * @return whether it was hidden and must not be compared
   */
  boolean hidesUnreadable(Map<String, JsonElement> unreadable, String name, String property) {
    boolean hidden = isUnreadable(unreadable, name);
    if (hidden) {
      notVisible.add(property);
    }
    return hidden;
  }

  static boolean isUnreadable(Map<String, JsonElement> unreadable, String name) {
    JsonElement value = unreadable.get(name);
    return value != null
        && !(value instanceof JsonPrimitive text
            && text.isString()
            && text.getAsString().isBlank());
  }

  void add(Findings others) {
    differences.addAll(others.differences);
    notVisible.addAll(others.notVisible);
  }

  int differenceCount() {
    return differences.size();
  }

  int hiddenCount() {
    return notVisible.size();
  }

  Comparison comparison() {
    return new Comparison(differences, notVisible);
  }
}
