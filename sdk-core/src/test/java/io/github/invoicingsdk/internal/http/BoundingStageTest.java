package io.github.invoicingsdk.internal.http;

import static io.github.invoicingsdk.internal.http.TestCalls.context;
import static io.github.invoicingsdk.internal.http.TestCalls.get;
import static io.github.invoicingsdk.internal.http.TestCalls.response;
import static io.github.invoicingsdk.internal.http.TestCalls.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.invoicingsdk.testing.RawServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundingStageTest {

  private static final int CAP = 100;
  private static final String URL = "http://host/list?api_key=MARKED-SECRET";

  private final FakeTime time = new FakeTime();

  @Test
  void nothing_is_sent_when_the_deadline_has_passed() {
    CallContext context = context(Deadline.after(Duration.ofSeconds(3), time), Map.of());
    time.advance(Duration.ofSeconds(3));
    List<Request> sent = new ArrayList<>();
    Client bounding =
        bound(
            (request, options) -> {
              sent.add(request);
              return response(request, 200, "{}");
            });

    assertThatThrownBy(() -> bounding.execute(get(URL), context))
        .isInstanceOf(NotSentInTimeException.class)
        .hasMessageContaining("PT3S")
        .hasMessageContaining("before the request was sent");
    assertThat(sent).isEmpty();
    assertThat(context.attempts()).isZero();
  }

  @Test
  void every_request_sent_is_counted_failed_ones_included() throws Exception {
    CallContext context = context();
    bound((request, options) -> response(request, 200, "{}")).execute(get(URL), context);
    Client failing =
        bound(
            (request, options) -> {
              throw new IOException("reset");
            });

    assertThatThrownBy(() -> failing.execute(get(URL), context)).hasMessage("reset");
    assertThat(context.attempts()).isEqualTo(2);
  }

  @Test
  void a_foreign_transport_gets_the_time_that_is_left_and_must_not_follow_redirects()
      throws Exception {
    CallContext context = context(Deadline.after(Duration.ofSeconds(20), time), Map.of());
    time.advance(Duration.ofSeconds(14));

    Request.Options seen = optionsSeenByTransport(context);

    assertThat(seen).isNotInstanceOf(CallContext.class);
    assertThat(seen.readTimeoutMillis()).isEqualTo(6000);
    assertThat(seen.connectTimeoutMillis()).isEqualTo(6000);
    assertThat(seen.isFollowRedirects()).isFalse();
  }

  @Test
  void a_foreign_transport_keeps_its_connect_timeout_while_there_is_time() throws Exception {
    CallContext context = context(Deadline.after(Duration.ofSeconds(60), time), Map.of());

    assertThat(optionsSeenByTransport(context).connectTimeoutMillis()).isEqualTo(10_000);
  }

  @Test
  void a_fresh_attempt_tells_a_foreign_transport_the_time_that_was_set() throws Exception {
    CallContext context = context(Deadline.after(Duration.ofSeconds(30), time), Map.of());
    time.advance(Duration.ofNanos(400_000));

    assertThat(optionsSeenByTransport(context).readTimeoutMillis()).isEqualTo(30_000);
  }

  @Test
  void a_foreign_transport_is_never_told_to_wait_without_end() throws Exception {
    CallContext context = context(Deadline.after(Duration.ofNanos(10), time), Map.of());

    Request.Options seen = optionsSeenByTransport(context);

    assertThat(seen.readTimeoutMillis()).isOne();
    assertThat(seen.connectTimeoutMillis()).isOne();
  }

  @Test
  void the_transport_of_the_sdk_reads_the_deadline_itself() throws Exception {
    try (JdkTransport transport = new JdkTransport(Duration.ofSeconds(5), CAP, null);
        RawServer server = RawServer.respondingWith(RawServer.json(200, "{}"))) {
      Response response =
          new BoundingStage(transport, CAP).execute(get(server.url("/")), context());

      assertThat(text(response)).isEqualTo("{}");
    }
  }

  @Test
  void a_body_in_memory_is_passed_on_as_it_is() throws Exception {
    Response original = response(get(URL), 200, "{}");

    assertThat(bound((request, options) -> original).execute(get(URL), context()))
        .isSameAs(original);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 5, 99, 100})
  void a_stream_is_read_whole_and_closed_whatever_length_it_announces(int announced)
      throws Exception {
    String content = "0123456789".repeat(10);
    ClosableBytes stream = new ClosableBytes(content);
    Integer length = announced < 0 ? null : announced;

    Response response = bound(streaming(stream, length, Map.of())).execute(get(URL), context());

    assertThat(response.body().isRepeatable()).isTrue();
    assertThat(text(response)).isEqualTo(content);
    assertThat(stream.closed).isTrue();
  }

  @Test
  void a_stream_shorter_than_it_announces_is_taken_as_it_is() throws Exception {
    ClosableBytes stream = new ClosableBytes("{}");

    assertThat(text(bound(streaming(stream, 50, Map.of())).execute(get(URL), context())))
        .isEqualTo("{}");
  }

  @Test
  void a_response_refers_to_the_request_as_it_is_to_be_shown() throws Exception {
    Request shown = get("http://host/list");
    CallContext context = context().showing(shown);
    Map<String, Collection<String>> gzip = Map.of("Content-Encoding", List.of("gzip"));
    ClosableBytes zipped = new ClosableBytes(JdkTransportEncodingTest.gzip("{}"));

    for (Client transport :
        List.<Client>of(
            (request, options) -> response(request, 200, "{}"),
            streaming(new ClosableBytes("{}"), null, Map.of()),
            streaming(zipped, null, gzip))) {
      Response response = bound(transport).execute(get(URL), context);

      assertThat(response.request()).isSameAs(shown);
      assertThat(text(response)).isEqualTo("{}");
    }
  }

  @Test
  void a_missing_body_becomes_an_empty_one() throws Exception {
    Client bounding =
        bound((request, options) -> Response.builder().request(request).status(204).build());

    assertThat(text(bounding.execute(get(URL), context()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 5, 101})
  void a_stream_larger_than_the_cap_is_refused_and_closed_whatever_length_it_announces(
      int announced) {
    ClosableBytes stream = new ClosableBytes("x".repeat(CAP + 1));
    Integer length = announced < 0 ? null : announced;

    assertThatThrownBy(
            () -> bound(streaming(stream, length, Map.of())).execute(get(URL), context()))
        .isInstanceOf(ResponseTooLargeException.class)
        .hasMessageContaining("100 bytes");
    assertThat(stream.closed).isTrue();
  }

  @Test
  void a_body_in_memory_larger_than_the_cap_is_refused() {
    Client bounding = bound((request, options) -> response(request, 200, "x".repeat(CAP + 1)));

    assertThatThrownBy(() -> bounding.execute(get(URL), context()))
        .isInstanceOf(ResponseTooLargeException.class);
  }

  @Test
  void a_foreign_stream_that_drips_ends_with_the_deadline() {
    CallContext context = context(Deadline.after(Duration.ofSeconds(3), time), Map.of());
    ClosableBytes dripping =
        new ClosableBytes("0123456789") {
          @Override
          public synchronized int read(byte[] target, int offset, int length) {
            time.advance(Duration.ofSeconds(1));
            return super.read(target, offset, 1);
          }
        };

    assertThatThrownBy(() -> bound(streaming(dripping, null, Map.of())).execute(get(URL), context))
        .isInstanceOf(HttpTimeoutException.class);
    assertThat(dripping.closed).isTrue();
    assertThat(dripping.available()).isEqualTo(7);
  }

  @Test
  void an_interrupt_while_a_foreign_stream_is_read_ends_the_call_and_keeps_the_flag() {
    ClosableBytes interrupting =
        new ClosableBytes("0123456789") {
          @Override
          public synchronized int read(byte[] target, int offset, int length) {
            Thread.currentThread().interrupt();
            return super.read(target, offset, 1);
          }
        };

    assertThatThrownBy(
            () -> bound(streaming(interrupting, null, Map.of())).execute(get(URL), context()))
        .isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(interrupting.closed).isTrue();
  }

  @Test
  void gzip_that_a_foreign_transport_left_in_place_is_decoded() throws Exception {
    ClosableBytes stream = new ClosableBytes(JdkTransportEncodingTest.gzip("{\"a\":1}"));
    Map<String, Collection<String>> headers =
        Map.of("content-encoding", List.of("GZIP"), "X-Other", List.of("kept"));

    Response response = bound(streaming(stream, null, headers)).execute(get(URL), context());

    assertThat(text(response)).isEqualTo("{\"a\":1}");
    assertThat(response.headers()).doesNotContainKey("Content-Encoding").containsKey("X-Other");
  }

  @Test
  void gzip_that_a_foreign_transport_decoded_already_is_left_alone() throws Exception {
    Map<String, Collection<String>> headers = Map.of("Content-Encoding", List.of("gzip"));
    ClosableBytes stream = new ClosableBytes("{}");

    assertThat(text(bound(streaming(stream, null, headers)).execute(get(URL), context())))
        .isEqualTo("{}");
  }

  @Test
  void foreign_gzip_that_inflates_beyond_the_cap_is_too_large() throws Exception {
    Map<String, Collection<String>> headers = Map.of("Content-Encoding", List.of("gzip"));
    ClosableBytes bomb = new ClosableBytes(JdkTransportEncodingTest.gzip("0".repeat(CAP + 1)));

    assertThatThrownBy(() -> bound(streaming(bomb, null, headers)).execute(get(URL), context()))
        .isInstanceOf(ResponseTooLargeException.class);
  }

  @Test
  void a_foreign_exception_that_quotes_the_address_is_replaced() {
    Client bounding =
        bound(
            (request, options) -> {
              throw new IllegalStateException("cannot call " + request.url());
            });

    assertThatThrownBy(() -> bounding.execute(get(URL), context()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("MARKED-SECRET");
  }

  private static Client bound(Client transport) {
    return new BoundingStage(transport, CAP);
  }

  private static Request.Options optionsSeenByTransport(CallContext context) throws IOException {
    List<Request.Options> seen = new ArrayList<>();
    bound(
            (request, options) -> {
              seen.add(options);
              return response(request, 200, "{}");
            })
        .execute(get(URL), context);
    return seen.get(0);
  }

  private static Client streaming(
      InputStream stream, @Nullable Integer length, Map<String, Collection<String>> headers) {
    return (request, options) ->
        Response.builder()
            .request(request)
            .status(200)
            .headers(headers)
            .body(stream, length)
            .build();
  }

  /** Bytes that know whether they were closed. */
  private static class ClosableBytes extends ByteArrayInputStream {

    private final AtomicBoolean closed = new AtomicBoolean();

    ClosableBytes(String text) {
      this(text.getBytes(StandardCharsets.UTF_8));
    }

    ClosableBytes(byte[] bytes) {
      super(bytes);
    }

    @Override
    public void close() {
      closed.set(true);
    }
  }
}
