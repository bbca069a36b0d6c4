package io.github.invoicingsdk.model;

/**
 * A value out of a list to which the provider may add at any time.
 *
 * <p>A value that this version of the SDK does not know is kept as it came, can be read with {@link
 * #value()}, and is written back unchanged. Implementations are immutable, compare by {@link
 * #value()}, and have one constant per known value, an {@code of} method, and a {@code known()}
 * method for use in a {@code switch}.
 *
 * @param <V> the type on the wire: {@link String} or {@link Integer}
 */
public interface OpenEnum<V> extends JsonModel {

  /**
   * The value as it stands in requests and answers.
   *
   * @return the value
   */
  V value();

  /**
   * Whether this version of the SDK knows the value.
   *
   * @return true for one of the constants
   */
  boolean recognized();
}
