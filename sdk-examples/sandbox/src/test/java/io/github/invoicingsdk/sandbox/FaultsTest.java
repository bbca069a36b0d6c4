package io.github.invoicingsdk.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String REGISTER = "/sequences/146110/register.json";
  private static final String REGISTER_REGEX = "/invoicexpress/sequences/\\d+/register\\.json";

  private final Sandbox sandbox = Sandbox.start();
  private final Http http = new Http(sandbox);
  private final ExecutorService executor = Executors.newCachedThreadPool();

  @AfterEach
  void close() {
    sandbox.close();
    executor.shutdownNow();
  }

  @Test
  void a_response_replaces_the_work() {
    sandbox
        .faults()
        .on("PUT", REGISTER_REGEX)
        .once(
            Fault.response(
                CannedResponse.of(503)
                    .withHeader("Retry-After", "2")
                    .withBody("text/plain", "later")));

    HttpResponse<String> response = http.invoiceXpress("PUT", REGISTER);

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Retry-After")).hasValue("2");
    assertThat(response.body()).isEqualTo("later");
    assertThat(registered()).isFalse();
    assertThat(http.invoiceXpress("PUT", REGISTER).statusCode()).isEqualTo(200);
  }

  @Test
  void a_response_can_hide_that_the_work_was_done() {
    sandbox.faults().on("PUT", REGISTER_REGEX).once(Fault.workThenRespond(CannedResponse.of(500)));

    assertThat(http.invoiceXpress("PUT", REGISTER).statusCode()).isEqualTo(500);
    assertThat(registered()).isTrue();
  }

  @Test
  void a_cut_leaves_the_work_undone_and_sends_no_byte() throws IOException {
    sandbox.faults().on("PUT", REGISTER_REGEX).once(Fault.cut());

    assertThat(http.raw("PUT", http.invoiceXpressUri(REGISTER))).isEmpty();
    assertThat(registered()).isFalse();
  }

  @Test
  void a_cut_after_the_work_sends_no_byte_either() throws IOException {
    sandbox.faults().on("PUT", REGISTER_REGEX).once(Fault.workThenCut());

    assertThat(http.raw("PUT", http.invoiceXpressUri(REGISTER))).isEmpty();
    assertThat(registered()).isTrue();
  }

  @Test
  void a_client_sees_a_cut_as_a_failure() {
    sandbox.faults().on("PUT", REGISTER_REGEX).once(Fault.workThenCut());

    assertThatThrownBy(() -> http.invoiceXpress("PUT", REGISTER))
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void a_truncated_body_is_shorter_than_announced() throws IOException {
    sandbox.faults().on("PUT", REGISTER_REGEX).once(Fault.truncate());

    String response = new String(http.raw("PUT", http.invoiceXpressUri(REGISTER)), UTF_8);

    int announced =
        Integer.parseInt(response.replaceAll("(?is).*content-length: (\\d+)\r\n.*", "$1"));
    String body = response.substring(response.indexOf("\r\n\r\n") + 4);
    assertThat(body).hasSize(announced / 2).startsWith("{\"sequences\":[");
  }

  @Test
  void a_truncated_empty_body_is_announced_and_does_not_come() throws IOException {
    sandbox.faults().on(request -> true).once(Fault.truncate());
    URI uri = http.invoiceXpressUri("/sequences/146110/set_current.json");

    String response = new String(http.raw("PUT", uri), UTF_8);

    assertThat(response).containsIgnoringCase("Content-Length: 1\r\n").endsWith("\r\n\r\n");
  }

  @Test
  void a_stalled_body_goes_on_after_the_release() throws Exception {
    Gate gate = new Gate();
    sandbox.faults().on("GET", ".*").once(Fault.stall(gate));

    try (Socket socket = http.open("GET", http.invoiceXpressUri("/sequences.json"))) {
      InputStream in = socket.getInputStream();
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n{") < 0) {
        head.append((char) in.read());
      }
      assertThat(gate.awaitArrival(PATIENCE)).isTrue();
      gate.release();
      assertThat(new String(in.readAllBytes(), UTF_8)).endsWith("}]}");
    }
  }

  @Test
  void a_held_request_works_after_the_release() throws Exception {
    Gate gate = new Gate();
    sandbox.faults().on("PUT", REGISTER_REGEX).once(Fault.hold(gate));

    Future<HttpResponse<String>> response =
        executor.submit(() -> http.invoiceXpress("PUT", REGISTER));
    assertThat(gate.awaitArrival(PATIENCE)).isTrue();
    assertThat(registered()).isFalse();
    assertThat(http.invoiceXpress("GET", "/sequences.json").statusCode()).isEqualTo(200);

    gate.release();
    assertThat(response.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
  }

  @Test
  void a_held_response_has_its_work_done() throws Exception {
    Gate gate = new Gate();
    sandbox.faults().on("PUT", REGISTER_REGEX).once(Fault.workThenHold(gate));

    Future<HttpResponse<String>> response =
        executor.submit(() -> http.invoiceXpress("PUT", REGISTER));
    assertThat(gate.awaitArrival(PATIENCE)).isTrue();
    assertThat(registered()).isTrue();

    gate.release();
    assertThat(response.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
  }

  @Test
  void closing_cuts_held_requests() throws Exception {
    Gate gate = new Gate();
    sandbox.faults().on("PUT", REGISTER_REGEX).once(Fault.hold(gate));
    Future<HttpResponse<String>> response =
        executor.submit(() -> http.invoiceXpress("PUT", REGISTER));
    assertThat(gate.awaitArrival(PATIENCE)).isTrue();

    sandbox.close();

    assertThatThrownBy(() -> response.get(30, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseInstanceOf(IOException.class);
    assertThat(registered()).isFalse();
  }

  @Test
  void corrupt_gzip_cannot_be_unpacked() throws Exception {
    sandbox.faults().on("GET", ".*").once(Fault.corruptGzip());

    HttpResponse<byte[]> response =
        Http.sendForBytes(Http.request(http.invoiceXpressUri("/sequences.json")));

    assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
    GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()));
    assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class);
  }

  @Test
  void an_endless_body_flows_until_the_client_hangs_up() throws IOException {
    sandbox.faults().on("GET", ".*").once(Fault.endlessBody());

    try (Socket socket = http.open("GET", http.invoiceXpressUri("/sequences.json"))) {
      assertThat(socket.getInputStream().readNBytes(5_000_000)).hasSize(5_000_000);
    }
    assertThat(http.invoiceXpress("GET", "/sequences.json").statusCode()).isEqualTo(200);
  }

  @Test
  void closing_ends_an_endless_body_and_a_stalled_one() throws Exception {
    Gate gate = new Gate();
    sandbox.faults().on("GET", ".*/clients\\.json").once(Fault.stall(gate));
    sandbox.faults().on("GET", ".*/sequences\\.json").once(Fault.endlessBody());

    try (Socket stalled = http.open("GET", http.invoiceXpressUri("/clients.json"));
        Socket endless = http.open("GET", http.invoiceXpressUri("/sequences.json"))) {
      assertThat(endless.getInputStream().readNBytes(100_000)).hasSize(100_000);
      assertThat(gate.awaitArrival(PATIENCE)).isTrue();

      sandbox.close();

      String response = new String(stalled.getInputStream().readAllBytes(), UTF_8);
      assertThat(response).contains("{\"clients\":[").doesNotContain("pagination");
    }
  }

  @Test
  void a_client_sees_a_truncated_body_as_a_failure() {
    sandbox.faults().on("GET", ".*/clients\\.json").once(Fault.truncate());

    assertThatThrownBy(() -> http.invoiceXpress("GET", "/clients.json"))
        .hasCauseInstanceOf(IOException.class);
    assertThat(sandbox.requests()).hasSize(1);
  }

  @Test
  void rules_are_used_in_their_order_and_as_often_as_said() {
    sandbox
        .faults()
        .on("GET", ".*/sequences\\.json")
        .times(2, Fault.response(CannedResponse.of(503)));
    sandbox.faults().on("GET", ".*/sequences\\.json").once(Fault.response(CannedResponse.of(500)));

    assertThat(statusOfList()).isEqualTo(503);
    assertThat(http.invoiceXpress("GET", "/clients.json").statusCode()).isEqualTo(200);
    assertThat(statusOfList()).isEqualTo(503);
    assertThat(statusOfList()).isEqualTo(500);
    assertThat(statusOfList()).isEqualTo(200);
  }

  @Test
  void a_rule_can_last_until_it_is_cleared() {
    sandbox
        .faults()
        .on(request -> "1".equals(request.queryParameter("page")))
        .always(Fault.response(CannedResponse.of(502)));

    for (int i = 0; i < 3; i++) {
      assertThat(http.invoiceXpress("GET", "/clients.json?page=1").statusCode()).isEqualTo(502);
    }
    assertThat(http.invoiceXpress("GET", "/clients.json?page=2").statusCode()).isEqualTo(200);

    sandbox.faults().clear();
    assertThat(http.invoiceXpress("GET", "/clients.json?page=1").statusCode()).isEqualTo(200);
  }

  @Test
  void a_rule_for_no_request_is_a_mistake_of_the_test() {
    assertThatThrownBy(() -> sandbox.faults().on("GET", ".*").times(0, Fault.cut()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
    assertThatThrownBy(() -> CannedResponse.of(100))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("100");
  }

  private int statusOfList() {
    return http.invoiceXpress("GET", "/sequences.json").statusCode();
  }

  private boolean registered() {
    return !sandbox.invoiceXpress().validationCodes(146_110).containsValue("N/D");
  }
}
