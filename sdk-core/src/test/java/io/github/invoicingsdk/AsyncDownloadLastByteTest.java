package io.github.invoicingsdk;

import static io.github.invoicingsdk.DownloadForm.address;
import static io.github.invoicingsdk.testing.RawServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.Client;
import feign.Response;
import io.github.invoicingsdk.fixture.Await;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.observation.RecordingListener;
import io.github.invoicingsdk.testing.RawServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ends downloads from outside when all their bytes have come, but are not at the path yet. */
@Timeout(60)
class AsyncDownloadLastByteTest {

  private static final byte[] NEW = new byte[7];

  private final ExecutorService threads = Executors.newSingleThreadExecutor();
  private final RecordingListener recording = new RecordingListener();

  /** The download itself, for what ends it from within. */
  private final CompletableFuture<CompletableFuture<Long>> self = new CompletableFuture<>();

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void writeAnOlderFile() throws IOException {
    file = Files.writeString(folder.resolve("invoice.pdf"), "an older one");
  }

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  @Test
  void an_older_file_stays_if_the_last_byte_comes_before_the_cancel() throws Exception {
    try (RawServer server = RawServer.respondingWith(response(200, NEW));
        InvoiceXpressClient client = DownloadForm.NO_THREAD.client().listener(recording).build()) {
      CompletableFuture<Long> saved =
          client
              .async()
              .download(address(server))
              .onProgress(
                  (count, total) -> {
                    if (count == NEW.length) {
                      self.join().cancel(true);
                    }
                  })
              .to(file);
      self.complete(saved);

      assertThatItLeavesNoTrace(saved);
    }
  }

  @Test
  void an_older_file_stays_if_the_end_comes_before_the_cancel() throws Exception {
    Client careless =
        (request, options) ->
            Response.builder()
                .request(request)
                .status(200)
                .body(new CancelledAtItsEnd(), NEW.length)
                .build();
    try (InvoiceXpressClient client =
        DownloadForm.EXECUTOR.client().unverifiedTransport(careless).listener(recording).build()) {
      CompletableFuture<Long> saved =
          client.async(threads).download(URI.create("https://files.example/f.pdf")).to(file);
      self.complete(saved);

      assertThatItLeavesNoTrace(saved);
    }
  }

  private void assertThatItLeavesNoTrace(CompletableFuture<Long> saved) throws Exception {
    assertThatThrownBy(saved::get).isInstanceOf(CancellationException.class);
    Await.await(() -> recording.lines().toString().contains("ended download"));
    assertThat(recording.lines()).last().isEqualTo("ended download CANCELLED after 1");
    Await.await(() -> names().equals(List.of("invoice.pdf")));
    assertThat(file).hasContent("an older one");
  }

  private List<String> names() {
    return List.of(Objects.requireNonNull(folder.toFile().list()));
  }

  /** A body that forgets the interrupt, as a transport of somebody else's may. */
  private final class CancelledAtItsEnd extends InputStream {

    private final InputStream bytes = new ByteArrayInputStream(NEW);

    @Override
    public int read() throws IOException {
      int read = bytes.read();
      if (read < 0) {
        self.join().cancel(true);
        assertThat(Thread.interrupted()).isTrue();
      }
      return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int first = read();
      if (first < 0) {
        return -1;
      }
      target[offset] = (byte) first;
      return 1;
    }
  }
}
