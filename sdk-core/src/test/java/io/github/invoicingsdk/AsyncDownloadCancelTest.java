package io.github.invoicingsdk;

import static io.github.invoicingsdk.DownloadForm.address;
import static io.github.invoicingsdk.testing.RawServer.head;
import static io.github.invoicingsdk.testing.RawServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.fixture.Await;
import io.github.invoicingsdk.fixture.HeldPauses;
import io.github.invoicingsdk.internal.client.BuilderAccess;
import io.github.invoicingsdk.internal.http.Clock;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.observation.RecordingListener;
import io.github.invoicingsdk.testing.RawServer;
import io.github.invoicingsdk.testing.RawServer.ScriptedResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Ends downloads from outside at every stage, while the server watches. */
@Timeout(60)
class AsyncDownloadCancelTest {

  private static final String CANCELLED = "ended download CANCELLED after 1";

  private final ExecutorService threads = Executors.newSingleThreadExecutor();
  private final RecordingListener recording = new RecordingListener();

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

  /** A response that stops at some point and waits for the client to end the connection. */
  record Stalled(String name, boolean inTheBody, ScriptedResponse response) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Arguments> stages() {
    return Stream.of(
            new Stalled("before the response", false, RawServer.Exchange::awaitEnd),
            new Stalled(
                "in the headers",
                false,
                exchange -> {
                  exchange.write("HTTP/1.1 200 OK\r\nContent-Ty");
                  exchange.awaitEnd();
                }),
            new Stalled(
                "in the body of a refusal",
                false,
                exchange -> {
                  exchange.write(head(404, "Content-Length: 100") + "\r\n{\"errors\":");
                  exchange.awaitEnd();
                }),
            new Stalled("in the body", true, AsyncDownloadCancelTest::half),
            new Stalled(
                "in a body in chunks",
                true,
                exchange -> {
                  exchange.write(head(200, "Transfer-Encoding: chunked") + "\r\n9\r\nhalf");
                  exchange.awaitEnd();
                }),
            new Stalled(
                "in a body that comes a byte at a time",
                true,
                exchange -> {
                  exchange.write(head(200, "Content-Length: 1000000") + "\r\n");
                  exchange.drip();
                }))
        .flatMap(
            stage ->
                Stream.of(DownloadForm.NO_THREAD, DownloadForm.EXECUTOR)
                    .map(form -> Arguments.of(stage, form)));
  }

  @ParameterizedTest
  @MethodSource("stages")
  void cancelling_ends_the_exchange_and_leaves_no_trace(Stalled stage, DownloadForm form)
      throws Exception {
    try (RawServer server = RawServer.respondingWith(stage.response(), response(200, new byte[7]));
        InvoiceXpressClient client = form.client().listener(recording).build()) {
      CompletableFuture<Long> saved =
          form.async(client, threads).download(address(server)).to(file);
      Await.await(() -> !server.requests().isEmpty());
      Await.await(() -> hasPart() == stage.inTheBody());

      assertThat(saved.cancel(true)).isTrue();

      server.awaitPeerGone();
      assertThatNothingIsLeft();
      assertThatItEndedOnce();
      assertThatThrownBy(saved::join).isInstanceOf(CancellationException.class);
      // Neither the client nor its threads have suffered.
      assertThat(form.async(client, threads).download(address(server)).to(file).get()).isEqualTo(7);
      assertThat(server.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @MethodSource("stages")
  void a_timeout_of_the_callers_own_ends_the_exchange(Stalled stage, DownloadForm form)
      throws Exception {
    try (RawServer server = RawServer.respondingWith(stage.response());
        InvoiceXpressClient client = form.client().listener(recording).build()) {
      CompletableFuture<Long> saved =
          form.async(client, threads).download(address(server)).to(file);
      Await.await(() -> !server.requests().isEmpty());
      Await.await(() -> hasPart() == stage.inTheBody());

      assertThat(saved.orTimeout(1, TimeUnit.MILLISECONDS)).isSameAs(saved);

      assertThatThrownBy(saved::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(TimeoutException.class);

      server.awaitPeerGone();
      assertThatNothingIsLeft();
      assertThatItEndedOnce();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"NO_THREAD", "EXECUTOR"})
  void a_value_from_outside_ends_the_exchange(DownloadForm form) throws Exception {
    try (RawServer server = RawServer.respondingWith(AsyncDownloadCancelTest::half);
        InvoiceXpressClient client = form.client().listener(recording).build()) {
      CompletableFuture<Long> saved =
          form.async(client, threads).download(address(server)).to(file);
      Await.await(this::hasPart);

      saved.complete(0L);

      server.awaitPeerGone();
      assertThatNothingIsLeft();
      assertThatItEndedOnce();
    }
  }

  @Test
  void a_download_that_is_cancelled_in_the_pause_between_attempts_is_not_sent_again()
      throws Exception {
    HeldPauses time = new HeldPauses();
    try (RawServer server = unavailableAtFirst();
        InvoiceXpressClient client = patient(DownloadForm.NO_THREAD, time)) {
      CompletableFuture<Long> saved = client.async().download(address(server)).to(file);
      CompletableFuture<@Nullable Void> pause = time.next();

      saved.cancel(true);

      assertThatThrownBy(() -> pause.get(20, TimeUnit.SECONDS))
          .isInstanceOf(CancellationException.class);
      assertThatNothingIsLeft();
      assertThatItEndedOnce();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void a_thread_that_sleeps_between_attempts_is_woken_and_does_not_send_again() throws Exception {
    EndlessSleep time = new EndlessSleep();
    try (RawServer server = unavailableAtFirst();
        InvoiceXpressClient client = patient(DownloadForm.EXECUTOR, time)) {
      CompletableFuture<Long> saved = client.async(threads).download(address(server)).to(file);
      time.asleep.await();

      saved.cancel(true);

      assertThatItEndedOnce();
      assertThatNothingIsLeft();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void a_download_that_is_cancelled_before_its_turn_is_not_sent() throws Exception {
    Queue<Runnable> tasks = new ArrayDeque<>();
    try (RawServer server = RawServer.respondingWith(response(200, new byte[7]));
        InvoiceXpressClient client = DownloadForm.EXECUTOR.client().listener(recording).build()) {
      CompletableFuture<Long> saved = client.async(tasks::add).download(address(server)).to(file);

      saved.cancel(true);
      tasks.remove().run();

      assertThat(server.connections()).isZero();
      assertThat(recording.lines()).isEmpty();
      assertThatNothingIsLeft();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"NO_THREAD", "EXECUTOR"})
  void a_target_that_does_not_take_the_bytes_is_interrupted(DownloadForm form) throws Exception {
    try (RawServer server = RawServer.respondingWith(AsyncDownloadCancelTest::half);
        InvoiceXpressClient client = form.client().listener(recording).build();
        PipedOutputStream target = new PipedOutputStream();
        PipedInputStream reader = new PipedInputStream(target, 2)) {
      CompletableFuture<Long> saved =
          form.async(client, threads).download(address(server)).to(target);
      Await.await(() -> available(reader) == 2);

      saved.cancel(true);

      server.awaitPeerGone();
      Await.await(() -> ends() == 1);
    }
  }

  @Test
  void the_connection_ends_even_if_the_target_cannot_be_interrupted() throws Exception {
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    OutputStream stuck =
        new OutputStream() {
          @Override
          public void write(int b) {
            writing.countDown();
            awaitUninterruptibly(released);
          }
        };
    try (RawServer server = RawServer.respondingWith(AsyncDownloadCancelTest::half);
        InvoiceXpressClient client = DownloadForm.NO_THREAD.client().listener(recording).build()) {
      CompletableFuture<Long> saved = client.async().download(address(server)).to(stuck);
      writing.await();

      saved.cancel(true);

      server.awaitPeerGone();
      assertThatItEndedOnce();
    } finally {
      released.countDown();
    }
  }

  private InvoiceXpressClient patient(DownloadForm form, Clock time) {
    return BuilderAccess.withTime(
            form.client().options(CallOptions.defaults()).listener(recording), time)
        .build();
  }

  private static RawServer unavailableAtFirst() {
    return RawServer.respondingWith(
        response(503, new byte[0], "Retry-After: 20"), response(200, new byte[7]));
  }

  private static void half(RawServer.Exchange exchange) throws IOException {
    exchange.write(head(200, "Content-Length: 10") + "\r\nhalf");
    exchange.awaitEnd();
  }

  private boolean hasPart() {
    String[] names = folder.toFile().list();
    return names != null && Arrays.stream(names).anyMatch(name -> name.endsWith(".part"));
  }

  /** The thread that wrote it removes it. */
  private void assertThatNothingIsLeft() throws InterruptedException {
    Await.await(() -> !hasPart());
    assertThat(file).hasContent("an older one");
  }

  private void assertThatItEndedOnce() throws InterruptedException {
    Await.await(() -> ends() > 0);
    assertThat(recording.lines())
        .startsWith("started download")
        .endsWith(CANCELLED)
        .containsOnlyOnce(CANCELLED);
  }

  private long ends() {
    return recording.lines().stream().filter(line -> line.startsWith("ended")).count();
  }

  private static int available(PipedInputStream reader) {
    try {
      return reader.available();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    boolean released = false;
    while (!released) {
      try {
        latch.await();
        released = true;
      } catch (InterruptedException e) {
        // Like a target that does not care.
      }
    }
  }

  /** The machine's clock, on which a sleeper wakes only when it is interrupted. */
  private static final class EndlessSleep implements Clock {

    private final CountDownLatch asleep = new CountDownLatch(1);

    @Override
    public Instant now() {
      return Clock.system().now();
    }

    @Override
    public long nanoTime() {
      return Clock.system().nanoTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
      asleep.countDown();
      new CountDownLatch(1).await();
    }
  }
}
