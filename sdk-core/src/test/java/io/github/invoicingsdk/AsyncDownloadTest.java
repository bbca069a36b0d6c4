package io.github.invoicingsdk;

import static io.github.invoicingsdk.DownloadForm.PATH;
import static io.github.invoicingsdk.DownloadForm.address;
import static io.github.invoicingsdk.testing.RawServer.head;
import static io.github.invoicingsdk.testing.RawServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.fixture.Reply;
import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.fixture.StubServer;
import io.github.invoicingsdk.internal.client.BuilderAccess;
import io.github.invoicingsdk.internal.http.FakeTime;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressAsyncClient;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.observation.RecordingListener;
import io.github.invoicingsdk.testing.RawServer;
import io.github.invoicingsdk.testing.RawServer.ScriptedResponse;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that come as a future. */
@Timeout(60)
class AsyncDownloadTest {

  private static final byte[] FILE = bytes(1_000_000);
  private static final int MANY = 60;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final RecordingListener recording = new RecordingListener();

  @TempDir Path folder;

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  @ParameterizedTest
  @EnumSource
  void a_file_arrives_whole_without_credentials(DownloadForm form) throws Exception {
    Path file = folder.resolve("invoice.pdf");
    Files.writeString(file, "an older one");
    List<Long> seen = new ArrayList<>();
    try (InvoiceXpressClient client = form.client().listener(recording).build();
        RawServer server = RawServer.respondingWith(response(200, FILE, "Content-Type: x/y"))) {
      CompletableFuture<Long> saved =
          form.async(client, threads)
              .download(address(server))
              .maxBytes(FILE.length)
              .timeout(Duration.ofSeconds(50))
              .onProgress((count, total) -> seen.add(count))
              .to(file);

      assertThat(saved.get()).isEqualTo(FILE.length);
      assertThat(file).hasBinaryContent(FILE);
      assertThat(folder).isDirectoryNotContaining("glob:**.part");
      assertThat(seen).isSorted().endsWith((long) FILE.length);
      RawServer.Recorded request = server.requests().get(0);
      assertThat(request.line()).isEqualTo("GET " + PATH + " HTTP/1.1");
      assertThat(request.toString()).doesNotContain("stub-api-key", "api_key", "Authorization");
      assertThat(recording.lines())
          .containsExactly(
              "started download",
              "attempted download 1 ACCEPTED 200",
              "ended download SUCCEEDED after 1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_file_without_a_length_arrives_in_a_stream(DownloadForm form) throws Exception {
    try (InvoiceXpressClient client = form.client().listener(recording).build();
        RawServer server =
            RawServer.respondingWith(
                exchange -> {
                  exchange.write(head(200, "Transfer-Encoding: chunked") + "\r\n");
                  exchange.write("3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
                })) {
      ByteArrayOutputStream target = new ByteArrayOutputStream();

      assertThat(form.async(client, threads).download(address(server)).to(target).get())
          .isEqualTo(5);
      assertThat(target.toString(StandardCharsets.UTF_8)).isEqualTo("abcde");
    }
  }

  @Test
  void opening_a_file_is_tried_again_without_a_thread_that_sleeps() throws Exception {
    FakeTime time = new FakeTime();
    try (InvoiceXpressClient client =
            BuilderAccess.withTime(
                    DownloadForm.NO_THREAD
                        .client()
                        .listener(recording)
                        .options(CallOptions.defaults()),
                    time)
                .build();
        RawServer server =
            RawServer.respondingWith(response(503, new byte[5]), response(200, FILE))) {
      assertThat(client.async().download(address(server)).to(OutputStream.nullOutputStream()).get())
          .isEqualTo(FILE.length);

      assertThat(time.sleeps()).hasSize(1);
      assertThat(recording.lines())
          .containsExactly(
              "started download",
              "attempted download 1 UNKNOWN 503",
              "retrying download UNAVAILABLE " + time.sleeps().get(0),
              "attempted download 2 ACCEPTED 200",
              "ended download SUCCEEDED after 2");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 404})
  void listeners_are_told_before_whoever_waits_goes_on(int status) throws Exception {
    try (InvoiceXpressClient client = DownloadForm.NO_THREAD.client().listener(recording).build();
        RawServer server =
            RawServer.respondingWith(
                exchange -> {
                  exchange.stall();
                  response(status, new byte[7]).writeTo(exchange);
                })) {
      CompletableFuture<List<String>> told =
          client
              .async()
              .download(address(server))
              .to(OutputStream.nullOutputStream())
              .handle((bytes, failure) -> recording.lines());
      server.release();

      assertThat(told.get()).last().asString().startsWith("ended download");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_closed_client_fetches_nothing(DownloadForm form) throws Exception {
    try (RawServer server = RawServer.respondingWith(response(200, FILE))) {
      InvoiceXpressClient client = form.client().listener(recording).build();
      AsyncDownload download = form.async(client, threads).download(address(server));
      client.close();

      assertThatThrownBy(download.to(folder.resolve("invoice.pdf"))::get)
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isExactlyInstanceOf(IllegalStateException.class)
          .hasMessage("this client is closed");
      assertThat(server.connections()).isZero();
      assertThat(folder).isEmptyDirectory();
      assertThat(recording.lines()).isEmpty();
    }
  }

  @Test
  void a_download_under_way_ends_as_it_would_have_when_the_client_is_closed() throws Exception {
    Path file = folder.resolve("invoice.pdf");
    try (RawServer server =
        RawServer.respondingWith(
            exchange -> {
              exchange.stall();
              response(200, FILE).writeTo(exchange);
            })) {
      InvoiceXpressClient client = DownloadForm.NO_THREAD.client().listener(recording).build();
      CompletableFuture<Long> saved = client.async().download(address(server)).to(file);
      server.awaitStall();

      client.close();
      server.release();

      assertThat(saved.get()).isEqualTo(FILE.length);
      assertThat(file).hasBinaryContent(FILE);
    }
  }

  @Test
  void calls_do_not_wait_for_downloads_however_many_there_are() throws Exception {
    CountDownLatch allAreReceiving = new CountDownLatch(MANY);
    ScriptedResponse half =
        exchange -> {
          exchange.write(head(200, "Content-Length: 5") + "\r\nhalf");
          exchange.stall();
          exchange.write("!");
        };
    try (StubServer api = StubServer.start();
        InvoiceXpressClient client = StubClients.invoiceXpress(api).build();
        RawServer files = RawServer.respondingWith(repeated(half))) {
      api.respondWith(Reply.json("{\"sequence\":{\"id\":7}}"));
      List<CompletableFuture<Long>> downloads =
          IntStream.range(0, MANY)
              .mapToObj(
                  i ->
                      client
                          .async()
                          .download(address(files))
                          .onProgress((count, total) -> allAreReceiving.countDown())
                          .to(folder.resolve(i + ".pdf")))
              .toList();
      allAreReceiving.await();

      assertThat(client.async().sequences().get(7).get().id()).isEqualTo(7);
      assertThat(client.sequences().get(7).id()).isEqualTo(7);
      assertThat(downloads).noneMatch(CompletableFuture::isDone);

      files.release();
      assertThat(downloads).allSatisfy(download -> assertThat(download.join()).isEqualTo(5));
    }
  }

  @Test
  void downloads_that_wait_for_their_response_need_no_thread_each() throws Exception {
    CountDownLatch allAreSent = new CountDownLatch(MANY);
    ScriptedResponse late =
        exchange -> {
          allAreSent.countDown();
          exchange.stall();
          response(200, new byte[5]).writeTo(exchange);
        };
    try (InvoiceXpressClient client = DownloadForm.NO_THREAD.client().listener(recording).build();
        RawServer files = RawServer.respondingWith(repeated(late))) {
      List<CompletableFuture<Long>> downloads =
          IntStream.range(0, MANY)
              .mapToObj(
                  i -> client.async().download(address(files)).to(OutputStream.nullOutputStream()))
              .toList();
      allAreSent.await();

      long waiting =
          Thread.getAllStackTraces().entrySet().stream()
              .filter(thread -> thread.getKey().getName().startsWith("invoicing-sdk-"))
              .filter(
                  thread ->
                      Arrays.stream(thread.getValue())
                          .anyMatch(
                              frame -> frame.getClassName().startsWith("io.github.invoicingsdk")))
              .count();
      files.release();

      assertThat(downloads).allSatisfy(download -> assertThat(download.join()).isEqualTo(5));
      assertThat(waiting).isZero();
    }
  }

  @Test
  @SuppressWarnings("NullAway") // Stands in for callers that are not checked for null.
  void what_is_not_allowed_is_refused_at_once() {
    try (InvoiceXpressClient client = DownloadForm.NO_THREAD.client().listener(recording).build()) {
      InvoiceXpressAsyncClient async = client.async();
      AsyncDownload download = async.download(URI.create("https://files.example" + PATH));

      assertThatIllegalArgumentException()
          .isThrownBy(() -> async.download(URI.create("http://files.example/f.pdf")))
          .withMessageContaining("address");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> download.maxBytes(0))
          .withMessage("maxBytes is 0; it must be at least 1");
      assertThatIllegalArgumentException().isThrownBy(() -> download.timeout(Duration.ZERO));
      assertThatIllegalArgumentException().isThrownBy(() -> download.to(Path.of("/")));
      assertThatNullPointerException().isThrownBy(() -> download.to((Path) null));
      assertThatNullPointerException().isThrownBy(() -> download.to((OutputStream) null));
      assertThat(download).hasToString("AsyncDownload{files.example}");
    }
  }

  private static ScriptedResponse[] repeated(ScriptedResponse response) {
    ScriptedResponse[] responses = new ScriptedResponse[MANY];
    Arrays.fill(responses, response);
    return responses;
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(1).nextBytes(bytes);
    return bytes;
  }
}
