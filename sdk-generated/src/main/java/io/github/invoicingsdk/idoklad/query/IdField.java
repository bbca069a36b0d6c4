package io.github.invoicingsdk.idoklad.query;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;

/**
 * The id of the items themselves: comparable, and the one field that takes many values at once.
 *
 * <pre>{@code
 * IdField ID = IdField.of("Id");
 * ID.anyOf(1, 2, 3);    // (Id~ct~1,2,3)
 * ID.isGreaterThan(42); // (Id~gt~42)
 * }</pre>
 *
 * <p>Fields are immutable and safe for use by several threads. API version 2 takes no lists of ids:
 * {@link LegacyFilter} refuses such terms.
 */
public final class IdField {

  private final String name;

  private IdField(String name) {
    this.name = FieldNames.check(name);
  }

  /**
   * Returns an id field.
   *
   * @param name the provider's name of the field
   * @return the field
   * @throws IllegalArgumentException if {@code name} is not a field name
   * @throws NullPointerException if {@code name} is null
   */
  public static IdField of(String name) {
    return new IdField(name);
  }

  /**
   * Returns a term for the item with an id.
   *
   * @param id the id
   * @return the term
   */
  public FilterTerm isEqualTo(long id) {
    return term(Operator.EQUAL, id);
  }

  /**
   * Returns a term for the items with any other id.
   *
   * @param id the id
   * @return the term
   */
  public FilterTerm isNotEqualTo(long id) {
    return term(Operator.NOT_EQUAL, id);
  }

  /**
   * Returns a term for the items whose id is less than a bound.
   *
   * @param id the bound, itself excluded
   * @return the term
   */
  public FilterTerm isLessThan(long id) {
    return term(Operator.LESS, id);
  }

  /**
   * Returns a term for the items whose id is at most a bound.
   *
   * @param id the bound, itself included
   * @return the term
   */
  public FilterTerm isAtMost(long id) {
    return term(Operator.LESS_OR_EQUAL, id);
  }

  /**
   * Returns a term for the items whose id is greater than a bound.
   *
   * @param id the bound, itself excluded
   * @return the term
   */
  public FilterTerm isGreaterThan(long id) {
    return term(Operator.GREATER, id);
  }

  /**
   * Returns a term for the items whose id is at least a bound.
   *
   * @param id the bound, itself included
   * @return the term
   */
  public FilterTerm isAtLeast(long id) {
    return term(Operator.GREATER_OR_EQUAL, id);
  }

  /**
   * Returns a term for the items with one of some ids.
   *
   * @param ids the ids, at least one
   * @return the term
   * @throws IllegalArgumentException if there is no id
   * @throws NullPointerException if {@code ids} is null
   */
  public FilterTerm anyOf(long... ids) {
    return anyOf(LongStream.of(Objects.requireNonNull(ids, "ids")).boxed().toList());
  }

  /**
   * Returns a term for the items with one of some ids.
   *
   * @param ids the ids, at least one
   * @return the term
   * @throws IllegalArgumentException if there is no id
   * @throws NullPointerException if {@code ids} or an id is null
   */
  public FilterTerm anyOf(Collection<Long> ids) {
    List<Long> values = List.copyOf(Objects.requireNonNull(ids, "ids"));
    return new FilterTerm(name, Operator.CONTAINS, Operand.ids(values));
  }

  private FilterTerm term(Operator operator, long id) {
    return new FilterTerm(name, operator, Operand.integer(id));
  }

  /**
   * Returns the name that the provider gives this field.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * Returns the name that the provider gives this field.
   *
   * @return the name
   */
  @Override
  public String toString() {
    return name;
  }
}
