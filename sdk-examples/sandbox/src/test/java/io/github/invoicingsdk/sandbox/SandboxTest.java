package io.github.invoicingsdk.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SandboxTest {
  private final TestClock clock = new TestClock();
  private final Sandbox sandbox = Sandbox.builder().clock(clock).start();
  private final Http http = new Http(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void lives_on_the_loopback_address() {
    String root = "http://127.0.0.1:" + sandbox.invoiceXpressUrl().getPort();

    assertThat(sandbox.invoiceXpressUrl()).hasToString(root + "/invoicexpress");
    assertThat(sandbox.idokladUrl()).hasToString(root + "/idoklad/v3");
    assertThat(sandbox.idokladV2Url()).hasToString(root + "/idoklad/v2.0");
    assertThat(sandbox.idokladTokenUrl()).hasToString(root + "/identity/server/v2/connect/token");
  }

  @Test
  void records_requests_as_they_came() {
    http.invoiceXpress("POST", "/sequences.json?x=a%2Fb+c&x=2", "{\"é\":1}");

    assertThat(sandbox.requests()).hasSize(1);
    RecordedRequest request = sandbox.requests().get(0);
    assertThat(request.instant()).isEqualTo(Instant.parse("2025-03-09T10:00:00.250Z"));
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/invoicexpress/sequences.json");
    assertThat(request.rawQuery()).isEqualTo("x=a%2Fb+c&x=2&api_key=sandbox-api-key");
    assertThat(request.queryParameters()).containsEntry("x", List.of("a/b c", "2"));
    assertThat(request.queryParameter("x")).isEqualTo("a/b c");
    assertThat(request.queryParameter("y")).isNull();
    assertThat(request.header("CONTENT-type")).isEqualTo("application/json; charset=utf-8");
    assertThat(request.header("X-None")).isNull();
    assertThat(request.body()).isEqualTo("{\"é\":1}");
    assertThat(request.bodyBytes()).hasSize(8);
    assertThat(request).hasToString("POST /invoicexpress/sequences.json");
  }

  @Test
  void forgets_requests_when_told() {
    http.invoiceXpress("GET", "/sequences.json");

    sandbox.clearRequests();

    assertThat(sandbox.requests()).isEmpty();
  }

  @Test
  void packs_responses_for_clients_that_accept_it() throws Exception {
    URI uri = http.invoiceXpressUri("/sequences.json");
    HttpResponse<byte[]> packed =
        Http.sendForBytes(Http.request(uri).header("Accept-Encoding", "deflate, GZIP;q=0.5"));
    HttpResponse<byte[]> refused =
        Http.sendForBytes(Http.request(uri).header("Accept-Encoding", "gzip;q=0"));
    HttpResponse<byte[]> plain = Http.sendForBytes(Http.request(uri));

    assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
        .isEqualTo(plain.body());
    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(refused.body()).isEqualTo(plain.body());
  }

  @Test
  void leaves_small_responses_unpacked() throws Exception {
    HttpResponse<byte[]> response =
        Http.sendForBytes(
            Http.request(URI.create(sandbox.invoiceXpressUrl() + "/sequences.json"))
                .header("Accept-Encoding", "gzip"));

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
  }

  @Test
  void a_path_of_no_provider_lists_all_routes() {
    HttpResponse<String> response =
        Http.send(Http.request(sandbox.idokladUrl().resolve("/invoicexpressions")));

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body())
        .contains("GET /invoicexpress/sequences.json")
        .contains("GET /idoklad/v3/NumericSequences")
        .contains("GET /idoklad/v2.0/NumericSequences")
        .contains("POST /identity/server/v2/connect/token");
  }

  @Test
  void a_huge_body_is_refused() {
    HttpResponse<String> response =
        Http.send(
            Http.request(http.invoiceXpressUri("/sequences.json"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(" ".repeat(2_000_000))));

    assertThat(response.statusCode()).isEqualTo(413);
  }

  @Test
  void can_start_empty() {
    try (Sandbox empty = Sandbox.builder().empty().start()) {
      Http toEmpty = new Http(empty);

      assertThat(toEmpty.invoiceXpress("GET", "/sequences.json").body())
          .isEqualTo("{\"sequences\":[]}");
      assertThat(toEmpty.v2("/NumericSequences").body())
          .isEqualTo("{\"Data\":[],\"TotalItems\":0,\"TotalPages\":0}");
    }
  }

  @Test
  void many_registrations_at_once_succeed_once() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Integer>> calls = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        calls.add(() -> http.invoiceXpress("PUT", "/sequences/146110/register.json").statusCode());
      }
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> call : executor.invokeAll(calls)) {
        statuses.add(call.get());
      }

      assertThat(statuses).containsOnlyOnce(200).contains(409).hasSize(16);
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void closing_ends_server_and_threads() {
    http.invoiceXpress("GET", "/sequences.json");
    String prefix = "sandbox-" + sandbox.idokladUrl().getPort() + "-";

    sandbox.close();
    sandbox.close();

    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.isAlive() && thread.getName().startsWith(prefix));
    assertThatThrownBy(() -> http.invoiceXpress("GET", "/sequences.json"))
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void a_taken_port_is_named() {
    int port = sandbox.idokladUrl().getPort();

    assertThatThrownBy(() -> Sandbox.builder().port(port).start())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(Integer.toString(port));
    assertThatThrownBy(() -> Sandbox.builder().port(65_536))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("65536");
  }

  @Test
  void the_program_prints_what_a_client_needs() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();

    try (Sandbox started =
        SandboxMain.run(new String[] {"0"}, new PrintStream(printed, true, UTF_8))) {
      assertThat(printed.toString(UTF_8))
          .contains(started.invoiceXpressUrl().toString())
          .contains(started.idokladUrl().toString())
          .contains(started.idokladV2Url().toString())
          .contains(started.idokladTokenUrl().toString())
          .contains(
              "sandbox-api-key",
              "sandbox-application-id",
              "sandbox-client-id",
              "sandbox-client-secret");
    }
  }

  @Test
  void the_program_takes_nothing_but_a_port() {
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);

    assertThatThrownBy(() -> SandboxMain.run(new String[] {"x"}, out))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x");
    assertThatThrownBy(() -> SandboxMain.run(new String[] {"0", "1"}, out))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void credentials_do_not_show_the_secret() {
    assertThat(Sandbox.DEFAULT_IDOKLAD_CREDENTIALS.toString()).doesNotContain("client-secret");
  }
}
