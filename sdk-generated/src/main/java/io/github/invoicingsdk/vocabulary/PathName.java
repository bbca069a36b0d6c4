package io.github.invoicingsdk.vocabulary;

import feign.Param;
import io.github.invoicingsdk.model.NamedEnum;

/**
 * Writes a {@link NamedEnum} into one segment of a path, by the provider's name for it.
 *
 * <p>The name is encoded as {@link PathValue} encodes a text. Stateless and thread-safe.
 */
public final class PathName implements Param.Expander {

  private static final PathValue ENCODING = new PathValue();

  /** Creates the expander; Feign does so by reflection. */
  public PathName() {}

  /**
   * Encodes a name.
   *
   * @param value the argument, a {@link NamedEnum}
   * @return the encoded name
   */
  @Override
  public String expand(Object value) {
    return ENCODING.expand(((NamedEnum<?>) value).providerName());
  }
}
