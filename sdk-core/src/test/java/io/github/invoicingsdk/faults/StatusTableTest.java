package io.github.invoicingsdk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.error.AccessDeniedException;
import io.github.invoicingsdk.error.AuthenticationException;
import io.github.invoicingsdk.error.ConflictException;
import io.github.invoicingsdk.error.InvalidRequestException;
import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.error.NotFoundException;
import io.github.invoicingsdk.error.PlanLimitException;
import io.github.invoicingsdk.error.RateLimitException;
import io.github.invoicingsdk.error.ServerException;
import io.github.invoicingsdk.error.UnexpectedResponseException;
import io.github.invoicingsdk.internal.http.FakeTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every status from 300 to 599 for every operation, on one client per operation. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatusTableTest {

  /** What is tried again if that does no harm. */
  private static final List<Integer> PASSING =
      List.of(408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 527, 529, 530, 598, 599);

  /** What proves that nothing was processed: the client's mistakes, and what gateways check. */
  private static final Set<Integer> REFUSED =
      Set.of(
          400, 401, 402, 403, 404, 405, 406, 407, 409, 410, 411, 412, 413, 414, 415, 416, 417, 421,
          422, 423, 424, 426, 428, 431, 451, 463, 464, 494, 495, 496, 497, 511, 561);

  private final SdkThreads threads = new SdkThreads();
  private final FaultServer api = FaultServer.start();
  private final FaultServer tokens = FaultServer.start();
  private final FakeTime time = new FakeTime();
  private final Map<Call, Call.Client> clients = new EnumMap<>(Call.class);

  @BeforeAll
  void open() {
    for (Call call : Call.values()) {
      clients.put(call, call.open(api, tokens, time));
    }
  }

  @AfterAll
  void close() throws Exception {
    clients.values().forEach(Call.Client::close);
    api.close();
    tokens.close();
    threads.assertEnded();
  }

  static Stream<Arguments> statuses_and_calls() {
    return IntStream.rangeClosed(300, 599)
        .boxed()
        .flatMap(status -> Arrays.stream(Call.values()).map(call -> Arguments.of(status, call)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("statuses_and_calls")
  void a_status_ends_as_the_table_says(int status, Call call) throws Exception {
    assertEndsWith(expected(status, call), status, call);
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void a_time_to_wait_is_kept_and_proves_nothing(Call call) throws Exception {
    int pausesBefore = time.sleeps().size();
    Outcome expected = expected(503, call);

    assertEndsWith(expected, 503, call, "Retry-After: 7");

    List<Duration> pauses = time.sleeps().subList(pausesBefore, time.sleeps().size());
    assertThat(pauses)
        .isEqualTo(Collections.nCopies(expected.attempts() - 1, Duration.ofSeconds(7)));
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void a_time_to_wait_beyond_the_deadline_ends_the_call_at_once(Call call) throws Exception {
    assertEndsWith(
        isOpen(429, call)
            ? Outcome.unknown(RateLimitException.class)
            : Outcome.failure(RateLimitException.class, 1),
        429,
        call,
        "Retry-After: 3600");
  }

  @ParameterizedTest
  @CsvSource({"soon", "''", "-1", "7 apples"})
  void a_time_to_wait_that_nobody_can_read_proves_nothing(String value) throws Exception {
    assertEndsWith(
        Outcome.unknown(ServerException.class),
        503,
        Call.INVOICEXPRESS_WRITE,
        "Retry-After: " + value);
  }

  private void assertEndsWith(Outcome expected, int status, Call call, String... headers)
      throws Exception {
    Call.Client client = Objects.requireNonNull(clients.get(call));
    int before = api.faults();
    api.breakWith(
        Fault.wholeResponse(
            connection ->
                connection.respond(
                    status, "{\"message\":\"" + connection.line() + "\"}", headers)));

    assertThat(Outcome.of(client, Call.OPTIONS)).isEqualTo(expected);

    assertThat(api.faults() - before).isEqualTo(expected.attempts());
    api.heal();
    assertThat(Outcome.of(client, Call.OPTIONS)).isEqualTo(Outcome.SUCCESS);
  }

  private static Outcome expected(int status, Call call) {
    Class<? extends InvoicingException> type = type(status);
    if (status == 401) {
      // A token may have been revoked, so that one more request is sent with a new one.
      return Outcome.failure(type, call.isIdoklad() ? 2 : 1);
    }
    if (isOpen(status, call)) {
      return Outcome.unknown(type);
    }
    return Outcome.failure(type, PASSING.contains(status) ? Call.ATTEMPTS : 1);
  }

  private static boolean isOpen(int status, Call call) {
    boolean refusedFirst = status == 429 && !call.isIdoklad();
    return call.kind() == Call.Kind.WRITE && !REFUSED.contains(status) && !refusedFirst;
  }

  private static Class<? extends InvoicingException> type(int status) {
    return switch (status) {
      case 400, 405, 406, 413, 415, 422 -> InvalidRequestException.class;
      case 401 -> AuthenticationException.class;
      case 402 -> PlanLimitException.class;
      case 403 -> AccessDeniedException.class;
      case 404 -> NotFoundException.class;
      case 409 -> ConflictException.class;
      case 429 -> RateLimitException.class;
      default -> status >= 500 ? ServerException.class : UnexpectedResponseException.class;
    };
  }
}
