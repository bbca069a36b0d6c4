package io.github.invoicingsdk.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.invoicingsdk.ApiRequest;
import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.fixture.CapturedLog;
import io.github.invoicingsdk.fixture.Reply;
import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.fixture.StubServer;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.model.ClientDetails;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is logged, at which level, and what never is. */
@Timeout(60)
class LoggingListenerTest {

  private final CapturedLog log = CapturedLog.open();

  @AfterEach
  void stop() {
    log.close();
  }

  @Test
  void a_call_is_one_line_at_debug() {
    MixedOutcomesTransport.callTenTimes(100, LoggingListener.create());

    assertThat(at(Level.DEBUG)).hasSize(900);
    assertThat(at(Level.DEBUG).get(0))
        .isEqualTo(
            "acme getSequence: SUCCEEDED (200), GET /sequences/0.json, requests: 1, 0 ms,"
                + " bytes sent: 0, received: 21");
    assertThat(at(Level.DEBUG)).filteredOn(line -> line.contains("REFUSED (404)")).hasSize(100);
    assertThat(log.events())
        .extracting(ILoggingEvent::getLoggerName)
        .containsOnly("io.github.invoicingsdk.invoicexpress");
    assertThat(log.events()).extracting(ILoggingEvent::getThrowableProxy).containsOnlyNulls();
  }

  @Test
  void repetitions_are_told_and_those_that_matter_warn() {
    MixedOutcomesTransport.callTenTimes(1, LoggingListener.create());

    assertThat(at(Level.INFO))
        .containsExactly(
            "acme getSequence: SERVER_ERROR, sent again in 0 ms",
            "acme getSequence: SERVER_ERROR, sent again in 0 ms");
    assertThat(at(Level.WARN))
        .containsExactly(
            "acme getSequence: RATE_LIMITED, sent again in 0 ms",
            "acme registerSequence: OUTCOME_UNKNOWN (no response), PUT"
                + " /sequences/8/register.json, requests: 1, 0 ms, bytes sent: 0, received: 0");
  }

  @Test
  void a_path_is_logged_at_debug_alone_with_its_ids_and_without_query_and_credentials() {
    try (StubServer server = StubServer.start().respondWith(Reply.json("{}"));
        InvoiceXpressClient client =
            StubClients.invoiceXpress(server)
                .apiKey("APIKEYMARK")
                .listener(LoggingListener.create())
                .build()) {
      ApiRequest request = ApiRequest.get("/items/7/a%40b.pt.json").query("q", "QUERYMARK");
      client.send(request);
      assertThat(at(Level.DEBUG))
          .singleElement()
          .asString()
          .startsWith(server.url().getAuthority() + " GET /items/{id}/{id}.json: SUCCEEDED")
          .contains("GET /items/7/***")
          .doesNotContain("MARK", "b.pt");

      log.setLevel(Level.INFO);
      server.respondWith(Reply.json(500, "{}"));
      assertThat(catchThrowable(() -> client.send(ApiRequest.post("/items/7.json")))).isNotNull();
      assertThat(at(Level.WARN)).singleElement().asString().doesNotContain("/7");
    }
  }

  @Test
  void nothing_is_written_below_the_level() {
    log.setLevel(Level.ERROR);

    MixedOutcomesTransport.callTenTimes(1, LoggingListener.create().withBodies());

    assertThat(log.events()).isEmpty();
  }

  @Test
  void a_new_token_informs_and_a_refused_one_warns() {
    try (StubServer server =
            StubServer.start().respondWith(Reply.json("{\"Data\":{\"Id\":7},\"IsSuccess\":true}"));
        IdokladClient client =
            StubClients.idoklad(server).listener(LoggingListener.create()).build()) {
      client.numericSequences().get(7);
      assertThat(at(Level.INFO))
          .singleElement()
          .asString()
          .matches("[0-9a-f]{8} token: SUCCEEDED \\(200\\), POST /token, .*");

      server.tokens(request -> Reply.json(400, "{\"error\":\"invalid_client\"}"));
      server.respondWith(Reply.empty(401));
      assertThat(catchThrowable(() -> client.numericSequences().get(7))).isNotNull();
      assertThat(at(Level.WARN))
          .singleElement()
          .asString()
          .matches("[0-9a-f]{8} token: REFUSED \\(400\\), POST /token, .*");
    }
  }

  @Test
  void what_is_shared_warns_when_it_goes_and_informs_when_it_comes() {
    LoggingListener listener = LoggingListener.create();

    listener.fleetChanged(
        new FleetStatus(Provider.IDOKLAD_V2, "acme", false, "Redis\r\nException"));
    listener.fleetChanged(new FleetStatus(Provider.IDOKLAD_V2, "acme", true, "back"));

    assertThat(at(Level.WARN))
        .containsExactly("acme what is shared with other machines is away: Redis  Exception");
    assertThat(at(Level.INFO)).hasSize(1);
    assertThat(log.events().get(0).getLoggerName()).isEqualTo("io.github.invoicingsdk.idoklad_v2");
  }

  @Test
  void bodies_are_logged_on_request_and_masked() {
    try (StubServer server =
            StubServer.start()
                .respondWith(
                    Reply.json(
                        "{\"client\":{\"id\":1,\"name\":\"Ana\",\"email\":\"ana@example.pt\","
                            + "\"fiscal_id\":\"508025338\"}}"));
        InvoiceXpressClient client =
            StubClients.invoiceXpress(server)
                .apiKey("APIKEYMARK")
                .listener(LoggingListener.create().withBodies())
                .build()) {
      client
          .clients()
          .create(
              ClientDetails.builder()
                  .name("Ana")
                  .code("A")
                  .email("ana@example.pt")
                  .fiscalId("508025338")
                  .build());
    }

    assertThat(at(Level.TRACE))
        .singleElement()
        .asString()
        .contains("createClient", "\"name\":\"Ana\"", "\"email\":\"***\"", "got 200");
    assertThat(log.events())
        .extracting(ILoggingEvent::getFormattedMessage)
        .noneMatch(line -> line.contains("ana@") || line.contains("508025338"))
        .noneMatch(line -> line.contains("APIKEYMARK"));
  }

  private List<String> at(Level level) {
    return log.events().stream()
        .filter(line -> line.getLevel() == level)
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }
}
