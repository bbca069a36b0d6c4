package io.github.invoicingsdk.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.RetryPolicy;
import io.github.invoicingsdk.error.NotFoundException;
import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.fixture.Reply;
import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.fixture.StubServer;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.internal.client.BuilderAccess;
import io.github.invoicingsdk.internal.http.FakeTime;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.testing.RefusingPort;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What listeners are told of calls. */
@Timeout(60)
class ObservationTest {

  private static final CallOptions THREE_ATTEMPTS =
      CallOptions.defaults().toBuilder()
          .retry(
              RetryPolicy.defaults().toBuilder().maxAttempts(3).firstDelay(Duration.ZERO).build())
          .build();
  private static final String SEQUENCE = "{\"sequence\":{\"id\":7}}";

  private final StubServer server = StubServer.start();
  private final FakeTime time = new FakeTime();
  private final RecordingListener recording = new RecordingListener();
  private final InvoiceXpressClient client =
      BuilderAccess.withTime(StubClients.invoiceXpress(server), time)
          .options(THREE_ATTEMPTS)
          .listener(recording)
          .build();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  /** The ways to make a call, which listeners cannot tell apart. */
  static Stream<Consumer<InvoiceXpressClient>> ways() {
    return Stream.of(c -> c.sequences().get(7), c -> c.async().sequences().get(7).join());
  }

  @ParameterizedTest
  @MethodSource("ways")
  void a_call_that_succeeds_has_a_start_one_attempt_and_an_end(Consumer<InvoiceXpressClient> way) {
    server.respondWith(Reply.json(SEQUENCE));

    way.accept(client);

    assertThat(recording.lines())
        .containsExactly(
            "started getSequence",
            "attempted getSequence 1 ACCEPTED 200",
            "ended getSequence SUCCEEDED after 1");
    Attempt attempt = recording.attempts().get(0);
    assertThat(attempt.requestBytes()).isZero();
    assertThat(attempt.responseBytes()).isEqualTo(SEQUENCE.length());
    CallResult result = recording.results().get(0);
    assertThat(result.status()).hasValue(200);
    assertThat(result.failure()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void repetitions_are_told_with_their_reason_and_pause(Consumer<InvoiceXpressClient> way) {
    server.respondWith(
        Reply.empty(429).with("Retry-After", "5"), Reply.empty(500), Reply.json(SEQUENCE));

    way.accept(client);

    assertThat(recording.lines())
        .containsExactly(
            "started getSequence",
            "attempted getSequence 1 NOT_PROCESSED 429",
            "retrying getSequence RATE_LIMITED PT5S",
            "attempted getSequence 2 UNKNOWN 500",
            "retrying getSequence SERVER_ERROR PT0S",
            "attempted getSequence 3 ACCEPTED 200",
            "ended getSequence SUCCEEDED after 3");
    assertThat(recording.results().get(0).duration()).isEqualTo(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void a_refusal_ends_the_call_with_its_exception(Consumer<InvoiceXpressClient> way) {
    server.respondWith(Reply.empty(404));

    fails(() -> way.accept(client));

    assertThat(recording.lines())
        .containsExactly(
            "started getSequence",
            "attempted getSequence 1 REFUSED 404",
            "ended getSequence REFUSED after 1");
    assertThat(recording.results().get(0).failure())
        .hasValueSatisfying(failure -> assertThat(failure).isInstanceOf(NotFoundException.class));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void a_response_that_cannot_be_read_was_accepted_and_is_unreadable(
      Consumer<InvoiceXpressClient> way) {
    server.respondWith(Reply.html(200, "<html></html>"));

    fails(() -> way.accept(client));

    assertThat(recording.lines())
        .endsWith("attempted getSequence 1 ACCEPTED 200", "ended getSequence UNREADABLE after 1");
  }

  @Test
  void a_write_whose_response_is_lost_ends_unknown() {
    server.respondWith(Reply.empty(502));

    fails(() -> client.sequences().register(7));

    assertThat(recording.lines())
        .containsExactly(
            "started registerSequence",
            "attempted registerSequence 1 UNKNOWN 502",
            "ended registerSequence OUTCOME_UNKNOWN after 1");
  }

  @Test
  void a_connection_that_does_not_come_about_is_not_processed() throws Exception {
    try (RefusingPort port = new RefusingPort();
        InvoiceXpressClient refused =
            BuilderAccess.withTime(InvoiceXpressClient.builder(), time)
                .baseUrl(URI.create(port.url("")))
                .apiKey("key")
                .options(THREE_ATTEMPTS)
                .listener(recording)
                .build()) {
      fails(() -> refused.sequences().get(7));
    }

    assertThat(recording.lines())
        .containsExactly(
            "started getSequence",
            "attempted getSequence 1 NOT_PROCESSED",
            "retrying getSequence NOT_CONNECTED PT0S",
            "attempted getSequence 2 NOT_PROCESSED",
            "retrying getSequence NOT_CONNECTED PT0S",
            "attempted getSequence 3 NOT_PROCESSED",
            "ended getSequence FAILED after 3");
    assertThat(recording.results().get(0).status()).isEmpty();
  }

  @Test
  void each_page_and_each_poll_is_a_call() {
    server.respond(
        request ->
            request.uri().getPath().contains("pdf")
                ? Reply.json("{\"output\":{\"pdfUrl\":\"https://x.test/a.pdf\"}}")
                : Reply.json("{\"clients\":[{\"id\":1}],\"pagination\":{\"total_pages\":2}}"));

    client.clients().list().forEach(item -> {});
    client.documents().pdf(7).poll();

    assertThat(recording.lines())
        .filteredOn(line -> line.startsWith("ended"))
        .containsExactly(
            "ended listClients page 1 SUCCEEDED after 1",
            "ended listClients page 2 SUCCEEDED after 1",
            "ended generatePdf SUCCEEDED after 1");
  }

  @Test
  void fetching_a_token_is_a_call_of_its_own_and_a_refused_one_is_told() {
    server.respondWith(Reply.empty(401), Reply.json("{\"Data\":{\"Id\":7},\"IsSuccess\":true}"));
    try (IdokladClient idoklad = StubClients.idoklad(server).listener(recording).build()) {
      idoklad.numericSequences().get(7);
    }

    assertThat(recording.lines())
        .containsExactly(
            "started getNumericSequence",
            "started token",
            "attempted token 1 ACCEPTED 200",
            "ended token SUCCEEDED after 1",
            "attempted getNumericSequence 1 REFUSED 401",
            "retrying getNumericSequence TOKEN_REFUSED PT0S",
            "started token",
            "attempted token 1 ACCEPTED 200",
            "ended token SUCCEEDED after 1",
            "attempted getNumericSequence 2 ACCEPTED 200",
            "ended getNumericSequence SUCCEEDED after 2");
  }

  @Test
  void a_token_that_is_refused_ends_its_own_call_and_the_one_that_needs_it() {
    server.tokens(request -> Reply.json(400, "{\"error\":\"invalid_client\"}"));
    try (IdokladClient idoklad = StubClients.idoklad(server).listener(recording).build()) {
      fails(() -> idoklad.numericSequences().get(7));
    }

    assertThat(recording.lines())
        .contains("attempted token 1 REFUSED 400", "ended token REFUSED after 1")
        .endsWith("ended getNumericSequence REFUSED after 0");
  }

  @Test
  void a_download_is_a_call_with_its_bytes() throws Exception {
    server.respond(
        request -> Reply.bytes(200, "application/pdf", "%PDF".getBytes(StandardCharsets.US_ASCII)));

    client.download(server.url().resolve("/files/a.pdf")).to(new ByteArrayOutputStream());

    assertThat(recording.lines())
        .containsExactly(
            "started download",
            "attempted download 1 ACCEPTED 200",
            "ended download SUCCEEDED after 1");
    assertThat(recording.attempts().get(0).responseBytes()).isEqualTo(4);
    assertThat(recording.attempts().get(0).responseBody().text()).isEmpty();
  }

  @Test
  void what_listeners_throw_changes_nothing_for_the_call_and_for_other_listeners() {
    server.respondWith(Reply.empty(500), Reply.json(SEQUENCE));
    for (Throwable thrown :
        List.of(
            new IllegalStateException("thrown"),
            new AssertionError("thrown"),
            new NoClassDefFoundError("thrown"))) {
      RecordingListener after = new RecordingListener();
      try (InvoiceXpressClient other =
          BuilderAccess.withTime(StubClients.invoiceXpress(server), time)
              .options(THREE_ATTEMPTS)
              .listener(new Throwing(thrown))
              .listener(after)
              .build()) {
        assertThat(other.sequences().get(7).id()).isEqualTo(7);
        assertThat(other.async().sequences().get(7).join().id()).isEqualTo(7);
      }
      assertThat(after.results()).hasSize(2);
    }
  }

  @Test
  void a_listener_keeps_its_own_value_with_a_call() {
    server.respondWith(Reply.json(SEQUENCE));
    AtomicReference<Optional<String>> kept = new AtomicReference<>(Optional.empty());
    CallListener listener =
        new CallListener() {
          @Override
          public void started(Call call) {
            call.attach(String.class, call.provider() + " " + call);
          }

          @Override
          public void ended(Call call, CallResult result) {
            kept.set(call.attachment(String.class));
            assertThat(call.attachment(Integer.class)).isEmpty();
          }
        };
    try (InvoiceXpressClient other = StubClients.invoiceXpress(server).listener(listener).build()) {
      other.sequences().get(7);
    }

    assertThat(kept.get())
        .hasValue(
            Provider.INVOICEXPRESS + " " + Provider.INVOICEXPRESS.displayName() + " getSequence");
  }

  @Test
  void a_client_that_is_closed_ends_the_call_without_an_attempt() {
    client.close();

    assertThatThrownBy(() -> client.sequences().get(7)).isInstanceOf(IllegalStateException.class);

    assertThat(recording.lines())
        .containsExactly("started getSequence", "ended getSequence FAILED after 0");
  }

  /** Whether it fails, and with what, is seen in the recording. */
  private static void fails(ThrowingCallable call) {
    Throwable seenInTheDiary = catchThrowable(call);
    assertThat(seenInTheDiary).isNotNull();
  }

  /** Throws whatever happens. */
  private record Throwing(Throwable thrown) implements CallListener {

    @Override
    public void started(Call call) {
      sneak();
    }

    @Override
    public void attempted(Call call, Attempt attempt) {
      sneak();
    }

    @Override
    public void retrying(Call call, Retry retry) {
      sneak();
    }

    @Override
    public void ended(Call call, CallResult result) {
      sneak();
    }

    private void sneak() {
      if (thrown instanceof RuntimeException exception) {
        throw exception;
      }
      throw (Error) thrown;
    }
  }
}
