package io.github.invoicingsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.testing.RawServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

  private static final String SEQUENCE = "{\"sequence\":{\"id\":1,\"serie\":\"2026\"}}";

  @Test
  void clients_of_many_accounts_send_over_one_connection_each_with_its_own_key() throws Exception {
    try (RawServer server = sequences(3);
        Connections connections = Connections.open();
        InvoiceXpressClient one = client(server, "key-one", connections);
        InvoiceXpressClient two = client(server, "key-two", connections)) {
      one.sequences().get(1);
      two.sequences().get(1);
      one.sequences().get(1);

      assertThat(server.connections()).isEqualTo(1);
      assertThat(server.requests())
          .extracting(RawServer.Recorded::line)
          .containsExactly(
              "GET /sequences/1.json?api_key=key-one HTTP/1.1",
              "GET /sequences/1.json?api_key=key-two HTTP/1.1",
              "GET /sequences/1.json?api_key=key-one HTTP/1.1");
    }
  }

  @Test
  void a_closed_client_refuses_calls_and_leaves_the_others_their_connections() throws Exception {
    try (RawServer server = sequences(2);
        Connections connections = Connections.open();
        InvoiceXpressClient open = client(server, "key-one", connections)) {
      InvoiceXpressClient closed = client(server, "key-two", connections);
      closed.sequences().get(1);
      closed.close();

      assertThatIllegalStateException()
          .isThrownBy(() -> closed.sequences().get(1))
          .withMessage("this client is closed");
      assertThat(open.sequences().get(1).serie()).isEqualTo("2026");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void closed_connections_refuse_the_calls_of_every_client() throws Exception {
    Connections connections = Connections.open();
    try (RawServer server = sequences(1);
        InvoiceXpressClient client = client(server, "key-one", connections)) {
      connections.close();
      connections.close();

      assertThatIllegalStateException()
          .isThrownBy(() -> client.sequences().get(1))
          .withMessageContaining("the connections it shares");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void a_hundred_clients_have_no_more_threads_than_one() throws Exception {
    List<InvoiceXpressClient> clients = new ArrayList<>();
    try (RawServer server = sequences(100);
        Connections connections = Connections.open()) {
      long before = Thread.getAllStackTraces().keySet().stream().filter(this::isOfSdk).count();
      for (int i = 0; i < 100; i++) {
        InvoiceXpressClient client = client(server, "key-" + i, connections);
        clients.add(client);
        client.sequences().get(1);
      }
      long after = Thread.getAllStackTraces().keySet().stream().filter(this::isOfSdk).count();

      assertThat(after - before).isLessThan(50);
      assertThat(server.connections()).isEqualTo(1);
    } finally {
      clients.forEach(InvoiceXpressClient::close);
    }
  }

  @Test
  void shared_connections_go_through_their_own_proxy() throws Exception {
    try (RawServer proxy = sequences(1);
        Connections connections =
            Connections.builder()
                .proxy(
                    ProxySelector.of(
                        new InetSocketAddress(
                            InetAddress.getLoopbackAddress(),
                            URI.create(proxy.url("/")).getPort())))
                .open();
        InvoiceXpressClient client =
            InvoiceXpressClient.builder()
                .baseUrl(URI.create("http://localhost:1"))
                .apiKey("key")
                .options(StubClients.ONCE)
                .connections(connections)
                .build()) {
      client.sequences().get(1);

      assertThat(proxy.requests())
          .extracting(RawServer.Recorded::line)
          .containsExactly("GET http://localhost:1/sequences/1.json?api_key=key HTTP/1.1");
    }
  }

  @Test
  void a_time_for_connecting_must_make_sense() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Connections.builder().connectTimeout(Duration.ZERO))
        .withMessageContaining("connectTimeout");
  }

  private boolean isOfSdk(Thread thread) {
    return thread.getName().startsWith("invoicing-sdk-") || thread.getName().contains("HttpClient");
  }

  private static RawServer sequences(int count) {
    RawServer.ScriptedResponse[] responses = new RawServer.ScriptedResponse[count];
    Arrays.fill(responses, RawServer.json(200, SEQUENCE));
    return RawServer.respondingWith(responses);
  }

  private static InvoiceXpressClient client(RawServer server, String key, Connections connections) {
    return InvoiceXpressClient.builder()
        .baseUrl(URI.create(server.url("")))
        .apiKey(key)
        .options(StubClients.ONCE)
        .connections(connections)
        .build();
  }
}
