package io.github.invoicingsdk.idoklad.query;

/**
 * A text field that can, besides what a {@link TextField} can, be searched by meaning.
 *
 * <p>Fields are immutable and safe for use by several threads. API version 2 has no semantic
 * search: {@link LegacyFilter} refuses such terms.
 */
public final class SemanticTextField extends SearchableField {

  private SemanticTextField(String name) {
    super(name);
  }

  /**
   * Returns a text field.
   *
   * @param name the provider's name of the field
   * @return the field
   * @throws IllegalArgumentException if {@code name} is not a field name
   * @throws NullPointerException if {@code name} is null
   */
  public static SemanticTextField of(String name) {
    return new SemanticTextField(name);
  }

  /**
   * Returns a term for the items whose field the provider's semantic search finds for a text.
   *
   * @param text the text to search by, not empty
   * @return the term
   * @throws IllegalArgumentException if {@code text} is empty or holds half of a surrogate pair
   * @throws NullPointerException if {@code text} is null
   */
  public FilterTerm isSimilarTo(String text) {
    return search(Operator.SEMANTIC_SEARCH, text);
  }
}
