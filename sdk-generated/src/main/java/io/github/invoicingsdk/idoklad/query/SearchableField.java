package io.github.invoicingsdk.idoklad.query;

import java.util.Objects;

/** What every text field that can be searched for a part has in common. */
abstract class SearchableField extends Field<String> {

  SearchableField(String name) {
    super(name, Operand::text);
  }

  /** An empty needle is in every text: a filter made of it would let everything through. */
  final FilterTerm search(Operator operator, String text) {
    if (Objects.requireNonNull(text, "text").isEmpty()) {
      throw new IllegalArgumentException(
          "text is empty: every text contains it; pass the text to look for, or leave the term out");
    }
    return term(operator, text);
  }

  /**
   * Returns a term for the items whose field contains a text.
   *
   * @param text the text to look for, not empty
   * @return the term
   * @throws IllegalArgumentException if {@code text} is empty or holds half of a surrogate pair
   * @throws NullPointerException if {@code text} is null
   */
  public FilterTerm contains(String text) {
    return search(Operator.CONTAINS, text);
  }

  /**
   * Returns a term for the items whose field does not contain a text.
   *
   * @param text the text to look for, not empty
   * @return the term
   * @throws IllegalArgumentException if {@code text} is empty or holds half of a surrogate pair
   * @throws NullPointerException if {@code text} is null
   */
  public FilterTerm doesNotContain(String text) {
    return search(Operator.NOT_CONTAINS, text);
  }
}
