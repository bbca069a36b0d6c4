package io.github.invoicingsdk.internal.http;

import static io.github.invoicingsdk.internal.http.TestCalls.context;
import static io.github.invoicingsdk.internal.http.TestCalls.get;
import static io.github.invoicingsdk.internal.http.TestCalls.request;
import static io.github.invoicingsdk.testing.RawServer.head;
import static io.github.invoicingsdk.testing.RawServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.Request;
import feign.Request.HttpMethod;
import io.github.invoicingsdk.testing.RawServer;
import io.github.invoicingsdk.testing.RawServer.ScriptedResponse;
import io.github.invoicingsdk.testing.RefusingPort;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the transport ends when the exchange does not go well; no failure shows the query. */
class JdkTransportFailuresTest {

  private static final int CAP = 1000;
  private static final Duration SHORT = Duration.ofMillis(250);
  private static final String MARK = "MARKED-SECRET";
  private static final String PATH = "/sequences.json?api_key=" + MARK;

  private final JdkTransport transport = new JdkTransport(Duration.ofSeconds(10), CAP, null);

  @AfterEach
  void closeTransport() {
    transport.close();
  }

  @Test
  void stalled_headers_end_with_the_deadline() throws Exception {
    try (RawServer server = RawServer.respondingWith(Responses.STALLING)) {
      failing(() -> transport.execute(get(server.url(PATH)), context(SHORT)))
          .isInstanceOf(HttpTimeoutException.class)
          .hasMessageContaining("PT0.25S");
    }
  }

  @Test
  void a_stalled_body_ends_with_the_deadline_and_the_transfer_is_stopped() throws Exception {
    try (RawServer server =
        RawServer.respondingWith(
            exchange -> {
              exchange.write(head(200, "Content-Length: 100") + "\r\n{");
              exchange.awaitEnd();
            })) {
      failing(() -> transport.execute(get(server.url(PATH)), context(SHORT)))
          .isInstanceOf(HttpTimeoutException.class)
          .hasMessageContaining("PT0.25S");
      server.awaitPeerGone();
    }
  }

  @Test
  void a_dripping_body_ends_with_the_deadline_and_the_transfer_is_stopped() throws Exception {
    try (RawServer server =
        RawServer.respondingWith(
            exchange -> {
              exchange.write(head(200, "Content-Length: 900") + "\r\n");
              exchange.drip();
            })) {
      failing(() -> transport.execute(get(server.url(PATH)), context(SHORT)))
          .isInstanceOf(HttpTimeoutException.class);
      server.awaitPeerGone();
    }
  }

  @Test
  void a_deadline_that_has_passed_sends_nothing() throws Exception {
    FakeTime time = new FakeTime();
    Deadline deadline = Deadline.after(Duration.ofSeconds(1), time);
    time.advance(Duration.ofSeconds(1));
    try (RawServer server = RawServer.respondingWith(json(200, "{}"))) {
      failing(() -> transport.execute(get(server.url(PATH)), context(deadline, Map.of())))
          .isInstanceOf(NotSentInTimeException.class)
          .hasMessageContaining("before the request was sent");
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void an_interrupt_while_waiting_for_headers_ends_the_call() throws Exception {
    assertInterruptible(Responses.STALLING_UNTIL_END);
  }

  @Test
  void an_interrupt_while_waiting_for_the_body_ends_the_call() throws Exception {
    assertInterruptible(
        exchange -> {
          exchange.write(head(200, "Content-Length: 100") + "\r\n{");
          exchange.awaitEnd();
        });
  }

  @Test
  void a_thread_that_is_interrupted_already_sends_nothing() throws Exception {
    try (RawServer server = RawServer.respondingWith(json(200, "{}"))) {
      Thread.currentThread().interrupt();
      failing(() -> transport.execute(get(server.url(PATH)), context()))
          .isInstanceOf(InterruptedIOException.class);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void a_body_whose_announced_length_exceeds_the_cap_is_refused() throws Exception {
    try (RawServer server =
        RawServer.respondingWith(
            exchange -> {
              exchange.write(head(200, "Content-Length: 1001") + "\r\n");
              exchange.awaitEnd();
            })) {
      failing(() -> transport.execute(get(server.url(PATH)), context()))
          .isInstanceOf(ResponseTooLargeException.class)
          .hasMessageContaining("1000 bytes");
      server.awaitPeerGone();
    }
  }

  @Test
  void a_body_without_announced_length_is_stopped_at_the_cap() throws Exception {
    try (RawServer server =
        RawServer.respondingWith(
            exchange -> {
              exchange.write(head(200, "Connection: close") + "\r\n" + "x".repeat(CAP));
              exchange.drip();
            })) {
      failing(() -> transport.execute(get(server.url(PATH)), context()))
          .isInstanceOf(ResponseTooLargeException.class)
          .hasMessageContaining("1000 bytes");
      server.awaitPeerGone();
    }
  }

  @Test
  void a_body_of_exactly_the_cap_is_accepted() throws Exception {
    try (RawServer server = RawServer.respondingWith(json(200, "x".repeat(CAP)))) {
      assertThat(TestCalls.text(transport.execute(get(server.url("/")), context()))).hasSize(CAP);
    }
  }

  @Test
  void a_body_shorter_than_announced_is_an_io_failure() throws Exception {
    assertBreaksOff(
        exchange -> {
          exchange.write(head(200, "Content-Length: 100") + "\r\n{\"a\":");
          exchange.end();
        });
  }

  @Test
  void a_truncated_chunk_is_an_io_failure() throws Exception {
    assertBreaksOff(
        exchange -> {
          exchange.write(head(200, "Transfer-Encoding: chunked") + "\r\nff\r\nabc");
          exchange.end();
        });
  }

  @Test
  void a_missing_last_chunk_is_an_io_failure() throws Exception {
    assertBreaksOff(
        exchange -> {
          exchange.write(head(200, "Transfer-Encoding: chunked") + "\r\n2\r\n{}\r\n");
          exchange.end();
        });
  }

  @Test
  void a_reset_before_the_headers_is_an_io_failure() throws Exception {
    assertBreaksOff(RawServer.Exchange::reset);
  }

  @Test
  void a_reset_within_the_body_is_an_io_failure() throws Exception {
    assertBreaksOff(
        exchange -> {
          exchange.write(head(200, "Content-Length: 100") + "\r\n{");
          exchange.reset();
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "-5", "99999999999999999999", "1, 2"})
  void a_content_length_that_makes_no_sense_is_an_io_failure(String length) throws Exception {
    assertBreaksOff(
        exchange -> {
          exchange.write(head(200, "Content-Length: " + length) + "\r\n{}");
          exchange.end();
        });
  }

  @Test
  void a_response_that_is_not_http_is_an_io_failure() throws Exception {
    assertBreaksOff(
        exchange -> {
          exchange.write("SSH-2.0-OpenSSH_9.9\r\n\r\n");
          exchange.end();
        });
  }

  @Test
  void a_write_whose_connection_drops_is_sent_once() throws Exception {
    try (RawServer server =
        RawServer.respondingWith(
            json(200, "{}"), RawServer.Exchange::end, json(200, "{}"), json(200, "{}"))) {
      transport.execute(get(server.url(PATH)), context());
      failing(
              () ->
                  transport.execute(
                      request(HttpMethod.POST, server.url(PATH), Map.of(), "{}"), context()))
          .isInstanceOf(IOException.class);
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void a_refused_connection_is_told_apart_from_a_response_that_breaks_off() throws Exception {
    try (RefusingPort port = new RefusingPort()) {
      failing(() -> transport.execute(get(port.url(PATH)), context()))
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("cannot connect to 127.0.0.1:");
    }
  }

  @Test
  void an_unknown_host_is_a_connection_that_failed() {
    failing(() -> transport.execute(get("http://provider.invalid" + PATH), context()))
        .isInstanceOf(ConnectException.class)
        .hasMessage("cannot connect to provider.invalid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://host/a b?api_key=" + MARK,
        "http://host/?api_key=" + MARK + "%zz",
        "ftp://host/?api_key=" + MARK,
        "http:///path?api_key=" + MARK,
        "/relative?api_key=" + MARK,
        "mailto:x?api_key=" + MARK
      })
  void an_address_that_cannot_be_used_is_refused_without_quoting_its_query(String url) {
    failing(() -> transport.execute(get(url), context()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a valid http or https address");
  }

  @ParameterizedTest
  @ValueSource(strings = {MARK + "\r\nX-Injected: 1", MARK + "\u010d\u0000"})
  void a_header_that_cannot_be_sent_is_refused_without_quoting_its_value(String value) {
    Request request =
        request(HttpMethod.GET, "http://host/", Map.of("Authorization", List.of(value)), null);

    failing(() -> transport.execute(request, context()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Authorization");
  }

  private void assertBreaksOff(ScriptedResponse response) throws Exception {
    // The JDK repeats a GET whose connection drops before the first byte; a POST shows one failure.
    try (RawServer server = RawServer.respondingWith(response)) {
      failing(
              () ->
                  transport.execute(
                      request(HttpMethod.POST, server.url(PATH), Map.of(), "{}"), context()))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(HttpTimeoutException.class)
          .isNotInstanceOf(ConnectException.class)
          .isNotInstanceOf(CorruptContentException.class);
      assertThat(server.requests()).hasSize(1);
    }
  }

  private void assertInterruptible(ScriptedResponse response) throws Exception {
    try (RawServer server = RawServer.respondingWith(response)) {
      CompletableFuture<Throwable> thrown = new CompletableFuture<>();
      CompletableFuture<Boolean> flag = new CompletableFuture<>();
      Thread caller =
          new Thread(
              () -> {
                try {
                  transport.execute(get(server.url(PATH)), context());
                  thrown.completeExceptionally(new AssertionError("the call returned"));
                } catch (Throwable e) {
                  thrown.complete(e);
                } finally {
                  flag.complete(Thread.currentThread().isInterrupted());
                }
              });
      caller.start();
      server.awaitStall();
      caller.interrupt();

      assertThat(thrown.get(20, TimeUnit.SECONDS))
          .isInstanceOf(InterruptedIOException.class)
          .isNotInstanceOf(SocketTimeoutException.class);
      assertThat(flag.get(20, TimeUnit.SECONDS)).isTrue();
      server.awaitPeerGone();
    }
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> failing(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return assertThatThrownBy(call)
        .satisfies(
            failure -> {
              StringWriter trace = new StringWriter();
              failure.printStackTrace(new PrintWriter(trace, true));
              assertThat(trace.toString()).doesNotContain(MARK);
            });
  }

  /** Responses that several tests use. */
  private static final class Responses {
    static final ScriptedResponse STALLING = RawServer.Exchange::stall;
    static final ScriptedResponse STALLING_UNTIL_END = RawServer.Exchange::awaitEnd;
  }
}
