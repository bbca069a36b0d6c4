package io.github.invoicingsdk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.error.UnexpectedResponseException;
import io.github.invoicingsdk.internal.http.Clock;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Redirects are never followed: the request, and the credentials with it, would go elsewhere. */
@Timeout(60)
class RedirectTest {

  private final SdkThreads threads = new SdkThreads();
  private final FaultServer api = FaultServer.start();
  private final FaultServer tokens = FaultServer.start();
  private final FaultServer other = FaultServer.start();

  @AfterEach
  void close() throws Exception {
    api.close();
    tokens.close();
    other.close();
    threads.assertEnded();
  }

  static Stream<Arguments> statuses_and_calls() {
    return Stream.of(301, 302, 303, 307, 308)
        .flatMap(status -> Arrays.stream(Call.values()).map(call -> Arguments.of(status, call)));
  }

  @ParameterizedTest
  @MethodSource("statuses_and_calls")
  void another_host_gets_nothing(int status, Call call) throws Exception {
    assertNotFollowed(status, call, other.url() + "/sequences/7.json");

    assertThat(other.requests()).isZero();
  }

  @ParameterizedTest
  @MethodSource("statuses_and_calls")
  void the_same_host_gets_nothing_more(int status, Call call) throws Exception {
    assertNotFollowed(status, call, "/sequences/8.json");
  }

  private void assertNotFollowed(int status, Call call, String location) throws Exception {
    try (Call.Client client = call.open(api, tokens, Clock.system())) {
      api.breakWith(Fault.response(status, "{}", "Location: " + location));

      assertThat(Outcome.of(client, Call.OPTIONS))
          .isEqualTo(
              call.kind() == Call.Kind.WRITE
                  ? Outcome.unknown(UnexpectedResponseException.class)
                  : Outcome.failure(UnexpectedResponseException.class, 1));

      assertThat(api.requests()).isEqualTo(1);
      api.heal();
      assertThat(Outcome.of(client, Call.OPTIONS)).isEqualTo(Outcome.SUCCESS);
    }
  }

  static Stream<Arguments> statuses_and_calls_with_tokens() {
    return statuses_and_calls().filter(arguments -> ((Call) arguments.get()[1]).isIdoklad());
  }

  @ParameterizedTest
  @MethodSource("statuses_and_calls_with_tokens")
  void a_token_endpoint_that_redirects_sends_the_secret_nowhere(int status, Call call)
      throws Exception {
    try (Call.Client client = call.open(api, tokens, Clock.system())) {
      tokens.breakWith(Fault.response(status, "{}", "Location: " + other.tokenUrl()));

      assertThat(Outcome.of(client, Call.OPTIONS))
          .isEqualTo(Outcome.failure(UnexpectedResponseException.class, 0));

      assertThat(other.requests()).isZero();
      assertThat(api.requests()).isZero();
    }
  }
}
