package io.github.invoicingsdk;

import static io.github.invoicingsdk.DownloadForm.PATH;
import static io.github.invoicingsdk.DownloadForm.SECRET;
import static io.github.invoicingsdk.DownloadForm.address;
import static io.github.invoicingsdk.testing.RawServer.head;
import static io.github.invoicingsdk.testing.RawServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.observation.RecordingListener;
import io.github.invoicingsdk.testing.RawServer;
import io.github.invoicingsdk.testing.RawServer.ScriptedResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How a file that comes as a future does not come. */
@Timeout(60)
class AsyncDownloadFailuresTest {

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final RecordingListener recording = new RecordingListener();

  @TempDir Path folder;

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  /** What may go wrong. */
  record Fault(String name, ScriptedResponse response, Duration timeout) {

    Fault(String name, ScriptedResponse response) {
      this(name, response, Duration.ofSeconds(50));
    }

    /** The JDK sends a request again that breaks off at once, once for each download. */
    RawServer server() {
      return RawServer.respondingWith(response, response, response, response);
    }

    /** The same download with limits that are low, as far as they matter. */
    Download limited(Download download) {
      return download.maxBytes(100).timeout(timeout);
    }

    /** The same download with limits that are low, as far as they matter. */
    AsyncDownload limited(AsyncDownload download) {
      return download.maxBytes(100).timeout(timeout);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Arguments> faults() {
    List<Fault> faults =
        List.of(
            new Fault("refused", response(404, ("no " + PATH).getBytes(StandardCharsets.UTF_8))),
            new Fault("failing", response(500, ("no " + PATH).getBytes(StandardCharsets.UTF_8))),
            new Fault("redirected", response(302, new byte[0], "Location: http://127.0.0.1:1/")),
            new Fault("announced too large", response(200, new byte[101])),
            new Fault(
                "too large",
                exchange -> {
                  exchange.write(head(200, "Transfer-Encoding: chunked") + "\r\n65\r\n");
                  exchange.write(new byte[101]);
                  exchange.end();
                }),
            new Fault(
                "truncated",
                exchange -> {
                  exchange.write(head(200, "Content-Length: 10") + "\r\nhalf");
                  exchange.end();
                }),
            new Fault("reset", RawServer.Exchange::reset),
            new Fault("silent", RawServer.Exchange::awaitEnd, Duration.ofMillis(500)),
            new Fault(
                "stalled",
                exchange -> {
                  exchange.write(head(200, "Content-Length: 10") + "\r\nhalf");
                  exchange.awaitEnd();
                },
                Duration.ofMillis(500)));
    return faults.stream()
        .flatMap(
            fault -> Arrays.stream(DownloadForm.values()).map(form -> Arguments.of(fault, form)));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_future_fails_with_exactly_what_the_blocking_download_throws(Fault fault, DownloadForm form)
      throws Exception {
    Path file = folder.resolve("invoice.pdf");
    Files.writeString(file, "an older one");
    try (InvoiceXpressClient client = form.client().listener(recording).build();
        RawServer server = fault.server()) {
      Throwable blocking =
          catchThrowable(() -> fault.limited(client.download(address(server))).to(file));
      List<String> toldOfBlocking = recording.lines();
      Throwable failure =
          failure(fault.limited(form.async(client, threads).download(address(server))).to(file));

      assertThat(failure).hasSameClassAs(blocking).hasMessage(blocking.getMessage());
      assertThat(file).hasContent("an older one");
      assertThat(folder).isDirectoryNotContaining("glob:**.part");
      List<String> told = recording.lines();
      assertThat(told.subList(toldOfBlocking.size(), told.size())).isEqualTo(toldOfBlocking);
      assertThat(told).filteredOn(line -> line.startsWith("ended")).hasSize(2);
      assertThatNoMessageShowsTheAddress(failure);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_target_that_fails_is_no_failure_of_the_download(DownloadForm form) throws Exception {
    IOException full = new IOException("no space left");
    OutputStream target =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw full;
          }
        };
    try (InvoiceXpressClient client = form.client().listener(recording).build();
        RawServer server =
            RawServer.respondingWith(
                exchange -> {
                  exchange.write(head(200, "Content-Length: 100000000") + "\r\nhalf");
                  exchange.awaitEnd();
                })) {
      assertThat(failure(form.async(client, threads).download(address(server)).to(target)))
          .isSameAs(full);
      server.awaitPeerGone();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_folder_that_is_not_there_is_a_failure_of_the_target(DownloadForm form) throws Exception {
    Path file = folder.resolve("missing").resolve("invoice.pdf");
    try (InvoiceXpressClient client = form.client().listener(recording).build();
        RawServer server =
            RawServer.respondingWith(
                response(200, new byte[50_000]), response(200, new byte[50_000]))) {
      assertThat(catchThrowable(() -> client.download(address(server)).to(file)))
          .isInstanceOf(NoSuchFileException.class);
      assertThat(failure(form.async(client, threads).download(address(server)).to(file)))
          .isInstanceOf(NoSuchFileException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_a_listener_throws_ends_the_download_and_reaches_the_caller(DownloadForm form)
      throws Exception {
    AssertionError thrown = new AssertionError("enough");
    Path file = folder.resolve("invoice.pdf");
    try (InvoiceXpressClient client = form.client().listener(recording).build();
        RawServer server = RawServer.respondingWith(response(200, new byte[50_000]))) {
      CompletableFuture<Long> saved =
          form.async(client, threads)
              .download(address(server))
              .onProgress(
                  (count, total) -> {
                    throw thrown;
                  })
              .to(file);

      assertThat(failure(saved)).isSameAs(thrown);
      assertThat(folder).isEmptyDirectory();
      assertThat(recording.lines()).last().isEqualTo("ended download FAILED after 1");
    }
  }

  private static Throwable failure(CompletableFuture<Long> download) {
    Throwable thrown = catchThrowable(download::get);
    assertThat(thrown).isExactlyInstanceOf(ExecutionException.class);
    return Objects.requireNonNull(thrown.getCause());
  }

  private static void assertThatNoMessageShowsTheAddress(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      assertThat(t.toString()).doesNotContain(SECRET);
      for (Throwable suppressed : t.getSuppressed()) {
        assertThatNoMessageShowsTheAddress(suppressed);
      }
    }
  }
}
