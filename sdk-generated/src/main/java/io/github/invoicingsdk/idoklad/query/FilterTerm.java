package io.github.invoicingsdk.idoklad.query;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of a field with a value: the smallest {@link Filter}, and the only kind that a
 * {@link LegacyFilter} can hold.
 *
 * <p>Terms come from the methods of fields, such as {@link EqualityField#isEqualTo
 * EqualityField.isEqualTo}. They are immutable and safe for use by several threads.
 */
public final class FilterTerm implements Filter {

  private final String name;
  private final Operator operator;
  private final Operand operand;

  FilterTerm(String name, Operator operator, Operand operand) {
    this.name = name;
    this.operator = operator;
    this.operand = operand;
  }

  @Override
  public String expression() {
    return "(" + name + "~" + operator.symbol() + operand.coding() + "~" + operand.encoded() + ")";
  }

  String legacyExpression() {
    if (operator == Operator.SEMANTIC_SEARCH) {
      throw new IllegalArgumentException(
          "term on " + name + " is a semantic search, which API version 2 does not have");
    }
    try {
      return name + "~" + operator.symbol() + "~" + operand.legacyEncoded();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("term on " + name + ": " + e.getMessage(), e);
    }
  }

  /**
   * Tells whether another object is a term of the same field, comparison and value.
   *
   * @param other the object to compare with, may be null
   * @return true if it is
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FilterTerm that
        && name.equals(that.name)
        && operator == that.operator
        && operand.equals(that.operand);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, operator, operand);
  }

  /**
   * Returns {@link #expression()}, which is what a request carries.
   *
   * @return the value of the {@code filter} parameter
   */
  @Override
  public String toString() {
    return expression();
  }
}
