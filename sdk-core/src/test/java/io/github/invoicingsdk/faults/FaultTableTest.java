package io.github.invoicingsdk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.error.ConnectionException;
import io.github.invoicingsdk.error.OutcomeUnknownException;
import io.github.invoicingsdk.internal.http.Time;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the table for every operation. */
@Timeout(60)
class FaultTableTest {

  private static final CallOptions SHORT_ATTEMPTS =
      Call.OPTIONS.toBuilder().attemptTimeout(Duration.ofMillis(250)).build();

  private final SdkThreads threads = new SdkThreads();
  private final FaultServer api = FaultServer.start();
  private final FaultServer tokens = FaultServer.start();

  @AfterEach
  void close() throws Exception {
    api.close();
    tokens.close();
    threads.assertEnded();
  }

  static Stream<Arguments> rows_and_calls() {
    return FaultTable.rows().stream()
        .flatMap(row -> Arrays.stream(Call.values()).map(call -> Arguments.of(row, call)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("rows_and_calls")
  void a_fault_ends_as_the_table_says(FaultRow row, Call call) throws Exception {
    Outcome expected = row.expected(call.kind());
    try (Call.Client client = call.open(api, tokens, Time.system())) {
      if (row.isLate()) {
        // With a token at hand, the short time is that of the fault alone.
        assertThat(Outcome.of(client, Call.OPTIONS)).isEqualTo(Outcome.SUCCESS);
      }
      api.breakWith(row.fault());

      assertThat(Outcome.of(client, row.isLate() ? SHORT_ATTEMPTS : Call.OPTIONS))
          .isEqualTo(expected);

      int mayDouble = call.kind() == Call.Kind.READ ? 2 : 1;
      switch (row.requests()) {
        case AS_ATTEMPTED -> assertThat(api.faults()).isEqualTo(expected.attempts());
        case READS_MAY_DOUBLE ->
            assertThat(api.faults())
                .isBetween(expected.attempts(), mayDouble * expected.attempts());
        case AT_MOST_AS_ATTEMPTED ->
            assertThat(api.faults()).isLessThanOrEqualTo(expected.attempts());
      }
      api.heal();
      assertThat(Outcome.of(client, Call.OPTIONS)).isEqualTo(Outcome.SUCCESS);
    }
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void a_refused_connection_is_tried_again_for_every_operation(Call call) throws Exception {
    try (Call.Client client = call.open(api, tokens, Time.system())) {
      api.refuseConnections();

      assertThat(Outcome.of(client, Call.OPTIONS))
          .isEqualTo(Outcome.failure(ConnectionException.class, Call.ATTEMPTS));

      assertThat(api.requests()).isZero();
      api.heal();
      assertThat(Outcome.of(client, Call.OPTIONS)).isEqualTo(Outcome.SUCCESS);
    }
  }

  /** Whether the reset comes while connecting or while sending is for the system to decide. */
  @ParameterizedTest
  @EnumSource(Call.class)
  void a_connection_that_is_reset_at_once_never_carries_a_request(Call call) throws Exception {
    try (Call.Client client = call.open(api, tokens, Time.system())) {
      api.breakWith(((Fault) FaultServer.Connection::reset).after(Fault.Reads.NOTHING));

      Outcome outcome = Outcome.of(client, Call.OPTIONS);

      if (call.kind() == Call.Kind.WRITE && outcome.reason() != null) {
        assertThat(outcome.failure()).isEqualTo(OutcomeUnknownException.class);
        assertThat(outcome.reason()).isEqualTo(ConnectionException.class);
        assertThat(outcome.attempts()).isBetween(1, Call.ATTEMPTS);
      } else {
        assertThat(outcome).isEqualTo(Outcome.failure(ConnectionException.class, Call.ATTEMPTS));
      }
      assertThat(api.requests()).isZero();
      // The JDK may connect a second time for an attempt.
      assertThat(api.faults()).isBetween(outcome.attempts(), 2 * outcome.attempts());
      api.heal();
      assertThat(Outcome.of(client, Call.OPTIONS)).isEqualTo(Outcome.SUCCESS);
    }
  }
}
