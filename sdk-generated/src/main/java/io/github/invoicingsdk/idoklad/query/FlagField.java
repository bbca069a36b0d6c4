package io.github.invoicingsdk.idoklad.query;

/**
 * A field that is true or false.
 *
 * <pre>{@code
 * FlagField IS_DEFAULT = FlagField.of("IsDefault");
 * IS_DEFAULT.isEqualTo(true); // (IsDefault~eq~true)
 * }</pre>
 *
 * <p>Fields are immutable and safe for use by several threads.
 */
public final class FlagField {

  private final String name;

  private FlagField(String name) {
    this.name = FieldNames.check(name);
  }

  /**
   * Returns a field of flags.
   *
   * @param name the provider's name of the field
   * @return the field
   * @throws IllegalArgumentException if {@code name} is not a field name
   * @throws NullPointerException if {@code name} is null
   */
  public static FlagField of(String name) {
    return new FlagField(name);
  }

  /**
   * Returns a term for the items whose flag has a value.
   *
   * @param value the value
   * @return the term
   */
  public FilterTerm isEqualTo(boolean value) {
    return new FilterTerm(name, Operator.EQUAL, Operand.flag(value));
  }

  /**
   * Returns a term for the items whose flag does not have a value.
   *
   * @param value the value
   * @return the term
   */
  public FilterTerm isNotEqualTo(boolean value) {
    return new FilterTerm(name, Operator.NOT_EQUAL, Operand.flag(value));
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
