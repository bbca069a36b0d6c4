package io.github.invoicingsdk.idoklad.query;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list of iDoklad API version 2, sent as the {@code sort} parameter.
 *
 * <pre>{@code
 * LegacySort.of(ID.ascending().then(NAME.descending())); // Id~asc|Name~desc
 * }</pre>
 *
 * <p>Sorts are immutable and safe for use by several threads.
 */
public final class LegacySort {

  private final String expression;

  private LegacySort(String expression) {
    this.expression = expression;
  }

  /**
   * Returns an order in the grammar of version 2.
   *
   * @param sort the order
   * @return the same order for version 2
   * @throws NullPointerException if {@code sort} is null
   */
  public static LegacySort of(Sort sort) {
    return new LegacySort(Objects.requireNonNull(sort, "sort").legacyExpression());
  }

  /**
   * Returns this order as the provider reads it, not yet URL-encoded.
   *
   * @return the value of the {@code sort} parameter, never empty
   */
  public String expression() {
    return expression;
  }

  /**
   * Tells whether another object is a legacy sort with the same expression.
   *
   * @param other the object to compare with, may be null
   * @return true if it is
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LegacySort that && expression.equals(that.expression);
  }

  @Override
  public int hashCode() {
    return expression.hashCode();
  }

  /**
   * Returns {@link #expression()}, which is what a request carries.
   *
   * @return the value of the {@code sort} parameter
   */
  @Override
  public String toString() {
    return expression;
  }
}
