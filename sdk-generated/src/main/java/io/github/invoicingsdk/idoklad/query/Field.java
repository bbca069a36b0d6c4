package io.github.invoicingsdk.idoklad.query;

import java.util.Objects;
import java.util.function.Function;

/**
 * What every field that can be compared for equality has in common: a name, and a way to turn its
 * values into operands.
 *
 * @param <V> the type of the field's values
 */
abstract class Field<V> {

  private final String name;
  private final Function<? super V, Operand> operands;

  Field(String name, Function<? super V, Operand> operands) {
    this.name = FieldNames.check(name);
    this.operands = operands;
  }

  static <V> Function<V, Operand> literals(Function<? super V, String> renderer) {
    Objects.requireNonNull(renderer, "renderer");
    return value -> Operand.literal(renderer.apply(value));
  }

  final FilterTerm term(Operator operator, V value) {
    return term(operator, operands.apply(Objects.requireNonNull(value, "value")));
  }

  final FilterTerm term(Operator operator, Operand operand) {
    return new FilterTerm(name, operator, operand);
  }

  /**
   * Returns a term for the items whose field equals a value.
   *
   * @param value the value
   * @return the term
   * @throws IllegalArgumentException if the provider cannot be asked for the value
   * @throws NullPointerException if {@code value} is null
   */
  public FilterTerm isEqualTo(V value) {
    return term(Operator.EQUAL, value);
  }

  /**
   * Returns a term for the items whose field does not equal a value.
   *
   * @param value the value
   * @return the term
   * @throws IllegalArgumentException if the provider cannot be asked for the value
   * @throws NullPointerException if {@code value} is null
   */
  public FilterTerm isNotEqualTo(V value) {
    return term(Operator.NOT_EQUAL, value);
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
