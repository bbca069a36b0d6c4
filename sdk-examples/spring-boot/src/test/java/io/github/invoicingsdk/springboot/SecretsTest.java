package io.github.invoicingsdk.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "invoicing.invoicexpress.accounts.acme.api-key",
        "invoicing.invoicexpress.accounts.acme.apiKey",
        "invoicing.invoicexpress.accounts[acme].api_key",
        "INVOICING_INVOICEXPRESS_ACCOUNTS_ACME_APIKEY",
        "INVOICING_INVOICEXPRESS_ACCOUNTS_ACME_API_KEY",
        "invoicing.idoklad.accounts.main.client-secret",
        "invoicing.idoklad-v2.accounts.main.clientSecret",
        "invoicing.client.proxy.password",
        "invoicing.client.headers.X-Gateway",
        "invoicing.idoklad.accounts.main.client.headers.X-Gateway",
      })
  void secrets_are_known_in_each_form(String property) {
    assertThat(Secrets.isSecret(property)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "invoicing.invoicexpress.accounts.acme.account-name",
        "invoicing.idoklad.accounts.main.client-id",
        "other.api-key",
      })
  void what_is_no_secret_of_this_module_is_left_alone(String property) {
    assertThat(Secrets.isSecret(property)).isFalse();
  }

  @Test
  void all_secrets_of_all_accounts_are_known_by_their_values() {
    ClientProperties client = client("X-Key", "secret-header");
    InvoicingProperties properties =
        new InvoicingProperties(
            client("X-Gateway", "secret-gateway"),
            new InvoiceXpressProperties(
                Map.of(
                    "acme",
                    new InvoiceXpressProperties.Account("acme", "secret-key", null, false, client),
                    "short",
                    new InvoiceXpressProperties.Account("acme", "1234567", null, false, null))),
            new IdokladProperties(
                Map.of(
                    "main",
                    new IdokladProperties.Account(
                        "application", "identifier", "secret-v3", null, null, false, null))),
            new IdokladProperties(
                Map.of(
                    "old",
                    new IdokladProperties.Account(
                        "application", "identifier", "secret-v2", null, null, false, null))),
            new InvoicingProperties.Health(
                Duration.ZERO, false, Duration.ZERO, Duration.ofSeconds(1)),
            new InvoicingProperties.Logging(false, false));

    assertThat(Secrets.values(properties))
        .containsExactlyInAnyOrder(
            "secret-gateway",
            "proxy-secret-gateway",
            "secret-key",
            "secret-header",
            "proxy-secret-header",
            "secret-v3",
            "secret-v2");
  }

  @Test
  void texts_of_properties_show_no_secret() {
    ClientProperties client = client("X-Key", "secret");
    assertThat(client.toString()).contains("X-Key").doesNotContain("secret");
    assertThat(new InvoiceXpressProperties.Account("acme", "secret", null, false, client))
        .asString()
        .contains("acme", Secrets.MASK)
        .doesNotContain("secret");
    assertThat(new IdokladProperties.Account("app", "id", "secret", null, null, false, client))
        .asString()
        .contains("app", "id", Secrets.MASK)
        .doesNotContain("=secret");
    assertThat(new InvoiceXpressProperties.Account("acme", null, null, false, null))
        .asString()
        .contains("apiKey=null");
  }

  private static ClientProperties client(String header, String value) {
    return new ClientProperties(
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Map.of(header, value),
        new ClientProperties.Proxy("proxy.example", 3128, "ana", "proxy-" + value),
        null,
        null);
  }
}
