package io.github.invoicingsdk.springboot;

import io.github.invoicingsdk.error.Provider;
import java.util.Objects;

/**
 * An account that the configuration properties name. Immutable.
 *
 * @param provider the provider it is with
 * @param name its name in the properties, such as {@code acme} for {@code
 *     invoicing.invoicexpress.accounts.acme}; also the qualifier of its client
 */
public record InvoicingAccount(Provider provider, String name) {

  /**
   * Creates the name of an account.
   *
   * @param provider the provider it is with
   * @param name its name in the properties
   */
  public InvoicingAccount {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(name, "name");
  }

  /** The name of the bean that is its client. */
  String clientBeanName() {
    return switch (provider) {
      case INVOICEXPRESS -> "invoiceXpressClient-" + name;
      case IDOKLAD -> "idokladClient-" + name;
      case IDOKLAD_V2 -> "idokladV2Client-" + name;
    };
  }

  /** The name of the bean that knows what its client does. */
  String activityBeanName() {
    return clientBeanName() + "-activity";
  }

  /** The property that all of its properties lie below. */
  String property() {
    return accountsProperty(provider) + "." + name;
  }

  /** A name that no account of another provider has, in small letters. */
  String key() {
    return providerKey(provider) + "-" + name;
  }

  /** The property that the accounts of a provider lie below. */
  static String accountsProperty(Provider provider) {
    return "invoicing." + providerKey(provider) + ".accounts";
  }

  private static String providerKey(Provider provider) {
    return switch (provider) {
      case INVOICEXPRESS -> "invoicexpress";
      case IDOKLAD -> "idoklad";
      case IDOKLAD_V2 -> "idoklad-v2";
    };
  }
}
