package io.github.invoicingsdk.idoklad.query;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;

/**
 * A field that refers to other objects by id and takes a list of ids, such as the tags of a
 * document or the documents of a payment.
 *
 * <p>Fields are immutable and safe for use by several threads. API version 2 takes no lists of ids:
 * {@link LegacyFilter} refuses such terms.
 */
public final class IdListField {

  private final String name;

  private IdListField(String name) {
    this.name = FieldNames.check(name);
  }

  /**
   * Returns a field of ids.
   *
   * @param name the provider's name of the field
   * @return the field
   * @throws IllegalArgumentException if {@code name} is not a field name
   * @throws NullPointerException if {@code name} is null
   */
  public static IdListField of(String name) {
    return new IdListField(name);
  }

  /**
   * Returns a term for the items that refer to one of some ids.
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
   * Returns a term for the items that refer to one of some ids.
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
