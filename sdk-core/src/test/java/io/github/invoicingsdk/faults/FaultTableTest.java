package io.github.invoicingsdk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.error.ConnectionException;
import io.github.invoicingsdk.fixture.Await;
import io.github.invoicingsdk.internal.http.Clock;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of the table for every operation. */
@Timeout(60)
class FaultTableTest {

  static final CallOptions SHORT_ATTEMPTS =
      Call.OPTIONS.toBuilder().attemptTimeout(Duration.ofMillis(250)).build();

  private static final Map<String, FaultServer> SERVERS = new LinkedHashMap<>();

  private final SdkThreads threads = new SdkThreads();
  private final FaultServer api = FaultServer.start();
  private final FaultServer tokens = FaultServer.start();

  @AfterEach
  void assertNothingIsLeft(TestInfo test) throws Exception {
    // What lasts as long as its connection has ended, so the client has let go of it.
    Await.await(() -> api.playing() == 0);
    threads.assertEnded();
    String name =
        test.getTestMethod().map(Method::getName).orElse("") + ": " + test.getDisplayName();
    SERVERS.put(name + " (API)", api);
    SERVERS.put(name + " (tokens)", tokens);
  }

  @AfterAll
  static void assertEveryConnectionWasClosed() throws Exception {
    try {
      OpenSockets.assertNoneAfterClose(() -> leaking().size());
    } finally {
      for (FaultServer server : SERVERS.values()) {
        server.close();
      }
      SERVERS.clear();
    }
  }

  private static List<String> leaking() {
    return SERVERS.entrySet().stream()
        .filter(server -> server.getValue().open() > 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  static List<FaultRow> rowsFor(Call call) {
    return FaultTable.rows().stream().filter(row -> !isReadAsEmpty(row, call)).toList();
  }

  static Stream<Arguments> rows_and_calls() {
    return Arrays.stream(Call.values())
        .flatMap(
            call ->
                rowsFor(call).stream()
                    .flatMap(
                        row ->
                            ways()
                                .filter(way -> !mayHaveDecoded(row, way))
                                .map(way -> Arguments.of(row, call, way))));
  }

  /** A transport of which little is known may have decoded a body and left the header in place. */
  private static boolean mayHaveDecoded(FaultRow row, Way way) {
    return way.sender() == Sender.UNVERIFIED
        && (row.name().equals(FaultTable.NO_GZIP)
            || row.name().equals(FaultTable.UNKNOWN_ENCODING));
  }

  /** The transports that are made for others block a thread, which is enough to see once. */
  private static Stream<Way> ways() {
    return Stream.concat(
        Arrays.stream(Style.values()).map(style -> new Way(Sender.JDK, style)),
        Arrays.stream(Sender.values())
            .filter(sender -> sender != Sender.JDK)
            .map(sender -> new Way(sender, Style.BLOCKING)));
  }

  /** How a call is sent and who waits for it. */
  private record Way(Sender sender, Style style) {
    @Override
    public String toString() {
      return sender + " " + style;
    }
  }

  /** Without an envelope, an object of another type is one whose known values are all missing. */
  private static boolean isReadAsEmpty(FaultRow row, Call call) {
    return call == Call.IDOKLAD_V2_READ && row.name().equals(FaultTable.ANOTHER_TYPE);
  }

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @MethodSource("rows_and_calls")
  void a_fault_ends_as_the_table_says(FaultRow row, Call call, Way way) throws Exception {
    Outcome expected = row.expected(call.kind());
    Style style = way.style();
    try (Sender.Opened sender = way.sender().open();
        Call.Client client = call.open(api, tokens, Clock.system(), sender)) {
      if (row.isLate()) {
        // With a token at hand, the short time is that of the fault alone.
        assertThat(Outcome.of(client, Call.OPTIONS)).isEqualTo(Outcome.SUCCESS);
      }
      api.breakWith(row.fault());

      assertThat(Outcome.of(client, row.isLate() ? SHORT_ATTEMPTS : Call.OPTIONS, style))
          .isEqualTo(expected);

      int mayDouble = call.kind() == Call.Kind.READ && way.sender() == Sender.JDK ? 2 : 1;
      switch (row.requests()) {
        case AS_ATTEMPTED -> assertThat(api.faults()).isEqualTo(expected.attempts());
        case READS_MAY_DOUBLE ->
            assertThat(api.faults())
                .isBetween(expected.attempts(), mayDouble * expected.attempts());
        case AT_MOST_AS_ATTEMPTED ->
            assertThat(api.faults()).isLessThanOrEqualTo(expected.attempts());
      }
      api.heal();
      assertThat(Outcome.of(client, Call.OPTIONS, style)).isEqualTo(Outcome.SUCCESS);
    }
  }

  static Stream<Arguments> calls_and_senders() {
    return Arrays.stream(Call.values())
        .flatMap(call -> Arrays.stream(Sender.values()).map(sender -> Arguments.of(call, sender)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("calls_and_senders")
  void a_refused_connection_is_tried_again_for_every_operation(Call call, Sender by)
      throws Exception {
    try (Sender.Opened sender = by.open();
        Call.Client client = call.open(api, tokens, Clock.system(), sender)) {
      api.refuseConnections();

      assertThat(Outcome.of(client, Call.OPTIONS))
          .isEqualTo(Outcome.failure(ConnectionException.class, Call.ATTEMPTS));

      assertThat(api.requests()).isZero();
      api.heal();
      assertThat(Outcome.of(client, Call.OPTIONS)).isEqualTo(Outcome.SUCCESS);
    }
  }

  /** What is not looked at cannot be wrong: making a sequence the default returns nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"", "<html></html>", "{", "[7]", "{\"sequence\":{\"id\":\"x\"}}"})
  void the_content_of_a_response_to_an_operation_without_a_result_is_not_looked_at(String body)
      throws Exception {
    try (Call.Client client =
        Call.INVOICEXPRESS_IDEMPOTENT_WRITE.open(api, tokens, Clock.system())) {
      api.breakWith(Fault.response(200, body));

      assertThat(Outcome.of(client, Call.OPTIONS)).isEqualTo(Outcome.SUCCESS);

      assertThat(api.requests()).isEqualTo(1);
    }
  }

  /** The connection stands and the request is on its way, but the server has not looked at it. */
  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("calls_and_senders")
  void a_connection_that_is_reset_unread_leaves_the_outcome_open(Call call, Sender by)
      throws Exception {
    Fault fault =
        connection -> {
          connection.awaitRequest();
          connection.reset();
        };
    try (Sender.Opened sender = by.open();
        Call.Client client = call.open(api, tokens, Clock.system(), sender)) {
      api.breakWith(fault.after(Fault.Reads.NOTHING));

      assertThat(Outcome.of(client, Call.OPTIONS))
          .isEqualTo(
              call.kind() == Call.Kind.WRITE
                  ? Outcome.unknown(ConnectionException.class)
                  : Outcome.failure(ConnectionException.class, Call.ATTEMPTS));

      assertThat(api.requests()).isZero();
      assertThat(api.faults())
          .isEqualTo(
              switch (call.kind()) {
                // The JDK tries a GET once more for every attempt.
                case READ -> (by == Sender.JDK ? 2 : 1) * Call.ATTEMPTS;
                case IDEMPOTENT_WRITE -> Call.ATTEMPTS;
                case WRITE -> 1;
              });
      api.heal();
      assertThat(Outcome.of(client, Call.OPTIONS)).isEqualTo(Outcome.SUCCESS);
    }
  }
}
