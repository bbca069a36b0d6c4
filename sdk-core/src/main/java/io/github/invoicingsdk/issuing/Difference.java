package io.github.invoicingsdk.issuing;

import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A property in which a document is not what was asked for.
 *
 * <p>Immutable and thread-safe.
 *
 * @param property the property as the provider names it, such as {@code items[0].unit_price}; lines
 *     are counted as they were asked for
 * @param asked what was asked for; null if nothing was
 * @param found what the document says; null if it says nothing
 * @serial exclude
 */
// Excluded because Javadoc wants comments on the fields, which those of a record cannot have.
@SuppressWarnings("InvalidBlockTag")
public record Difference(String property, @Nullable String asked, @Nullable String found)
    implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates a difference.
   *
   * @param property the property as the provider names it
   * @param asked what was asked for; null if nothing was
   * @param found what the document says; null if it says nothing
   * @throws NullPointerException if {@code property} is null
   */
  public Difference {
    Objects.requireNonNull(property, "property");
  }

  /**
   * The difference in words. Fiscal ids are masked, since texts like this end up in logs.
   *
   * @return one line
   */
  @Override
  public String toString() {
    return property + " is " + shown(found) + " instead of " + shown(asked);
  }

  private String shown(@Nullable String value) {
    if (value == null) {
      return "nothing";
    }
    return property.endsWith("fiscal_id") ? "***" : "\"" + value + "\"";
  }
}
