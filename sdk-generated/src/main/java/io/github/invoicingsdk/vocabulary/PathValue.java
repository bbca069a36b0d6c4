package io.github.invoicingsdk.vocabulary;

import feign.Param;

/**
 * Writes an argument into one segment of a path.
 *
 * <p>Everything but letters, digits and {@code - . _ ~} is percent-encoded as UTF-8, so that an
 * argument can neither leave its segment nor be taken for something already encoded. Stateless and
 * thread-safe.
 */
public final class PathValue implements Param.Expander {

  /** Creates the expander; Feign does so by reflection. */
  public PathValue() {}

  /**
   * Encodes a value.
   *
   * @param value the argument
   * @return the encoded segment
   * @throws IllegalArgumentException when the value is empty, {@code .} or {@code ..}, which would
   *     address another resource, or holds half of a surrogate pair
   */
  @Override
  public String expand(Object value) {
    String text = QueryValue.text(value);
    if (text.isEmpty() || text.equals(".") || text.equals("..")) {
      throw new IllegalArgumentException(
          "\"" + text + "\" cannot stand in a path: it would address another resource");
    }
    return QueryValue.encode(text);
  }
}
