package io.github.invoicingsdk.idoklad.query;

import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;

/**
 * A condition on the items of a list of iDoklad API version 3, sent as the {@code filter}
 * parameter.
 *
 * <p>A filter starts from the constants of a list and is combined freely; the order of evaluation
 * is that of the method calls, there is no precedence to remember:
 *
 * <pre>{@code
 * Filter filter = DOCUMENT_TYPE.isEqualTo(ISSUED_INVOICE).and(IS_DEFAULT.isEqualTo(true).or(ID.anyOf(1, 2, 3)));
 * filter.expression();
 * // ((DocumentType~eq~0)~and~((IsDefault~eq~true)~or~(Id~ct~1,2,3)))
 * }</pre>
 *
 * <p>Filters are immutable, safe for use by several threads, and equal when their expressions are.
 * For API version 2 see {@link LegacyFilter}.
 */
public sealed interface Filter permits FilterTerm, Junction {

  /**
   * Returns this filter as the provider reads it, not yet URL-encoded. Every term and every
   * combination of two stands in brackets.
   *
   * @return the value of the {@code filter} parameter, never empty
   */
  String expression();

  /**
   * Returns {@link #expression()}, which is what a request carries.
   *
   * @return the value of the {@code filter} parameter
   */
  @Override
  String toString();

  /**
   * Returns a filter for the items that match both this filter and another one.
   *
   * @param other the other filter
   * @return the combination
   * @throws NullPointerException if {@code other} is null
   */
  default Filter and(Filter other) {
    return new Junction(this, FilterType.AND, other);
  }

  /**
   * Returns a filter for the items that match this filter, another one, or both.
   *
   * @param other the other filter
   * @return the combination
   * @throws NullPointerException if {@code other} is null
   */
  default Filter or(Filter other) {
    return new Junction(this, FilterType.OR, other);
  }

  /**
   * Returns a filter for the items that match every one of some filters.
   *
   * @param filters the filters, at least one
   * @return the combination, or the filter itself if there is only one
   * @throws IllegalArgumentException if there is no filter
   * @throws NullPointerException if the array or a filter is null
   */
  static Filter allOf(Filter... filters) {
    return allOf(Arrays.asList(Objects.requireNonNull(filters, "filters")));
  }

  /**
   * Returns a filter for the items that match every one of some filters.
   *
   * @param filters the filters, at least one
   * @return the combination, or the filter itself if there is only one
   * @throws IllegalArgumentException if there is no filter
   * @throws NullPointerException if the collection or a filter is null
   */
  static Filter allOf(Collection<? extends Filter> filters) {
    return Junction.chain(filters, FilterType.AND);
  }

  /**
   * Returns a filter for the items that match at least one of some filters.
   *
   * @param filters the filters, at least one
   * @return the combination, or the filter itself if there is only one
   * @throws IllegalArgumentException if there is no filter
   * @throws NullPointerException if the array or a filter is null
   */
  static Filter anyOf(Filter... filters) {
    return anyOf(Arrays.asList(Objects.requireNonNull(filters, "filters")));
  }

  /**
   * Returns a filter for the items that match at least one of some filters.
   *
   * @param filters the filters, at least one
   * @return the combination, or the filter itself if there is only one
   * @throws IllegalArgumentException if there is no filter
   * @throws NullPointerException if the collection or a filter is null
   */
  static Filter anyOf(Collection<? extends Filter> filters) {
    return Junction.chain(filters, FilterType.OR);
  }
}
