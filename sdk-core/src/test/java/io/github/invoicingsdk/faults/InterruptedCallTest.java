package io.github.invoicingsdk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.error.CallInterruptedException;
import io.github.invoicingsdk.fixture.Await;
import io.github.invoicingsdk.internal.http.Clock;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Threads that are interrupted while they wait for a server that says nothing for an hour. */
@Timeout(60)
class InterruptedCallTest {

  private static final String HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n";

  private static final CallOptions PATIENT =
      Call.OPTIONS.toBuilder()
          .timeout(Duration.ofHours(1))
          .attemptTimeout(Duration.ofHours(1))
          .build();

  private final FaultServer server = FaultServer.start();

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  /** Where the server stops. */
  @SuppressWarnings("ImmutableEnumChecker") // No fault of these keeps anything.
  enum Silence {
    BEFORE_THE_RESPONSE(FaultServer.Connection::stall),
    IN_THE_HEADERS(
        connection -> {
          connection.write("HTTP/1.1 200 OK\r\nX: ");
          connection.stall();
        }),
    IN_THE_BODY(
        connection -> {
          connection.write(HEAD + "{\"seq");
          connection.stall();
        });

    private final Fault fault;

    Silence(Fault fault) {
      this.fault = fault;
    }
  }

  static Stream<Arguments> senders_and_silences() {
    return Stream.of(Sender.JDK, Sender.OKHTTP, Sender.APACHE)
        .flatMap(by -> Arrays.stream(Silence.values()).map(where -> Arguments.of(by, where)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("senders_and_silences")
  void an_interrupted_thread_waits_no_longer(Sender by, Silence where) throws Exception {
    server.breakWith(where.fault);
    try (Sender.Opened sender = by.open();
        Call.Client client =
            Call.INVOICEXPRESS_WRITE.open(
                server.url(), server.tokenUrl(), Clock.system(), sender)) {
      assertInterruptible(() -> client.call(PATIENT));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Sender.class,
      names = {"JDK", "OKHTTP", "APACHE"})
  void an_interrupted_thread_waits_no_longer_for_a_tunnel(Sender by) throws Exception {
    server.breakWith(FaultServer.Connection::stall);
    try (Sender.Opened sender = by.openThrough(server)) {
      var builder =
          InvoiceXpressClient.builder()
              .baseUrl(URI.create("https://acme.invalid"))
              .apiKey(Call.API_KEY.value())
              .connectTimeout(Duration.ofHours(1))
              .options(PATIENT);
      sender.applyTo(builder);
      try (InvoiceXpressClient client = builder.build()) {
        assertInterruptible(() -> client.sequences().register(Call.ID));
      }
    }
  }

  private void assertInterruptible(Runnable call) throws Exception {
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              failure.complete(catchThrowable(call::run));
              flag.complete(Thread.currentThread().isInterrupted());
            });
    caller.start();
    Await.await(() -> server.playing() == 1);

    caller.interrupt();

    assertThat(failure.get()).isInstanceOf(CallInterruptedException.class);
    assertThat(flag.get()).as("the flag of the thread").isTrue();
    assertThat(server.faults()).isEqualTo(1);
    Await.await(() -> server.playing() == 0);
  }

  @ParameterizedTest
  @EnumSource(
      value = Sender.class,
      names = {"OKHTTP", "APACHE"})
  void a_cancelled_future_frees_the_thread_of_the_executor(Sender by) throws Exception {
    server.breakWith(FaultServer.Connection::stall);
    ExecutorService one = Executors.newSingleThreadExecutor();
    try (Sender.Opened sender = by.open()) {
      var builder =
          InvoiceXpressClient.builder()
              .baseUrl(server.url())
              .apiKey(Call.API_KEY.value())
              .options(PATIENT);
      sender.applyTo(builder);
      try (InvoiceXpressClient client = builder.build()) {
        var call = client.async(one).sequences().register(Call.ID);
        Await.await(() -> server.playing() == 1);

        call.cancel(true);

        // Behind the call, on the same thread.
        assertThat(one.submit(() -> Thread.currentThread().isInterrupted()).get()).isFalse();
        Await.await(() -> server.playing() == 0);
      }
    } finally {
      one.shutdownNow();
    }
  }

  /** Closing would wait a while for the rest. */
  @Test
  void a_body_of_okhttp_that_is_not_read_is_not_waited_for() throws Exception {
    server.breakWith(
        connection -> {
          connection.write(HEAD.replace("100", "100000000"));
          connection.stall();
        });
    CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
    OkHttpClient http =
        new OkHttpClient.Builder()
            .eventListener(
                new EventListener() {
                  @Override
                  public void canceled(okhttp3.Call call) {
                    cancelled.complete(true);
                  }
                })
            .build();
    try (Sender.Opened sender = Sender.okHttp(http);
        Call.Client client =
            Call.INVOICEXPRESS_WRITE.open(
                server.url(), server.tokenUrl(), Clock.system(), sender)) {
      Throwable tooLarge = catchThrowable(() -> client.call(PATIENT));

      assertThat(tooLarge).hasMessageContaining("larger");
      assertThat(cancelled).isCompletedWithValue(true);
    }
  }

  /** Otherwise every call would cost a connection. */
  @ParameterizedTest
  @EnumSource(
      value = Sender.class,
      names = {"OKHTTP", "APACHE"})
  void a_connection_whose_response_was_read_is_used_again(Sender by) throws Exception {
    try (Sender.Opened sender = by.open();
        Call.Client client =
            Call.INVOICEXPRESS_WRITE.open(
                server.url(), server.tokenUrl(), Clock.system(), sender)) {
      for (int i = 0; i < 5; i++) {
        client.call(PATIENT);
      }

      assertThat(server.requests()).isEqualTo(5);
      assertThat(server.accepted()).isEqualTo(1);
    }
  }
}
