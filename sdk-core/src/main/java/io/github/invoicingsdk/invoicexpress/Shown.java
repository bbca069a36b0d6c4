package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.model.MissingValueException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the provider always sends, without failing if it did not: what becomes of a write must
 * not depend on it.
 */
final class Shown {

  private Shown() {}

  /** The value of a property; null if the response had none. */
  static <M, V> @Nullable V orNull(M model, Function<M, V> property) {
    try {
      return property.apply(model);
    } catch (MissingValueException e) {
      return null;
    }
  }
}
