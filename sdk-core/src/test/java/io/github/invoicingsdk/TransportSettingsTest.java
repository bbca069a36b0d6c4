package io.github.invoicingsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.fixture.Exchange;
import io.github.invoicingsdk.fixture.ReceivedRequest;
import io.github.invoicingsdk.fixture.RecordingTransport;
import io.github.invoicingsdk.fixture.Reply;
import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.fixture.StubServer;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClientBuilder;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client does with the transport it was given, and with its own when it is closed. */
class TransportSettingsTest {

  private static final Reply SEQUENCE = Reply.json("{\"sequence\":{\"id\":7}}");
  private static final Reply NUMERIC_SEQUENCE =
      Reply.json("{\"Data\":{\"Id\":7},\"IsSuccess\":true}");

  private final StubServer server = StubServer.start();
  private final RecordingTransport transport = new RecordingTransport();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void a_transport_of_the_users_own_is_told_not_to_follow_redirects_and_is_not_closed() {
    server.respondWith(SEQUENCE);
    try (InvoiceXpressClient client =
        StubClients.invoiceXpress(server).unverifiedTransport(transport).build()) {
      client.sequences().get(7);
    }

    assertThat(transport.isClosed()).isFalse();
    assertThat(transport.exchanges())
        .singleElement()
        .satisfies(
            exchange -> {
              assertThat(exchange.options().isFollowRedirects()).isFalse();
              assertThat(exchange.options().connectTimeoutMillis()).isBetween(1, 10_000);
              assertThat(exchange.options().readTimeoutMillis()).isBetween(1, 30_000);
              assertThat(exchange.uri().getRawQuery()).isEqualTo("api_key=stub-api-key");
            });
  }

  @Test
  void tokens_go_through_the_same_transport() {
    server.respondWith(NUMERIC_SEQUENCE);
    try (IdokladClient client =
        StubClients.idoklad(server).unverifiedTransport(transport).build()) {
      client.numericSequences().get(7);
    }

    assertThat(transport.exchanges()).extracting(Exchange::method).containsExactly("POST", "GET");
    assertThat(transport.exchanges())
        .extracting(exchange -> exchange.options().isFollowRedirects())
        .containsOnly(false);
    assertThat(transport.exchanges().get(0).uri()).isEqualTo(server.tokenUrl());
    assertThat(transport.exchanges().get(1).request().headers().get("Authorization"))
        .containsExactly("Bearer stub-token");
    assertThat(transport.exchanges().get(1).uri().getRawQuery()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/prefix", "/prefix/", "/a/b%20c"})
  void the_path_of_the_base_address_stands_before_every_path(String path) {
    server.respondWith(SEQUENCE);
    try (InvoiceXpressClient client =
        StubClients.invoiceXpress(server).baseUrl(URI.create(server.url() + path)).build()) {
      client.sequences().get(7);
    }

    assertThat(server.onlyRequest().uri().getRawPath())
        .isEqualTo(path.replaceAll("/$", "") + "/sequences/7.json");
  }

  @Test
  void a_closed_client_sends_nothing_and_says_that_it_is_closed() {
    server.respondWith(SEQUENCE);
    InvoiceXpressClient client = StubClients.invoiceXpress(server).build();
    client.sequences().get(7);
    client.close();
    client.close();

    assertThatThrownBy(() -> client.sequences().get(7))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> client.clients().list().page(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void a_closed_client_with_a_transport_of_the_users_own_is_closed_too() {
    server.respondWith(SEQUENCE);
    InvoiceXpressClient client =
        StubClients.invoiceXpress(server).unverifiedTransport(transport).build();
    client.close();

    assertThatThrownBy(() -> client.sequences().get(7))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void settings_of_a_builder_do_not_reach_a_client_that_was_built_before() {
    server.respondWith(SEQUENCE);
    InvoiceXpressClientBuilder builder = StubClients.invoiceXpress(server);
    try (InvoiceXpressClient client = builder.build();
        InvoiceXpressClient other = builder.apiKey("other-key").build()) {
      client.sequences().get(7);
      other.sequences().get(7);
    }

    assertThat(server.requests())
        .extracting(request -> request.query("api_key"))
        .containsExactly("stub-api-key", "other-key");
    assertThat(server.requests()).extracting(ReceivedRequest::authorization).containsOnlyNulls();
  }
}
