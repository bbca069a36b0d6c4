package io.github.invoicingsdk.model;

/**
 * A value out of a list, for which the provider has a name beside the value.
 *
 * <p>Example: in the JSON of iDoklad's API v3, issued invoices are {@code 0}; in a path, they are
 * {@code IssuedInvoice}.
 *
 * @param <V> the type on the wire: {@link String} or {@link Integer}
 */
public interface NamedEnum<V> extends OpenEnum<V> {

  /**
   * The provider's name for the value.
   *
   * @return the name; the value as a text if this version of the SDK does not know it
   */
  String providerName();
}
