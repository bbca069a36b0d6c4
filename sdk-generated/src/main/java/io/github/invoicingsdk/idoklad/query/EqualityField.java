package io.github.invoicingsdk.idoklad.query;

import java.util.function.Function;

/**
 * A field that can be compared for equality only, for example a code-book id or an enum.
 *
 * <pre>{@code
 * EqualityField<DocumentType> DOCUMENT_TYPE =
 *     EqualityField.of("DocumentType", type -> Integer.toString(type.value()));
 * DOCUMENT_TYPE.isNotEqualTo(DocumentType.CREDIT_NOTE); // (DocumentType~!eq~3)
 * }</pre>
 *
 * <p>Fields are immutable and safe for use by several threads.
 *
 * @param <V> the type of the field's values
 */
public final class EqualityField<V> extends Field<V> {

  private EqualityField(String name, Function<? super V, Operand> operands) {
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
  public static <V> EqualityField<V> of(String name, Function<? super V, String> renderer) {
    return new EqualityField<>(name, literals(renderer));
  }

  /**
   * Returns a field of 32-bit integers.
   *
   * @param name the provider's name of the field
   * @return the field
   * @throws IllegalArgumentException if {@code name} is not a field name
   * @throws NullPointerException if {@code name} is null
   */
  public static EqualityField<Integer> ofInteger(String name) {
    return new EqualityField<>(name, value -> Operand.integer(value));
  }

  /**
   * Returns a field of 64-bit integers.
   *
   * @param name the provider's name of the field
   * @return the field
   * @throws IllegalArgumentException if {@code name} is not a field name
   * @throws NullPointerException if {@code name} is null
   */
  public static EqualityField<Long> ofLong(String name) {
    return new EqualityField<>(name, Operand::integer);
  }

  /**
   * Returns a field of texts that can be compared as a whole only. See {@link TextField} for texts
   * that can be searched.
   *
   * @param name the provider's name of the field
   * @return the field
   * @throws IllegalArgumentException if {@code name} is not a field name
   * @throws NullPointerException if {@code name} is null
   */
  public static EqualityField<String> ofText(String name) {
    return new EqualityField<>(name, Operand::text);
  }
}
