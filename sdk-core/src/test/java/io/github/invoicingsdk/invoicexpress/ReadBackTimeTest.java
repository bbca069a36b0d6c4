package io.github.invoicingsdk.invoicexpress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.error.OutcomeUnknownException;
import io.github.invoicingsdk.error.PollingTimeoutException;
import io.github.invoicingsdk.internal.client.BuilderAccess;
import io.github.invoicingsdk.internal.http.FakeTime;
import io.github.invoicingsdk.invoicexpress.RegistrationResult.Failed;
import io.github.invoicingsdk.invoicexpress.RegistrationResult.PartiallyRegistered;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** How long each request of a registration may take, and what is told when one takes all of it. */
@ParameterizedClass
@EnumSource(names = {"BLOCKING", "FUTURE_ON_THREADS"})
class ReadBackTimeTest {

  private static final String NONE = "\"current_invoice_validation_code\":\"N/D\"";
  private static final String PART = NONE + ",\"current_receipt_validation_code\":\"ABCD1234\"";
  private static final long USUAL = Duration.ofSeconds(30).toMillis();

  private final FakeTime time = new FakeTime();
  private final Scripted transport = new Scripted();
  private final InvoiceXpressClient client =
      BuilderAccess.withTime(
              InvoiceXpressClient.builder()
                  .account("acme")
                  .apiKey("key")
                  .unverifiedTransport(transport),
              time)
          .build();
  private final SequenceCalls calls;

  ReadBackTimeTest(SequenceCalls.Way way) {
    this.calls = new SequenceCalls(client, way);
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void the_look_and_the_registration_have_the_usual_time_and_each_reading_what_is_left() {
    transport.then(sequence(NONE), lost());
    transport.always(sequence(NONE));

    assertThatThrownBy(() -> calls.ensureRegistered(7, Duration.ofSeconds(10)))
        .isInstanceOf(OutcomeUnknownException.class);

    assertThat(transport.allowed)
        .containsExactly(USUAL, USUAL, 10_000L, 8_000L, 6_000L, 4_000L, 2_000L, 1_000L);
  }

  @Test
  void without_time_there_is_one_reading_with_the_usual_time() {
    transport.then(sequence(NONE), lost());
    transport.always(sequence(NONE));

    assertThatThrownBy(() -> calls.ensureRegistered(7, Duration.ZERO))
        .isInstanceOf(OutcomeUnknownException.class);

    assertThat(transport.allowed).containsExactly(USUAL, USUAL, USUAL);
  }

  @Test
  void a_reading_never_has_more_than_the_usual_time() {
    transport.then(sequence(NONE), lost());
    transport.always(sequence(PART));

    assertThat(calls.ensureRegistered(7, Duration.ofMinutes(5)))
        .isInstanceOf(PartiallyRegistered.class);

    assertThat(transport.allowed).hasSize(5).containsOnly(USUAL);
  }

  @Test
  void the_options_of_the_client_hold_for_every_request() {
    transport.then(sequence(NONE), lost());
    transport.always(sequence(NONE));
    CallOptions quick = CallOptions.defaults().toBuilder().timeout(Duration.ofSeconds(5)).build();
    SequenceCalls quickly = new SequenceCalls(client.with(quick), calls.way());

    assertThatThrownBy(() -> quickly.ensureRegistered(7, Duration.ofSeconds(8)))
        .isInstanceOf(OutcomeUnknownException.class);

    assertThat(transport.allowed)
        .containsExactly(5_000L, 5_000L, 5_000L, 5_000L, 4_000L, 2_000L, 1_000L);
  }

  @Test
  void a_reading_that_takes_all_the_time_leaves_a_lost_registration_unknown() {
    transport.then(sequence(NONE), lost());
    transport.always(slow(Duration.ofSeconds(3)));

    assertThatThrownBy(() -> calls.ensureRegistered(7, Duration.ofSeconds(3)))
        .isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void a_reading_that_takes_all_the_time_leaves_an_accepted_registration_not_shown() {
    transport.then(sequence(NONE), sequence(NONE));
    transport.always(slow(Duration.ofSeconds(3)));

    assertThatThrownBy(() -> calls.ensureRegistered(7, Duration.ofSeconds(3)))
        .isInstanceOf(PollingTimeoutException.class);
  }

  @Test
  void a_reading_that_takes_all_the_time_leaves_a_running_registration_refused() {
    transport.then(sequence(NONE), refused());
    transport.always(slow(Duration.ofSeconds(3)));

    assertThat(calls.ensureRegistered(7, Duration.ofSeconds(3))).isInstanceOf(Failed.class);
  }

  @Test
  void a_reading_that_takes_all_the_time_leaves_what_was_seen_before_it() {
    transport.then(sequence(PART));
    transport.always(slow(Duration.ofSeconds(3)));

    assertThat(calls.ensureRegistered(7, Duration.ofSeconds(3)))
        .isInstanceOf(PartiallyRegistered.class);
  }

  @Test
  void a_time_that_is_negative_is_refused_before_anything_is_sent() {
    assertThatThrownBy(() -> calls.ensureRegistered(7, Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("atMost")
        .hasMessageContaining("PT-0.001S");
    assertThatThrownBy(() -> calls.ensureCreated("2027", Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(transport.allowed).isEmpty();
  }

  private static Script sequence(String codes) {
    return json(200, "{\"sequence\":{\"id\":7," + codes + "}}");
  }

  private static Script refused() {
    return json(409, "{\"errors\":{\"code\":\"008\",\"message\":\"No\"}}");
  }

  private static Script json(int status, String body) {
    return request -> Response.builder().request(request).status(status).body(body, UTF_8).build();
  }

  private static Script lost() {
    return request -> {
      throw new SocketTimeoutException("read timed out");
    };
  }

  private Script slow(Duration duration) {
    return request -> {
      time.advance(duration);
      throw new SocketTimeoutException("read timed out");
    };
  }

  /** What becomes of a request. */
  private interface Script {
    Response play(Request request) throws IOException;
  }

  /** A transport that plays scripts, and notes the time that each request is allowed. */
  private static final class Scripted implements Client {

    private final Queue<Script> scripts = new ArrayDeque<>();
    private final List<Long> allowed = new ArrayList<>();
    private Script rest = lost();

    void then(Script... next) {
      scripts.addAll(List.of(next));
    }

    void always(Script script) {
      rest = script;
    }

    @Override
    public synchronized Response execute(Request request, Request.Options options)
        throws IOException {
      allowed.add((long) options.readTimeoutMillis());
      Script script = scripts.poll();
      return (script == null ? rest : script).play(request);
    }
  }
}
