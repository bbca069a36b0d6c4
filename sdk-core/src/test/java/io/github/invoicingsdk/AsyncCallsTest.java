package io.github.invoicingsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.error.NotFoundException;
import io.github.invoicingsdk.error.PollingTimeoutException;
import io.github.invoicingsdk.error.ServerException;
import io.github.invoicingsdk.fixture.ReceivedRequest;
import io.github.invoicingsdk.fixture.RecordingTransport;
import io.github.invoicingsdk.fixture.Reply;
import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.fixture.StubServer;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.internal.client.BuilderAccess;
import io.github.invoicingsdk.internal.http.FakeTime;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressAsyncClient;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.model.Client;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.result.PageProgress;
import io.github.invoicingsdk.result.PollProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls for which the calling thread does not wait. */
@Timeout(60)
class AsyncCallsTest {

  private final StubServer server = StubServer.start();
  private final FakeTime time = new FakeTime();
  private final InvoiceXpressClient client =
      BuilderAccess.withTime(StubClients.invoiceXpress(server), time).build();
  private final InvoiceXpressAsyncClient async = client.async();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void a_future_holds_what_the_blocking_method_returns() throws Exception {
    server.respondWith(Reply.json("{\"sequence\":{\"id\":7,\"serie\":\"A\"}}"));

    assertThat(async.sequences().get(7).get()).isEqualTo(client.sequences().get(7));
    assertThat(server.requests())
        .extracting(ReceivedRequest::uri)
        .containsOnly(server.requests().get(0).uri());
  }

  @Test
  void a_future_of_nothing_is_done_when_the_provider_has_accepted() throws Exception {
    server.respondWith(Reply.empty(200));

    assertThat(async.sequences().setDefault(7).get()).isNull();
    assertThat(server.onlyRequest().method()).isEqualTo("PUT");
  }

  @Test
  void a_future_fails_with_the_exception_of_the_blocking_method() {
    server.respondWith(Reply.empty(404));

    assertThatThrownBy(() -> async.sequences().get(7).join())
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            NotFoundException.class, e -> assertThat(e.operation()).isEqualTo("getSequence"));
  }

  @Test
  void arguments_that_are_not_allowed_are_refused_at_once() {
    assertThatThrownBy(() -> async.clients().list().withPageSize(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> async.clients().list().page(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> async.documents().pdf(7).await(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void a_request_is_sent_again_without_a_thread_that_sleeps() throws Exception {
    server.respondWith(Reply.empty(503), Reply.empty(500), Reply.json("{\"sequence\":{\"id\":7}}"));
    CallOptions threeAttempts =
        CallOptions.defaults().toBuilder()
            .retry(RetryPolicy.defaults().toBuilder().maxAttempts(3).build())
            .build();

    Sequence sequence = client.with(threeAttempts).async().sequences().get(7).get();

    assertThat(sequence.id()).isEqualTo(7);
    assertThat(server.requests()).hasSize(3);
    assertThat(time.sleeps()).hasSize(2);
  }

  @Test
  void a_client_that_is_closed_refuses_a_call() {
    client.close();

    assertThatThrownBy(() -> async.sequences().get(7).join())
        .hasCauseInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void all_items_of_all_pages_come_in_order() throws Exception {
    server.respond(AsyncCallsTest::twoOfThreePages);
    List<Long> seen = new ArrayList<>();
    List<String> pages = new ArrayList<>();

    async
        .clients()
        .list()
        .onPage(page -> pages.add(page.toString()))
        .forEach(item -> seen.add(item.id()))
        .get();

    assertThat(seen).containsExactly(10L, 11L, 20L, 21L, 30L, 31L);
    assertThat(pages).containsExactly("page 1 of 3", "page 2 of 3", "page 3 of 3");
    assertThat(async.clients().list().toList().get()).extracting(Client::id).isEqualTo(seen);
    assertThat(async.clients().list().withPageSize(30).page(2).get().number()).isEqualTo(2);
    assertThat(server.requests().get(6).uri().getQuery()).contains("per_page=30", "page=2");
  }

  @Test
  void what_a_consumer_throws_ends_the_reading() {
    server.respond(AsyncCallsTest::twoOfThreePages);

    assertThatThrownBy(
            () ->
                async
                    .clients()
                    .list()
                    .forEach(
                        item -> {
                          throw new IllegalStateException("enough");
                        })
                    .join())
        .hasRootCauseMessage("enough");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void what_a_consumer_throws_before_the_future_is_returned_comes_in_the_future() {
    server.respond(AsyncCallsTest::twoOfThreePages);
    CompletableFuture<Void> reading =
        client
            .async(Runnable::run)
            .clients()
            .list()
            .forEach(
                item -> {
                  throw new IllegalStateException("enough");
                });

    assertThatThrownBy(reading::join).hasRootCauseMessage("enough");
  }

  @Test
  void a_page_that_cannot_be_fetched_fails_the_list_after_the_items_before_it() {
    server.respond(request -> page(request) == 2 ? Reply.empty(500) : twoOfThreePages(request));
    List<Long> seen = new ArrayList<>();

    assertThatThrownBy(() -> async.clients().list().forEach(item -> seen.add(item.id())).join())
        .hasCauseInstanceOf(ServerException.class);
    assertThat(seen).containsExactly(10L, 11L);
  }

  @Test
  void many_pages_that_are_there_at_once_do_not_fill_the_stack() throws Exception {
    server.respond(
        request ->
            Reply.json(
                "{\"clients\":[{\"id\":"
                    + page(request)
                    + "}],\"pagination\":{\"total_pages\":2000}}"));
    // The call has ended before its future is returned.
    var sameThread = client.async(Runnable::run);

    assertThat(sameThread.clients().list().toList().get()).hasSize(2000);
  }

  @Test
  void a_result_is_asked_for_until_it_is_there() throws Exception {
    server.respondWith(
        Reply.empty(202),
        Reply.empty(202),
        Reply.json("{\"output\":{\"pdfUrl\":\"https://x.test/a.pdf\"}}"));
    List<PollProgress> polls = new ArrayList<>();

    assertThat(async.documents().pdf(7).await(Duration.ofMinutes(1), polls::add).get())
        .hasPath("/a.pdf");

    assertThat(polls)
        .containsExactly(
            new PollProgress(1, false, Duration.ZERO),
            new PollProgress(2, false, Duration.ofSeconds(2)),
            new PollProgress(3, true, Duration.ofSeconds(4)));
  }

  @Test
  void a_result_that_does_not_come_in_time_fails_the_future() {
    server.respondWith(Reply.empty(202));

    assertThatThrownBy(() -> async.documents().pdf(7).await(Duration.ofSeconds(3)).join())
        .hasCauseInstanceOf(PollingTimeoutException.class);
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void tokens_are_fetched_once_for_all_calls_that_wait() {
    server.respond(request -> Reply.json("{\"Data\":{\"Id\":7},\"IsSuccess\":true}"));
    try (IdokladClient idoklad = StubClients.idoklad(server).build()) {
      List<CompletableFuture<Long>> calls =
          IntStream.range(0, 20)
              .mapToObj(
                  i ->
                      idoklad
                          .async()
                          .numericSequences()
                          .get(7)
                          .thenApply(sequence -> Objects.requireNonNull(sequence.id())))
              .toList();

      assertThat(calls).allSatisfy(call -> assertThat(call.join()).isEqualTo(7));
    }
    assertThat(server.tokenRequests()).hasSize(1);
  }

  @Test
  void a_refused_token_is_renewed() throws Exception {
    server.respondWith(Reply.empty(401), Reply.json("{\"Data\":{\"Id\":7},\"IsSuccess\":true}"));
    try (IdokladClient idoklad = StubClients.idoklad(server).build()) {
      assertThat(idoklad.async().numericSequences().get(7).get().id()).isEqualTo(7);
    }
    assertThat(server.tokenRequests()).hasSize(2);
  }

  @Test
  void calls_that_are_under_way_need_no_thread_each() throws Exception {
    int many = 100;
    CountDownLatch allThere = new CountDownLatch(many);
    CountDownLatch go = new CountDownLatch(1);
    server.respond(
        request -> {
          allThere.countDown();
          awaitQuietly(go);
          return Reply.json("{\"sequence\":{\"id\":7}}");
        });

    List<CompletableFuture<Sequence>> calls =
        IntStream.range(0, many).mapToObj(i -> async.sequences().get(7)).toList();
    allThere.await();
    long threads =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("invoicing-sdk-"))
            .count();
    go.countDown();

    assertThat(calls).allSatisfy(call -> assertThat(call.join().id()).isEqualTo(7));
    assertThat(threads).isLessThan(many / 2);
  }

  @Test
  void a_transport_of_the_users_own_needs_an_executor() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    server.respondWith(Reply.json("{\"sequence\":{\"id\":7}}"));
    try (RecordingTransport transport = new RecordingTransport();
        InvoiceXpressClient other =
            StubClients.invoiceXpress(server).unverifiedTransport(transport).build()) {
      assertThatThrownBy(other::async)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("async(executor)");

      assertThat(other.async(threads).sequences().get(7).get().id()).isEqualTo(7);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_view_shows_where_it_goes_and_nothing_else() {
    assertThat(async).hasToString("InvoiceXpressAsyncClient{" + server.url() + "}");
    assertThat(async.sequences()).hasToString("SequencesApiAsync").isSameAs(async.sequences());
    assertThat(async.clients().list()).hasToString("AsyncPaged{listClients}");
    assertThat(async.documents().pdf(7)).hasToString("AsyncPending{generatePdf}");
    assertThat(new PageProgress(2, OptionalInt.empty(), 3, OptionalLong.empty()))
        .hasToString("page 2");
  }

  private static Reply twoOfThreePages(ReceivedRequest request) {
    int page = page(request);
    return Reply.json(
        "{\"clients\":[{\"id\":%d0},{\"id\":%d1}],\"pagination\":{\"total_entries\":6,\"total_pages\":3}}"
            .formatted(page, page));
  }

  private static int page(ReceivedRequest request) {
    return Integer.parseInt(request.uri().getQuery().replaceAll(".*\\bpage=(\\d+).*", "$1"));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
