package io.github.invoicingsdk.idoklad.query;

import io.github.invoicingsdk.vocabulary.QueryParameters;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A condition on the items of a list of iDoklad API version 2, which needs two parameters: {@code
 * filter} ({@link #expression()}) and {@code filtertype} ({@link #type()}).
 *
 * <p>Version 2 joins all terms in the same way and knows no brackets, so a legacy filter is made
 * from terms only:
 *
 * <pre>{@code
 * LegacyFilter filter = LegacyFilter.allOf(DOCUMENT_NUMBER.isEqualTo("1234"), DATE_OF_ISSUE.isEqualTo(date));
 * filter.expression(); // DocumentNumber~eq~1234|DateOfIssue~eq~2019-06-30
 * filter.type();       // AND
 * }</pre>
 *
 * <p>Version 2 cannot say everything that a term of version 3 can. Refused, before anything is
 * sent, are: text that holds {@code |} or {@code ~} or is empty, times with seconds, lists of ids,
 * absent values, and semantic search.
 *
 * <p>Legacy filters are immutable and safe for use by several threads.
 */
public final class LegacyFilter implements QueryParameters {

  private final String expression;
  private final FilterType type;

  private LegacyFilter(Collection<FilterTerm> terms, FilterType type) {
    List<FilterTerm> parts = List.copyOf(Objects.requireNonNull(terms, "terms"));
    if (parts.isEmpty()) {
      throw new IllegalArgumentException(
          "terms is empty: pass at least one term, or send no filter to read the whole list");
    }
    this.expression =
        parts.stream().map(FilterTerm::legacyExpression).collect(Collectors.joining("|"));
    this.type = type;
  }

  /**
   * Returns a filter for the items that match every one of some terms.
   *
   * @param terms the terms, at least one
   * @return the filter, of type {@link FilterType#AND}
   * @throws IllegalArgumentException if there is no term, or one that version 2 cannot say
   * @throws NullPointerException if the array or a term is null
   */
  public static LegacyFilter allOf(FilterTerm... terms) {
    return allOf(Arrays.asList(Objects.requireNonNull(terms, "terms")));
  }

  /**
   * Returns a filter for the items that match every one of some terms.
   *
   * @param terms the terms, at least one
   * @return the filter, of type {@link FilterType#AND}
   * @throws IllegalArgumentException if there is no term, or one that version 2 cannot say
   * @throws NullPointerException if the collection or a term is null
   */
  public static LegacyFilter allOf(Collection<FilterTerm> terms) {
    return new LegacyFilter(terms, FilterType.AND);
  }

  /**
   * Returns a filter for the items that match at least one of some terms.
   *
   * @param terms the terms, at least one
   * @return the filter, of type {@link FilterType#OR}
   * @throws IllegalArgumentException if there is no term, or one that version 2 cannot say
   * @throws NullPointerException if the array or a term is null
   */
  public static LegacyFilter anyOf(FilterTerm... terms) {
    return anyOf(Arrays.asList(Objects.requireNonNull(terms, "terms")));
  }

  /**
   * Returns a filter for the items that match at least one of some terms.
   *
   * @param terms the terms, at least one
   * @return the filter, of type {@link FilterType#OR}
   * @throws IllegalArgumentException if there is no term, or one that version 2 cannot say
   * @throws NullPointerException if the collection or a term is null
   */
  public static LegacyFilter anyOf(Collection<FilterTerm> terms) {
    return new LegacyFilter(terms, FilterType.OR);
  }

  /**
   * Returns the terms as the provider reads them, not yet URL-encoded.
   *
   * @return the value of the {@code filter} parameter, never empty
   */
  public String expression() {
    return expression;
  }

  /**
   * Returns how the terms are joined.
   *
   * @return the value of the {@code filtertype} parameter
   */
  public FilterType type() {
    return type;
  }

  /**
   * Tells whether another object is a legacy filter with the same expression and type.
   *
   * @param other the object to compare with, may be null
   * @return true if it is
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LegacyFilter that
        && expression.equals(that.expression)
        && type == that.type;
  }

  /**
   * Names the parameter {@code filtertype}, which belongs to every filter of version 2.
   *
   * @param parameters takes its name and value
   */
  @Override
  public void forEachParameter(BiConsumer<String, Object> parameters) {
    parameters.accept("filtertype", type);
  }

  @Override
  public int hashCode() {
    return Objects.hash(expression, type);
  }

  /**
   * Returns {@link #expression()}, which is what a request carries beside its {@link #type()}.
   *
   * @return the value of the {@code filter} parameter
   */
  @Override
  public String toString() {
    return expression;
  }
}
