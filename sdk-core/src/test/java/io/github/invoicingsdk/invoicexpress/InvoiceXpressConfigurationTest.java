package io.github.invoicingsdk.invoicexpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.internal.client.Environment;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of an InvoiceXpress client: what is taken, what is refused, and with what words. */
class InvoiceXpressConfigurationTest {

  private static final String LABEL_OF_63 = "a".repeat(63);

  @ParameterizedTest
  @CsvSource({"acme, acme", "ACME-2, acme-2", "a, a", "1, 1", "a--b, a--b"})
  void an_account_is_the_first_part_of_the_host(String account, String host) {
    try (InvoiceXpressClient client = client(account)) {
      assertThat(client)
          .hasToString("InvoiceXpressClient{https://" + host + ".app.invoicexpress.com}");
    }
  }

  @Test
  void an_account_has_up_to_63_characters() {
    try (InvoiceXpressClient client = client(LABEL_OF_63)) {
      assertThat(client.toString()).contains(LABEL_OF_63);
    }
    assertThatThrownBy(() -> client(LABEL_OF_63 + "a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("acme.app.invoicexpress.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void a_blank_key_is_refused(String key) {
    assertThatThrownBy(() -> InvoiceXpressClient.builder().apiKey(key))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("apiKey is blank");
  }

  @Test
  void what_is_missing_is_named() {
    assertThatThrownBy(() -> InvoiceXpressClient.builder().account("acme").build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("apiKey");
    assertThatThrownBy(() -> InvoiceXpressClient.builder().apiKey("k").build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("account");
  }

  @Test
  @SuppressWarnings("NullAway") // Null where none may be is what this is about.
  void null_is_refused_by_the_name_of_the_argument() {
    InvoiceXpressClientBuilder builder = InvoiceXpressClient.builder();

    assertNullRefused("account", () -> builder.account(null));
    assertNullRefused("apiKey", () -> builder.apiKey(null));
    assertNullRefused("baseUrl", () -> builder.baseUrl(null));
    assertNullRefused("timeout", () -> builder.timeout(null));
    assertNullRefused("connectTimeout", () -> builder.connectTimeout(null));
    assertNullRefused("proxy", () -> builder.proxy(null));
    assertNullRefused("transport", () -> builder.transport(null));
    assertNullRefused("transport", () -> builder.unverifiedTransport(null));
  }

  private static void assertNullRefused(String argument, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessage(argument);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.test",
        "https://example.test:8443/path",
        "HTTPS://EXAMPLE.TEST",
        "http://127.0.0.1",
        "http://127.0.0.1:8080/prefix",
        "http://127.1.2.3",
        "http://localhost:1",
        "http://LOCALHOST",
        "http://[::1]:8080",
        "http://[0:0:0:0:0:0:0:1]"
      })
  void https_and_the_loopback_interface_are_taken(String address) {
    try (InvoiceXpressClient client = at(address)) {
      assertThat(client).hasToString("InvoiceXpressClient{" + address + "}");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.test/, https://example.test",
    "https://example.test/a/, https://example.test/a",
    "https://example.test/a//, https://example.test/a"
  })
  void a_slash_at_the_end_makes_no_difference(String address, String shown) {
    try (InvoiceXpressClient client = at(address)) {
      assertThat(client).hasToString("InvoiceXpressClient{" + shown + "}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT1H0.000000001S", "PT2562047788015215H"})
  void times_out_of_range_are_refused(Duration time) {
    InvoiceXpressClientBuilder builder = InvoiceXpressClient.builder();

    assertThatThrownBy(() -> builder.timeout(time))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("timeout is " + time)
        .hasMessageContaining("PT1H");
    assertThatThrownBy(() -> builder.connectTimeout(time))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("connectTimeout is " + time);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void a_limit_that_lets_nothing_through_is_refused(int bytes) {
    assertThatThrownBy(() -> InvoiceXpressClient.builder().maxResponseBytes(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(Integer.toString(bytes));
  }

  @Test
  void the_ends_of_all_ranges_are_taken() {
    InvoiceXpressClient.builder()
        .account("acme")
        .apiKey("k")
        .timeout(Duration.ofNanos(1))
        .timeout(Duration.ofHours(1))
        .connectTimeout(Duration.ofNanos(1))
        .connectTimeout(Duration.ofHours(1))
        .maxResponseBytes(1)
        .maxResponseBytes(Integer.MAX_VALUE)
        .proxy(ProxySelector.of(null))
        .build()
        .close();
  }

  @Test
  void the_environment_holds_account_key_and_address() {
    Environment environment =
        environment("INVOICEXPRESS_BASE_URL", " http://127.0.0.1:8080/invoicexpress/ ");

    try (InvoiceXpressClient client = InvoiceXpressClient.builder().from(environment).build()) {
      assertThat(client).hasToString("InvoiceXpressClient{http://127.0.0.1:8080/invoicexpress}");
    }
    try (InvoiceXpressClient client =
        InvoiceXpressClient.builder().from(environment("X", "y")).build()) {
      assertThat(client).hasToString("InvoiceXpressClient{https://acme.app.invoicexpress.com}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INVOICEXPRESS_ACCOUNT", "INVOICEXPRESS_API_KEY"})
  void a_missing_or_blank_variable_is_named(String name) {
    Map<String, String> variables = variables();
    variables.put(name, " ");
    assertThatThrownBy(() -> InvoiceXpressClient.builder().from(new Environment(variables)).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(name);
    variables.remove(name);
    assertThatThrownBy(() -> InvoiceXpressClient.builder().from(new Environment(variables)).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(name);
  }

  @Test
  void an_address_that_is_none_is_refused_by_the_name_of_its_variable() {
    assertThatThrownBy(
            () ->
                InvoiceXpressClient.builder()
                    .from(environment("INVOICEXPRESS_BASE_URL", "https://exa mple"))
                    .build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("INVOICEXPRESS_BASE_URL");
  }

  private static Environment environment(String name, String value) {
    Map<String, String> variables = variables();
    variables.put(name, value);
    return new Environment(variables);
  }

  private static Map<String, String> variables() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("INVOICEXPRESS_ACCOUNT", "acme");
    variables.put("INVOICEXPRESS_API_KEY", "key");
    return variables;
  }

  private static InvoiceXpressClient client(String account) {
    return InvoiceXpressClient.builder().account(account).apiKey("k").build();
  }

  private static InvoiceXpressClient at(String address) {
    return InvoiceXpressClient.builder().baseUrl(URI.create(address)).apiKey("k").build();
  }
}
