package io.github.invoicingsdk;

import static io.github.invoicingsdk.DownloadForm.address;
import static io.github.invoicingsdk.testing.RawServer.head;
import static io.github.invoicingsdk.testing.RawServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.invoicingsdk.error.CallInterruptedException;
import io.github.invoicingsdk.error.DeadlineExceededException;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.testing.RawServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Downloads whose time is over, or whose thread is interrupted. */
@Timeout(60)
class DownloadTimeTest {

  /** The SDK's own transport, and one of somebody else's. */
  static Stream<InvoiceXpressClient> clients() {
    return Stream.of(
            DownloadForm.NO_THREAD, DownloadForm.EXECUTOR_AND_A_TRANSPORT_OF_SOMEBODY_ELSES)
        .map(form -> form.client().build());
  }

  @Test
  void a_file_that_stalls_ends_with_its_time_and_the_connection_is_given_up() throws Exception {
    try (InvoiceXpressClient client = DownloadForm.NO_THREAD.client().build();
        RawServer server =
            RawServer.respondingWith(
                exchange -> {
                  exchange.write(head(200, "Content-Length: 10") + "\r\nhalf");
                  exchange.awaitEnd();
                })) {
      Download download = client.download(address(server)).timeout(Duration.ofMillis(300));

      assertThatThrownBy(() -> download.to(new ByteArrayOutputStream()))
          .isInstanceOfSatisfying(
              DeadlineExceededException.class,
              e -> assertThat(e.allowed()).isEqualTo(Duration.ofMillis(300)));
      server.awaitPeerGone();
    }
  }

  @Test
  void an_interrupt_ends_a_download_and_keeps_the_flag() throws Exception {
    try (InvoiceXpressClient client = DownloadForm.NO_THREAD.client().build();
        RawServer server =
            RawServer.respondingWith(
                exchange -> {
                  exchange.write(head(200, "Content-Length: 10") + "\r\nhalf");
                  exchange.awaitEnd();
                })) {
      Thread reader = Thread.currentThread();

      Throwable failure =
          catchThrowable(
              () ->
                  client
                      .download(address(server))
                      .onProgress((count, total) -> reader.interrupt())
                      .to(new ByteArrayOutputStream()));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(failure).isInstanceOf(CallInterruptedException.class);
      server.awaitPeerGone();
    }
  }

  @ParameterizedTest
  @MethodSource("clients")
  void a_file_that_comes_too_slowly_ends_with_its_time(InvoiceXpressClient client)
      throws IOException {
    try (client;
        RawServer server = RawServer.respondingWith(DownloadTimeTest::drip)) {
      Download download = client.download(address(server)).timeout(Duration.ofMillis(300));

      assertThatThrownBy(() -> download.to(new ByteArrayOutputStream()))
          .isInstanceOf(DeadlineExceededException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("clients")
  void an_interrupt_ends_a_download_through_any_transport(InvoiceXpressClient client)
      throws IOException {
    try (client;
        RawServer server = RawServer.respondingWith(DownloadTimeTest::drip)) {
      Thread reader = Thread.currentThread();
      List<Long> seen = new ArrayList<>();

      Throwable failure =
          catchThrowable(
              () ->
                  client
                      .download(address(server))
                      .timeout(Duration.ofSeconds(20))
                      .onProgress(
                          (count, total) -> {
                            seen.add(count);
                            reader.interrupt();
                          })
                      .to(new ByteArrayOutputStream()));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(failure).isInstanceOf(CallInterruptedException.class);
      assertThat(seen).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("clients")
  void a_refusal_that_comes_too_slowly_ends_with_its_time(InvoiceXpressClient client)
      throws IOException {
    try (client;
        RawServer server =
            RawServer.respondingWith(
                exchange -> {
                  exchange.write(head(404, "Content-Length: 300") + "\r\n");
                  exchange.drip();
                })) {
      Download download = client.download(address(server)).timeout(Duration.ofMillis(300));

      assertThatThrownBy(() -> download.to(new ByteArrayOutputStream()))
          .isInstanceOf(DeadlineExceededException.class);
    }
  }

  @Test
  void an_interrupt_while_the_target_is_written_is_an_interrupt_of_the_download() throws Exception {
    try (InvoiceXpressClient client = DownloadForm.NO_THREAD.client().build();
        RawServer server = RawServer.respondingWith(response(200, new byte[7]))) {
      OutputStream interrupted =
          new OutputStream() {
            @Override
            public void write(int b) throws IOException {
              Thread.currentThread().interrupt();
              throw new ClosedByInterruptException();
            }
          };

      Throwable failure = catchThrowable(() -> client.download(address(server)).to(interrupted));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(failure).isInstanceOf(CallInterruptedException.class);
    }
  }

  /** Takes three seconds at least, and not for ever, so that a client that waits fails a test. */
  private static void drip(RawServer.Exchange exchange) throws IOException, InterruptedException {
    exchange.write(head(200, "Content-Length: 300") + "\r\n");
    exchange.drip();
  }
}
