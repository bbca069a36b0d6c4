package io.github.invoicingsdk.springboot;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Knows which properties are secret, and what is shown instead of them. */
final class Secrets {

  static final String MASK = "******";

  private static final List<String> SECRETS = List.of("apikey", "clientsecret", "password");

  /** Shorter ones are no secrets worth the name, and may be part of any other text. */
  private static final int SHORTEST = 8;

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

  /** The secrets that are configured, but for those that are too short to be looked for. */
  static Stream<String> values(InvoicingProperties properties) {
    return Stream.of(
            ofClient(properties.client()),
            properties.invoicexpress().accounts().values().stream()
                .flatMap(account -> with(account.apiKey(), account.client())),
            Stream.of(properties.idoklad(), properties.idokladV2())
                .flatMap(agendas -> agendas.accounts().values().stream())
                .flatMap(account -> with(account.clientSecret(), account.client())))
        .flatMap(secrets -> secrets)
        .filter(secret -> secret.length() >= SHORTEST);
  }

  private static Stream<String> with(@Nullable String secret, @Nullable ClientProperties client) {
    return Stream.concat(Stream.ofNullable(secret), ofClient(client));
  }

  private static Stream<String> ofClient(@Nullable ClientProperties client) {
    if (client == null) {
      return Stream.empty();
    }
    String password = client.proxy() == null ? null : client.proxy().password();
    return Stream.concat(client.headers().values().stream(), Stream.ofNullable(password))
        .filter(Objects::nonNull);
  }
}
