package io.github.invoicingsdk.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.RetryPolicy;
import io.github.invoicingsdk.internal.client.BuilderAccess;
import io.github.invoicingsdk.internal.client.ClientSettings;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What the properties make of a builder. */
class ClientPropertiesTest {

  private static final String ACCOUNT = "invoicing.invoicexpress.accounts.acme.";

  @Test
  void without_properties_everything_is_as_the_sdk_has_it() {
    ClientSettings expected = BuilderAccess.settings(InvoiceXpressClient.builder());

    ClientSettings settings = settings();

    assertThat(settings)
        .usingRecursiveComparison()
        .ignoringFields("listeners", "time")
        .isEqualTo(expected);
  }

  @Test
  void each_property_reaches_the_builder() {
    ClientSettings settings =
        settings(
            ACCOUNT + "base-url=https://proxy.example/invoicexpress",
            ACCOUNT + "client.timeout=90s",
            ACCOUNT + "client.attempt-timeout=20s",
            ACCOUNT + "client.connect-timeout=3s",
            ACCOUNT + "client.max-response-size=2MB",
            ACCOUNT + "client.requests-per-minute=70",
            ACCOUNT + "client.language=cs-CZ",
            ACCOUNT + "client.headers.X-Team=invoices",
            ACCOUNT + "client.proxy.host=proxy.example",
            ACCOUNT + "client.proxy.port=3128",
            ACCOUNT + "client.proxy.username=ana",
            ACCOUNT + "client.proxy.password=secret-of-ana",
            ACCOUNT + "client.retry.max-attempts=6",
            ACCOUNT + "client.retry.first-delay=1s",
            ACCOUNT + "client.retry.longest-delay=30s");

    assertThat(settings.baseUrl()).isEqualTo(URI.create("https://proxy.example/invoicexpress"));
    assertThat(settings.options())
        .isEqualTo(
            CallOptions.defaults().toBuilder()
                .timeout(Duration.ofSeconds(90))
                .attemptTimeout(Duration.ofSeconds(20))
                .header("Accept-Language", "cs-CZ")
                .header("X-Team", "invoices")
                .retry(
                    RetryPolicy.defaults().toBuilder()
                        .maxAttempts(6)
                        .firstDelay(Duration.ofSeconds(1))
                        .longestDelay(Duration.ofSeconds(30))
                        .build())
                .build());
    assertThat(settings.connection().connectTimeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(settings.maxResponseBytes()).isEqualTo(2 * 1024 * 1024);
    assertThat(settings.rateLimited()).isTrue();
    assertThat(settings.requestsPerMinute()).isEqualTo(70);
    ProxySelector proxy = Objects.requireNonNull(settings.connection().proxy());
    assertThat(proxy.select(URI.create("https://acme.app.invoicexpress.com")))
        .extracting(Proxy::address)
        .containsExactly(InetSocketAddress.createUnresolved("proxy.example", 3128));
    assertThat(settings.connection().proxyAuthorization()).hasToString("Basic ***");
  }

  @Test
  void a_sandbox_elsewhere_is_reached_over_http_only_if_that_is_allowed() {
    String address = "http://sandbox.example:8080";

    assertThat(
            settings(
                    ACCOUNT + "base-url=" + address,
                    ACCOUNT + "client.dangerously-allow-plain-http=true")
                .baseUrl())
        .isEqualTo(URI.create(address));
    assertThat(
            settings(
                    ACCOUNT + "base-url=" + address,
                    "invoicing.client.dangerously-allow-plain-http=true")
                .baseUrl())
        .isEqualTo(URI.create(address));
  }

  @Test
  void the_password_of_a_proxy_is_not_shown() {
    assertThat(new ClientProperties.Proxy("proxy.example", 3128, "ana", "secret-of-ana"))
        .hasToString("Proxy[host=proxy.example, port=3128, username=ana, password=******]");
  }

  @Test
  void the_rate_can_be_unlimited() {
    assertThat(settings(ACCOUNT + "client.unlimited-rate=true").rateLimited()).isFalse();
  }

  @Test
  void settings_of_an_account_go_before_those_of_all_one_by_one() {
    CallOptions options =
        settings(
                "invoicing.client.timeout=90s",
                "invoicing.client.retry.max-attempts=6",
                "invoicing.client.retry.first-delay=1s",
                ACCOUNT + "client.timeout=10s",
                ACCOUNT + "client.retry.max-attempts=2")
            .options();

    assertThat(options.timeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(options.retry().maxAttempts()).isEqualTo(2);
    assertThat(options.retry().firstDelay()).isEqualTo(Duration.ofSeconds(1));
  }

  private static ClientSettings settings(String... properties) {
    AtomicReference<ClientSettings> settings = new AtomicReference<>();
    InvoicingClientCustomizer look =
        (account, builder) -> settings.set(BuilderAccess.settings(builder));
    Contexts.empty()
        .withPropertyValues(ACCOUNT + "account-name=acme", ACCOUNT + "api-key=key")
        .withPropertyValues(properties)
        .withBean(InvoicingClientCustomizer.class, () -> look)
        .run(context -> assertThat(context).hasNotFailed());
    return Objects.requireNonNull(settings.get(), "no client was built");
  }
}
