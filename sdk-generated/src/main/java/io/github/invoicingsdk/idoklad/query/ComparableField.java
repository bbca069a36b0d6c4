package io.github.invoicingsdk.idoklad.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Function;

/**
 * A field whose values have an order: a date, a time, an amount, or an enum that iDoklad orders by
 * its numbers.
 *
 * <pre>{@code
 * ComparableField<LocalDateTime> DATE_LAST_CHANGE = ComparableField.ofDateTime("DateLastChange");
 * DATE_LAST_CHANGE.isAtLeast(from).and(DATE_LAST_CHANGE.isLessThan(to));
 * }</pre>
 *
 * <p>Fields are immutable and safe for use by several threads.
 *
 * @param <V> the type of the field's values
 */
public final class ComparableField<V> extends Field<V> {

  private ComparableField(String name, Function<? super V, Operand> operands) {
    super(name, operands);
  }

  /**
   * Returns a field whose values are written by a function, for enums above all.
   *
   * @param <V> the type of the values
   * @param name the provider's name of the field
   * @param renderer gives the wire value of a value: a number or a name made of ASCII letters,
   *     digits and {@code _ . + -}; anything else is refused when a term is made
   * @return the field
   * @throws IllegalArgumentException if {@code name} is not a field name
   * @throws NullPointerException if an argument is null
   */
  public static <V> ComparableField<V> of(String name, Function<? super V, String> renderer) {
    return new ComparableField<>(name, literals(renderer));
  }

  /**
   * Returns a field of 32-bit integers.
   *
   * @param name the provider's name of the field
   * @return the field
   * @throws IllegalArgumentException if {@code name} is not a field name
   * @throws NullPointerException if {@code name} is null
   */
  public static ComparableField<Integer> ofInteger(String name) {
    return new ComparableField<>(name, value -> Operand.integer(value));
  }

  /**
   * Returns a field of 64-bit integers.
   *
   * @param name the provider's name of the field
   * @return the field
   * @throws IllegalArgumentException if {@code name} is not a field name
   * @throws NullPointerException if {@code name} is null
   */
  public static ComparableField<Long> ofLong(String name) {
    return new ComparableField<>(name, Operand::integer);
  }

  /**
   * Returns a field of decimal numbers. They are written without an exponent and without trailing
   * zeros; more than 14 digits before the decimal point or 28 behind it are refused when a term is
   * made.
   *
   * @param name the provider's name of the field
   * @return the field
   * @throws IllegalArgumentException if {@code name} is not a field name
   * @throws NullPointerException if {@code name} is null
   */
  public static ComparableField<BigDecimal> ofDecimal(String name) {
    return new ComparableField<>(name, Operand::decimal);
  }

  /**
   * Returns a field of calendar days, in the years 1753 to 9999. API version 3 is sent the day's
   * first moment, version 2 the day alone.
   *
   * @param name the provider's name of the field
   * @return the field
   * @throws IllegalArgumentException if {@code name} is not a field name
   * @throws NullPointerException if {@code name} is null
   */
  public static ComparableField<LocalDate> ofDate(String name) {
    return new ComparableField<>(name, Operand::date);
  }

  /**
   * Returns a field of points in time, in the years 1753 to 9999, without a zone as the provider
   * states them. API version 3 is sent milliseconds: what is finer is cut off, which moves all
   * bounds in the same direction, so that adjacent intervals stay adjacent. Version 2 compares by
   * the minute; {@link LegacyFilter} refuses times with seconds.
   *
   * @param name the provider's name of the field
   * @return the field
   * @throws IllegalArgumentException if {@code name} is not a field name
   * @throws NullPointerException if {@code name} is null
   */
  public static ComparableField<LocalDateTime> ofDateTime(String name) {
    return new ComparableField<>(name, Operand::dateTime);
  }

  /**
   * Returns a term for the items whose field is less than (before) a value.
   *
   * @param value the bound, itself excluded
   * @return the term
   * @throws IllegalArgumentException if the provider cannot be asked for the value
   * @throws NullPointerException if {@code value} is null
   */
  public FilterTerm isLessThan(V value) {
    return term(Operator.LESS, value);
  }

  /**
   * Returns a term for the items whose field is at most (not after) a value.
   *
   * @param value the bound, itself included
   * @return the term
   * @throws IllegalArgumentException if the provider cannot be asked for the value
   * @throws NullPointerException if {@code value} is null
   */
  public FilterTerm isAtMost(V value) {
    return term(Operator.LESS_OR_EQUAL, value);
  }

  /**
   * Returns a term for the items whose field is greater than (after) a value.
   *
   * @param value the bound, itself excluded
   * @return the term
   * @throws IllegalArgumentException if the provider cannot be asked for the value
   * @throws NullPointerException if {@code value} is null
   */
  public FilterTerm isGreaterThan(V value) {
    return term(Operator.GREATER, value);
  }

  /**
   * Returns a term for the items whose field is at least (not before) a value.
   *
   * @param value the bound, itself included
   * @return the term
   * @throws IllegalArgumentException if the provider cannot be asked for the value
   * @throws NullPointerException if {@code value} is null
   */
  public FilterTerm isAtLeast(V value) {
    return term(Operator.GREATER_OR_EQUAL, value);
  }
}
