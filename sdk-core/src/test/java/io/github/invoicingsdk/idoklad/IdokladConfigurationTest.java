package io.github.invoicingsdk.idoklad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.internal.client.Environment;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of the iDoklad clients: what is taken, what is refused, and with what words. */
class IdokladConfigurationTest {

  @Test
  void each_version_has_an_address_of_its_own() {
    try (IdokladClient client = IdokladClient.builder().from(new Environment(variables())).build();
        IdokladV2Client clientV2 =
            IdokladV2Client.builder().from(new Environment(variables())).build()) {
      assertThat(client).hasToString("IdokladClient{https://api.idoklad.cz/v3}");
      assertThat(clientV2).hasToString("IdokladV2Client{https://api.idoklad.cz/v2.0}");
    }
  }

  @Test
  void the_environment_may_hold_other_addresses() {
    Map<String, String> variables = variables();
    variables.put("IDOKLAD_BASE_URL", "http://localhost:8080/v3/");
    variables.put("IDOKLAD_V2_BASE_URL", "http://localhost:8080/v2.0");
    variables.put("IDOKLAD_TOKEN_URL", "http://localhost:8080/token");

    try (IdokladClient client = IdokladClient.builder().from(new Environment(variables)).build();
        IdokladV2Client clientV2 =
            IdokladV2Client.builder().from(new Environment(variables)).build()) {
      assertThat(client).hasToString("IdokladClient{http://localhost:8080/v3}");
      assertThat(clientV2).hasToString("IdokladV2Client{http://localhost:8080/v2.0}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"IDOKLAD_APPLICATION_ID", "IDOKLAD_CLIENT_ID", "IDOKLAD_CLIENT_SECRET"})
  void a_missing_variable_is_named(String name) {
    Map<String, String> variables = variables();
    variables.remove(name);

    assertThatThrownBy(() -> IdokladClient.builder().from(new Environment(variables)).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(name);
    assertThatThrownBy(() -> IdokladV2Client.builder().from(new Environment(variables)).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(name);
  }

  @Test
  void credentials_go_over_https_only() {
    assertThatThrownBy(
            () -> IdokladClient.builder().tokenUrl(URI.create("http://identity.example.test")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tokenUrl")
        .hasMessageContaining("https");
    Map<String, String> variables = variables();
    variables.put("IDOKLAD_TOKEN_URL", "http://identity.example.test");
    assertThatThrownBy(() -> IdokladClient.builder().from(new Environment(variables)).build())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void blank_and_missing_credentials_are_named() {
    IdokladClientBuilder builder = IdokladClient.builder();

    assertThatThrownBy(
            () ->
                builder.clientCredentials(
                    keys -> keys.applicationId(" ").clientId("b").clientSecret("c")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("applicationId");
    assertThatThrownBy(
            () ->
                builder.clientCredentials(
                    keys -> keys.applicationId("a").clientId("").clientSecret("c")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("clientId");
    assertThatThrownBy(
            () ->
                builder.clientCredentials(
                    keys -> keys.applicationId("a").clientId("b").clientSecret("\n")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("clientSecret");
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("clientCredentials");
  }

  private static Map<String, String> variables() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("IDOKLAD_APPLICATION_ID", "application");
    variables.put("IDOKLAD_CLIENT_ID", "client");
    variables.put("IDOKLAD_CLIENT_SECRET", "secret");
    return variables;
  }
}
