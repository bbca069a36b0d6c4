package io.github.invoicingsdk;

import static io.github.invoicingsdk.testing.RawServer.head;
import static io.github.invoicingsdk.testing.RawServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.Bucket;
import io.github.invoicingsdk.fixture.Await;
import io.github.invoicingsdk.fixture.HeldPauses;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.idoklad.model.NumericSequence;
import io.github.invoicingsdk.internal.client.BuilderAccess;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClientBuilder;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.observation.CallListener;
import io.github.invoicingsdk.observation.CallResult;
import io.github.invoicingsdk.testing.RawServer;
import io.github.invoicingsdk.testing.RawServer.ScriptedResponse;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cancels asynchronous calls at every stage, while the server watches. */
@Timeout(60)
class AsyncCancelTest {

  private static final String SEQUENCE = "{\"sequence\":{\"id\":7}}";

  /** A response that stops at some point and waits for the client to end the connection. */
  record Stalled(String name, ScriptedResponse response) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Stalled> stalled_responses() {
    return Stream.of(
        new Stalled("before the response", RawServer.Exchange::awaitEnd),
        new Stalled(
            "in the headers",
            exchange -> {
              exchange.write("HTTP/1.1 200 OK\r\nContent-Ty");
              exchange.awaitEnd();
            }),
        new Stalled(
            "in the body",
            exchange -> {
              exchange.write(head(200, "Content-Length: 100") + "\r\n{\"sequence\":");
              exchange.awaitEnd();
            }),
        new Stalled(
            "in the body, which comes a byte at a time",
            exchange -> {
              exchange.write(head(200, "Content-Length: 1000000") + "\r\n");
              exchange.drip();
            }));
  }

  @ParameterizedTest
  @MethodSource("stalled_responses")
  void cancelling_ends_the_exchange(Stalled stalled) throws Exception {
    Ends ends = new Ends();
    try (RawServer server = RawServer.respondingWith(stalled.response(), json(200, SEQUENCE));
        InvoiceXpressClient client = invoiceXpress(server).listener(ends).build()) {
      CompletableFuture<Sequence> call = client.async().sequences().get(7);
      awaitRequests(server, 1);

      assertThat(call.cancel(true)).isTrue();

      server.awaitPeerGone();
      assertThat(ends.next()).isEqualTo(CallResult.Outcome.CANCELLED);
      assertThat(client.sequences().get(7).id()).isEqualTo(7);
      assertThat(server.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @MethodSource("stalled_responses")
  void cancelling_interrupts_the_thread_that_waits(Stalled stalled) throws Exception {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    Ends ends = new Ends();
    try (RawServer server = RawServer.respondingWith(stalled.response(), json(200, SEQUENCE));
        InvoiceXpressClient client = invoiceXpress(server).listener(ends).build()) {
      CompletableFuture<Sequence> call = client.async(threads).sequences().get(7);
      awaitRequests(server, 1);

      assertThat(call.cancel(true)).isTrue();

      server.awaitPeerGone();
      assertThat(ends.next()).isEqualTo(CallResult.Outcome.CANCELLED);
      // The thread is there for the next call, and not interrupted any more.
      assertThat(client.async(threads).sequences().get(7).get().id()).isEqualTo(7);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_timeout_of_the_callers_own_ends_the_exchange() throws Exception {
    try (RawServer server = RawServer.respondingWith(RawServer.Exchange::awaitEnd);
        InvoiceXpressClient client = invoiceXpress(server).build()) {
      CompletableFuture<Sequence> call =
          client.async().sequences().get(7).orTimeout(100, TimeUnit.MILLISECONDS);

      assertThatThrownBy(call::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(TimeoutException.class);
      server.awaitPeerGone();
    }
  }

  @Test
  void a_call_that_is_cancelled_in_the_pause_between_attempts_is_not_sent_again() throws Exception {
    HeldPauses time = new HeldPauses();
    try (RawServer server =
            RawServer.respondingWith(
                RawServer.response(503, new byte[0], "Retry-After: 20"), json(200, SEQUENCE));
        InvoiceXpressClient client = BuilderAccess.withTime(invoiceXpress(server), time).build()) {
      CompletableFuture<Sequence> call = client.async().sequences().get(7);
      CompletableFuture<@Nullable Void> pause = time.next();

      call.cancel(true);

      awaitCancelled(pause);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void a_call_that_is_cancelled_while_it_waits_for_its_turn_is_not_sent() throws Exception {
    HeldPauses time = new HeldPauses();
    Bucket empty =
        Bucket.builder()
            .addLimit(
                limit ->
                    limit.capacity(1).refillIntervally(1, Duration.ofMinutes(1)).initialTokens(0))
            .build();
    try (RawServer server = RawServer.respondingWith(json(200, SEQUENCE));
        InvoiceXpressClient client =
            BuilderAccess.withTime(invoiceXpress(server), time)
                .rateLimit(empty)
                .timeout(Duration.ofMinutes(10))
                .build()) {
      CompletableFuture<Sequence> call = client.async().sequences().get(7);
      CompletableFuture<@Nullable Void> turn = time.next();

      call.cancel(true);

      awaitCancelled(turn);
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void cancelling_one_call_does_not_stop_the_fetch_of_the_token_for_which_others_wait()
      throws Exception {
    try (RawServer tokens =
            RawServer.respondingWith(
                exchange -> {
                  exchange.stall();
                  json(200, "{\"access_token\":\"one\",\"expires_in\":3600}").writeTo(exchange);
                });
        RawServer api =
            RawServer.respondingWith(json(200, "{\"Data\":{\"Id\":7},\"IsSuccess\":true}"));
        IdokladClient client =
            IdokladClient.builder()
                .baseUrl(URI.create(api.url("")))
                .tokenUrl(URI.create(tokens.url("/token")))
                .clientCredentials(
                    keys ->
                        keys.applicationId("application").clientId("client").clientSecret("secret"))
                .build()) {
      CompletableFuture<NumericSequence> first = client.async().numericSequences().get(7);
      CompletableFuture<NumericSequence> second = client.async().numericSequences().get(7);
      tokens.awaitStall();

      first.cancel(true);
      tokens.release();

      assertThat(second.get().id()).isEqualTo(7);
      assertThat(tokens.requests()).hasSize(1);
      assertThat(api.requests()).hasSize(1);
      assertThatThrownBy(first::join).isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void cancelling_a_list_ends_the_page_that_is_under_way() throws Exception {
    try (RawServer server = RawServer.respondingWith(RawServer.Exchange::awaitEnd);
        InvoiceXpressClient client = invoiceXpress(server).build()) {
      var all = client.async().clients().list().toList();
      awaitRequests(server, 1);

      all.cancel(true);

      server.awaitPeerGone();
    }
  }

  @Test
  void cancelling_the_wait_for_a_result_ends_the_pause() throws Exception {
    HeldPauses time = new HeldPauses();
    try (RawServer server = RawServer.respondingWith(RawServer.response(202, new byte[0]));
        InvoiceXpressClient client = BuilderAccess.withTime(invoiceXpress(server), time).build()) {
      CompletableFuture<URI> pdf = client.async().documents().pdf(7).await(Duration.ofMinutes(1));
      CompletableFuture<@Nullable Void> pause = time.next();

      pdf.cancel(true);

      awaitCancelled(pause);
      assertThat(server.requests()).hasSize(1);
    }
  }

  private static InvoiceXpressClientBuilder invoiceXpress(RawServer server) {
    return InvoiceXpressClient.builder().baseUrl(URI.create(server.url(""))).apiKey("key");
  }

  /** The server notes a request before it answers. */
  private static void awaitRequests(RawServer server, int count) throws InterruptedException {
    Await.await(() -> server.requests().size() >= count);
  }

  /** The call may just be about to wait for it. */
  private static void awaitCancelled(CompletableFuture<@Nullable Void> delay) {
    assertThatThrownBy(() -> delay.get(20, TimeUnit.SECONDS))
        .isInstanceOf(CancellationException.class);
  }

  /** The ends of calls, in order. */
  private static final class Ends implements CallListener {

    private final BlockingQueue<CallResult.Outcome> outcomes = new LinkedBlockingQueue<>();

    @Override
    public void ended(io.github.invoicingsdk.observation.Call call, CallResult result) {
      outcomes.add(result.outcome());
    }

    CallResult.Outcome next() throws InterruptedException {
      CallResult.Outcome outcome = outcomes.poll(20, TimeUnit.SECONDS);
      if (outcome == null) {
        throw new AssertionError("no call ended");
      }
      return outcome;
    }
  }
}
