package io.github.invoicingsdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import io.github.invoicingsdk.benchmarks.peer.Peer;
import io.github.invoicingsdk.benchmarks.peer.PeerKind;
import io.github.invoicingsdk.benchmarks.server.BenchmarkServer;
import io.github.invoicingsdk.benchmarks.server.CannedJson;
import io.github.invoicingsdk.benchmarks.server.SeenRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SameWorkTest {

  private final List<SeenRequest> requests = new CopyOnWriteArrayList<>();
  private BenchmarkServer server;

  @BeforeEach
  void start() {
    server = BenchmarkServer.start(0, requests::add);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(PeerKind.class)
  void one_get_is_sent_and_the_whole_sequence_is_decoded(PeerKind kind) throws Exception {
    try (Peer peer = kind.connect(server.address())) {
      Object sequence = peer.getSequence(CannedJson.SEQUENCE_ID);

      assertThat(PlainJson.withoutNulls(peer.asJson(sequence)))
          .isEqualTo(JsonParser.parseString(CannedJson.sequence()));
    }
    assertSent("GET /sequences/146090.json", "");
  }

  @ParameterizedTest
  @EnumSource(PeerKind.class)
  void one_post_is_sent_and_the_whole_response_is_decoded(PeerKind kind) throws Exception {
    try (Peer peer = kind.connect(server.address())) {
      Object sequence = peer.createSequence("2026");

      assertThat(PlainJson.withoutNulls(peer.asJson(sequence)))
          .isEqualTo(JsonParser.parseString(CannedJson.sequence()));
    }
    assertSent(
        "POST /sequences.json", "{\"sequence\":{\"serie\":\"2026\",\"default_sequence\":\"1\"}}");
    assertThat(header("content-type")).contains("application/json");
  }

  @ParameterizedTest
  @EnumSource(PeerKind.class)
  void one_page_is_asked_for_and_every_client_is_decoded(PeerKind kind) throws Exception {
    try (Peer peer = kind.connect(server.address())) {
      Object clients = peer.clients(3, CannedJson.PAGE_SIZE);

      assertThat(PlainJson.withoutNulls(peer.asJson(clients)))
          .isEqualTo(
              PlainJson.withoutNulls(
                  JsonParser.parseString(CannedJson.clients(201, CannedJson.PAGE_SIZE))));
    }
    assertSent("GET /clients.json", "");
    assertThat(query()).contains("page=3", "per_page=100");
  }

  @ParameterizedTest
  @EnumSource(PeerKind.class)
  void what_is_no_success_is_an_exception(PeerKind kind) throws Exception {
    try (Peer peer = kind.connect(server.address())) {
      assertThatThrownBy(() -> peer.getSequence(1)).isInstanceOf(Exception.class);
    }
    assertSent("GET /sequences/1.json", "");
  }

  private void assertSent(String request, String body) {
    assertThat(requests).hasSize(1);
    SeenRequest sent = requests.get(0);
    assertThat(sent.line()).startsWith(request + "?").endsWith(" HTTP/1.1");
    assertThat(query()).contains("api_key=" + Peer.API_KEY);
    assertThat(header("accept")).contains("application/json");
    assertThat(header("accept-encoding")).contains("gzip");
    assertThat(header("user-agent")).isNotEmpty();
    if (body.isEmpty()) {
      assertThat(sent.body()).isEmpty();
    } else {
      assertThat(PlainJson.withoutNulls(JsonParser.parseString(sent.body())))
          .isEqualTo(JsonParser.parseString(body));
    }
  }

  private List<String> query() {
    String target = requests.get(0).line().split(" ", -1)[1];
    return Arrays.asList(target.substring(target.indexOf('?') + 1).split("&", -1));
  }

  private String header(String name) {
    return requests
        .get(0)
        .head()
        .lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .findFirst()
        .orElse("");
  }
}
