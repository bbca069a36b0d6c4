package io.github.invoicingsdk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.error.AuthenticationException;
import io.github.invoicingsdk.error.ConnectionException;
import io.github.invoicingsdk.error.DeadlineExceededException;
import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.error.RateLimitException;
import io.github.invoicingsdk.error.ServerException;
import io.github.invoicingsdk.internal.http.Clock;
import io.github.invoicingsdk.internal.http.FakeTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults of the token endpoint: whatever it does, the request itself was not processed. */
@Timeout(60)
class TokenFaultsTest {

  private static final CallOptions SHORT_ATTEMPTS =
      Call.OPTIONS.toBuilder().attemptTimeout(Duration.ofMillis(150)).build();

  private static final List<Call> CALLS = List.of(Call.IDOKLAD_READ, Call.IDOKLAD_WRITE);

  private final SdkThreads threads = new SdkThreads();
  private final FaultServer api = FaultServer.start();
  private final FaultServer tokens = FaultServer.start();
  private final FakeTime time = new FakeTime();

  @AfterEach
  void close() throws Exception {
    api.close();
    tokens.close();
    threads.assertEnded();
  }

  static Stream<Arguments> refusals() {
    return forEachCall(
        Arguments.of("an error with 200", AuthenticationException.class, 1, error(200)),
        Arguments.of("400", AuthenticationException.class, 1, error(400)),
        Arguments.of("401", AuthenticationException.class, 1, error(401)),
        Arguments.of("403", AuthenticationException.class, 1, error(403)),
        Arguments.of("404", AuthenticationException.class, 1, error(404)),
        Arguments.of("405", AuthenticationException.class, 1, error(405)),
        Arguments.of("409", AuthenticationException.class, 1, error(409)),
        Arguments.of("422", AuthenticationException.class, 1, error(422)),
        Arguments.of(
            "HTML", AuthenticationException.class, 1, Fault.response(200, "<html></html>")),
        Arguments.of("an empty body", AuthenticationException.class, 1, Fault.response(200, "")),
        Arguments.of(
            "100,000 levels",
            AuthenticationException.class,
            1,
            Fault.response(200, "{\"x\":" + "[".repeat(100_000))),
        Arguments.of(
            "a lifetime of 10,000 digits",
            AuthenticationException.class,
            1,
            Fault.response(
                200, "{\"access_token\":\"t\",\"expires_in\":" + "9".repeat(10_000) + "}")),
        Arguments.of("501", ServerException.class, 1, error(501)),
        Arguments.of("429", RateLimitException.class, 3, error(429)),
        Arguments.of("500", ServerException.class, 3, error(500)),
        Arguments.of("502", ServerException.class, 3, error(502)),
        Arguments.of("503", ServerException.class, 3, error(503)),
        Arguments.of("504", ServerException.class, 3, error(504)),
        Arguments.of("reset", ConnectionException.class, 3, (Fault) FaultServer.Connection::reset));
  }

  @ParameterizedTest(name = "{0}: {4}")
  @MethodSource("refusals")
  void a_token_endpoint_that_fails_is_no_unknown_outcome(
      String name, Class<? extends InvoicingException> failure, int asked, Fault fault, Call call)
      throws Exception {
    try (Call.Client client = call.open(api, tokens, time)) {
      tokens.breakWith(fault);

      assertNotProcessed(client, Call.OPTIONS, failure);

      assertThat(tokens.faults()).isEqualTo(asked);
      tokens.heal();
      assertThat(Outcome.of(client, Call.OPTIONS)).isEqualTo(Outcome.SUCCESS);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"IDOKLAD_READ", "IDOKLAD_WRITE"})
  void a_token_endpoint_that_asks_for_patience_gets_it(Call call) throws Exception {
    try (Call.Client client = call.open(api, tokens, time)) {
      tokens.breakWith(Fault.response(503, "{}", "Retry-After: 9"));

      assertNotProcessed(client, Call.OPTIONS, ServerException.class);

      assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(9), Duration.ofSeconds(9));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"IDOKLAD_READ", "IDOKLAD_WRITE"})
  void a_token_endpoint_that_refuses_connections_is_tried_again(Call call) throws Exception {
    try (Call.Client client = call.open(api, tokens, Clock.system())) {
      tokens.refuseConnections();

      assertNotProcessed(client, Call.OPTIONS, ConnectionException.class);

      tokens.heal();
      assertThat(Outcome.of(client, Call.OPTIONS)).isEqualTo(Outcome.SUCCESS);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"IDOKLAD_READ", "IDOKLAD_WRITE"})
  void a_token_that_comes_too_late_ends_the_attempt(Call call) throws Exception {
    try (Call.Client client = call.open(api, tokens, Clock.system())) {
      tokens.breakWith(FaultServer.Connection::stall);

      assertNotProcessed(client, SHORT_ATTEMPTS, DeadlineExceededException.class);

      tokens.heal();
      assertThat(Outcome.of(client, Call.OPTIONS)).isEqualTo(Outcome.SUCCESS);
    }
  }

  static Stream<Arguments> lies() {
    return forEachCall(
        Arguments.of("-1"),
        Arguments.of("0"),
        Arguments.of("1e400"),
        Arguments.of("9223372036854775808"),
        Arguments.of("\"soon\""),
        Arguments.of("\"NaN\""),
        Arguments.of("null"),
        Arguments.of("{}"));
  }

  @ParameterizedTest
  @MethodSource("lies")
  void a_lifetime_that_cannot_be_true_does_no_harm(String expiresIn, Call call) throws Exception {
    try (Call.Client client = call.open(api, tokens, time)) {
      tokens.breakWith(
          Fault.response(200, "{\"access_token\":\"token\",\"expires_in\":" + expiresIn + "}"));

      assertThat(Outcome.of(client, Call.OPTIONS)).isEqualTo(Outcome.SUCCESS);
      assertThat(Outcome.of(client, Call.OPTIONS)).isEqualTo(Outcome.SUCCESS);

      assertThat(tokens.requests()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"IDOKLAD_READ", "IDOKLAD_WRITE"})
  void a_clock_that_jumps_changes_nothing_about_a_token(Call call) throws Exception {
    try (Call.Client client = call.open(api, tokens, time)) {
      for (String moment :
          List.of("2026-01-31T12:00:00Z", "2036-01-01T00:00:00Z", "1970-01-01T00:00:00Z")) {
        time.setNow(Instant.parse(moment));
        assertThat(Outcome.of(client, Call.OPTIONS)).isEqualTo(Outcome.SUCCESS);
      }
      assertThat(tokens.requests()).isEqualTo(1);

      time.advance(Duration.ofHours(1));
      time.setNow(Instant.parse("1970-01-01T00:00:00Z"));
      assertThat(Outcome.of(client, Call.OPTIONS)).isEqualTo(Outcome.SUCCESS);
      assertThat(tokens.requests()).isEqualTo(2);
    }
  }

  private void assertNotProcessed(
      Call.Client client, CallOptions options, Class<? extends InvoicingException> expected) {
    InvoicingException failure =
        catchThrowableOfType(InvoicingException.class, () -> client.call(options));

    assertThat(failure).isExactlyInstanceOf(expected);
    assertThat(failure.mayHaveBeenProcessed()).isFalse();
    assertThat(failure.attempts()).isZero();
    Outcome.assertShowsNoSecret(failure);
    assertThat(api.requests()).isZero();
  }

  private static Fault error(int status) {
    return Fault.response(status, "{\"error\":\"invalid_client\"}");
  }

  private static Stream<Arguments> forEachCall(Arguments... rows) {
    return Stream.of(rows)
        .flatMap(
            row ->
                CALLS.stream()
                    .map(
                        call ->
                            Arguments.of(
                                Stream.concat(Stream.of(row.get()), Stream.of(call)).toArray())));
  }
}
