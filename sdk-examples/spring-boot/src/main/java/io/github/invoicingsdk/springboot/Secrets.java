package io.github.invoicingsdk.springboot;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Knows which properties are secret, and what is shown instead of them. */
final class Secrets {

  static final String MASK = "******";

  private static final List<String> SECRETS = List.of("apikey", "clientsecret");

  private Secrets() {}

  /** What stands for a secret in a text; tells no more than whether there is one. */
  static String mask(@Nullable String secret) {
    return secret == null ? "null" : MASK;
  }

  /**
   * Whether a property is a secret of this module.
   *
   * @param property its name in any of the forms that Spring Boot binds, environment variables
   *     included
   */
  static boolean isSecret(String property) {
    String name = property.replaceAll("[-_.\\[\\]]", "").toLowerCase(Locale.ROOT);
    // A header may carry a credential for a proxy of one's own.
    return name.startsWith("invoicing")
        && (SECRETS.stream().anyMatch(name::endsWith) || name.contains("clientheaders"));
  }
}
