package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.internal.issuing.Comparison;
import io.github.invoicingsdk.issuing.Difference;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
