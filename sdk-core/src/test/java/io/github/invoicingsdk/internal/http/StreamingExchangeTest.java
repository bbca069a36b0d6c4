package io.github.invoicingsdk.internal.http;

import static io.github.invoicingsdk.internal.http.TestCalls.context;
import static io.github.invoicingsdk.internal.http.TestCalls.get;
import static io.github.invoicingsdk.testing.RawServer.head;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.Response;
import io.github.invoicingsdk.fixture.Await;
import io.github.invoicingsdk.testing.RawServer;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Responses that are read while they come, and what is given back when one is not read. */
@Timeout(60)
class StreamingExchangeTest {

  private static final Duration PLENTY = Duration.ofSeconds(20);

  private final JdkTransport transport = new JdkTransport(PLENTY, 1024, null);
  private final Stage streaming = transport.streaming();

  @AfterEach
  void close() {
    transport.close();
  }

  @Test
  void the_response_is_there_before_its_body() throws Exception {
    try (RawServer server = RawServer.respondingWith(StreamingExchangeTest::half)) {
      Response response = streaming.executeAsync(get(server.url("/f")), context()).get();

      InputStream body = response.body().asInputStream();
      assertThat(body.readNBytes(4)).asString().isEqualTo("half");
      response.close();
      response.close();
      server.awaitPeerGone();
      assertAllIsGivenBack();
    }
  }

  @Test
  void cancelling_before_the_response_gives_everything_back() throws Exception {
    try (RawServer server = RawServer.respondingWith(RawServer.Exchange::awaitEnd)) {
      CompletableFuture<Response> opening =
          streaming.executeAsync(get(server.url("/f")), context());
      server.awaitStall();

      opening.cancel(true);

      server.awaitPeerGone();
      assertAllIsGivenBack();
    }
  }

  @Test
  void a_refused_coding_gives_everything_back() throws Exception {
    try (RawServer server =
        RawServer.respondingWith(
            exchange -> {
              exchange.write(head(200, "Content-Encoding: gzip", "Content-Length: 9") + "\r\n");
              exchange.awaitEnd();
            })) {
      assertThatThrownBy(streaming.executeAsync(get(server.url("/f")), context())::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(CorruptContentException.class);
      server.awaitPeerGone();
      assertAllIsGivenBack();
    }
  }

  @Test
  void a_request_for_which_no_time_is_left_gives_everything_back() throws Exception {
    FakeTime time = new FakeTime();
    Deadline deadline = Deadline.after(Duration.ofSeconds(1), time);
    CallContext late = context(deadline, Map.of());
    time.advance(Duration.ofSeconds(2));

    assertThatThrownBy(streaming.executeAsync(get("http://127.0.0.1:1/"), late)::get)
        .hasCauseInstanceOf(NotSentInTimeException.class);
    assertAllIsGivenBack();
  }

  @Test
  void closing_ends_a_read_that_is_under_way_with_a_failure() throws Exception {
    try (RawServer server = RawServer.respondingWith(StreamingExchangeTest::half)) {
      Response response = streaming.executeAsync(get(server.url("/f")), context()).get();
      CountDownLatch firstRead = new CountDownLatch(1);
      CompletableFuture<Integer> second = new CompletableFuture<>();
      Thread reader =
          new Thread(
              () -> {
                try {
                  InputStream body = response.body().asInputStream();
                  body.readNBytes(4);
                  firstRead.countDown();
                  second.complete(body.read());
                } catch (IOException e) {
                  second.completeExceptionally(e);
                }
              });
      reader.start();
      firstRead.await();
      Await.await(() -> reader.getState() == Thread.State.TIMED_WAITING);

      response.close();

      assertThatThrownBy(() -> second.get(20, TimeUnit.SECONDS))
          .hasCauseInstanceOf(IOException.class)
          .hasMessageContaining("closed before all of it was read");
    }
  }

  @Test
  void a_closed_transport_opens_nothing() {
    transport.close();

    assertThatIllegalStateException()
        .isThrownBy(() -> streaming.executeAsync(get("http://127.0.0.1:1/"), context()))
        .withMessageStartingWith("this client is closed");
  }

  private static void half(RawServer.Exchange exchange) throws IOException {
    exchange.write(head(200, "Content-Length: 10") + "\r\nhalf");
    exchange.awaitEnd();
  }

  /** The threads stop only when every exchange has been given back, exactly once. */
  private void assertAllIsGivenBack() throws InterruptedException {
    transport.close();
    assertThat(transport.awaitStopped(PLENTY)).isTrue();
  }
}
