package io.github.invoicingsdk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.RetryPolicy;
import io.github.invoicingsdk.error.ConnectionException;
import io.github.invoicingsdk.internal.http.Clock;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the JDK does by itself when a connection ends before the first byte of a response: it sends
 * a GET once more, on a new connection, whether the first one had been used before or not. The SDK
 * does not see it, so one of its attempts stands for up to two requests then, also where no attempt
 * is to be repeated. It never does so with a write.
 */
@Timeout(60)
class ReadsSentAgainByTheJdkTest {

  private static final CallOptions ONE_ATTEMPT =
      Call.OPTIONS.toBuilder().retry(RetryPolicy.never()).build();

  private final SdkThreads threads = new SdkThreads();
  private final FaultServer api = FaultServer.start();
  private final FaultServer tokens = FaultServer.start();

  @AfterEach
  void close() throws Exception {
    api.close();
    tokens.close();
    threads.assertEnded();
  }

  static Stream<Arguments> calls_and_connections() {
    return Arrays.stream(Call.values())
        .flatMap(
            call ->
                Stream.of(true, false)
                    .flatMap(
                        used ->
                            Stream.of(true, false).map(reset -> Arguments.of(call, used, reset))));
  }

  @ParameterizedTest(name = "{0}, used before: {1}, reset: {2}")
  @MethodSource("calls_and_connections")
  void a_connection_that_drops_once_is_hidden_from_reads_only(
      Call call, boolean used, boolean reset) throws Exception {
    try (Call.Client client = call.open(api, tokens, Clock.system())) {
      int before = use(client, used);
      Fault drop = drop(reset);
      api.breakWith(
          connection -> {
            api.heal();
            drop.play(connection);
          });

      assertThat(Outcome.of(client, ONE_ATTEMPT))
          .isEqualTo(call.kind() == Call.Kind.READ ? Outcome.SUCCESS : failure(call));

      assertThat(api.requests() - before).isEqualTo(requestsPerAttempt(call));
    }
  }

  @ParameterizedTest(name = "{0}, used before: {1}, reset: {2}")
  @MethodSource("calls_and_connections")
  void connections_that_always_drop_fail_a_read_after_two_requests_and_a_write_after_one(
      Call call, boolean used, boolean reset) throws Exception {
    try (Call.Client client = call.open(api, tokens, Clock.system())) {
      int before = use(client, used);
      api.breakWith(drop(reset));

      assertThat(Outcome.of(client, ONE_ATTEMPT)).isEqualTo(failure(call));

      assertThat(api.requests() - before).isEqualTo(requestsPerAttempt(call));
    }
  }

  private int use(Call.Client client, boolean used) {
    if (used) {
      assertThat(Outcome.of(client, ONE_ATTEMPT)).isEqualTo(Outcome.SUCCESS);
    }
    return api.requests();
  }

  private static Fault drop(boolean reset) {
    return reset ? FaultServer.Connection::reset : connection -> {};
  }

  private static Outcome failure(Call call) {
    return call.kind() == Call.Kind.WRITE
        ? Outcome.unknown(ConnectionException.class)
        : Outcome.failure(ConnectionException.class, 1);
  }

  private static int requestsPerAttempt(Call call) {
    return call.kind() == Call.Kind.READ ? 2 : 1;
  }
}
