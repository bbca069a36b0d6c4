package io.github.invoicingsdk.idoklad.query;

import java.util.function.Function;

/**
 * A field that can be compared for equality and asked for items where it has no value.
 *
 * <p>Fields are immutable and safe for use by several threads. API version 2 cannot ask for absent
 * values: {@link LegacyFilter} refuses such terms.
 *
 * @param <V> the type of the field's values
 */
public final class NullableField<V> extends Field<V> {

  private NullableField(String name, Function<? super V, Operand> operands) {
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
  public static <V> NullableField<V> of(String name, Function<? super V, String> renderer) {
    return new NullableField<>(name, literals(renderer));
  }

  /**
   * Returns a field of 32-bit integers.
   *
   * @param name the provider's name of the field
   * @return the field
   * @throws IllegalArgumentException if {@code name} is not a field name
   * @throws NullPointerException if {@code name} is null
   */
  public static NullableField<Integer> ofInteger(String name) {
    return new NullableField<>(name, value -> Operand.integer(value));
  }

  /**
   * Returns a field of 64-bit integers.
   *
   * @param name the provider's name of the field
   * @return the field
   * @throws IllegalArgumentException if {@code name} is not a field name
   * @throws NullPointerException if {@code name} is null
   */
  public static NullableField<Long> ofLong(String name) {
    return new NullableField<>(name, Operand::integer);
  }

  /**
   * Returns a term for the items whose field has no value.
   *
   * @return the term
   */
  public FilterTerm isNull() {
    return term(Operator.EQUAL, Operand.nothing());
  }

  /**
   * Returns a term for the items whose field has a value.
   *
   * @return the term
   */
  public FilterTerm isNotNull() {
    return term(Operator.NOT_EQUAL, Operand.nothing());
  }
}
