package io.github.invoicingsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.error.CallInterruptedException;
import io.github.invoicingsdk.error.ServerException;
import io.github.invoicingsdk.fixture.ReceivedRequest;
import io.github.invoicingsdk.fixture.RecordingTransport;
import io.github.invoicingsdk.fixture.Reply;
import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.fixture.StubServer;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.model.Client;
import io.github.invoicingsdk.result.PageProgress;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that are fetched before they are asked for. */
@Timeout(60)
class PrefetchTest {

  private final StubServer server = StubServer.start();
  private final InvoiceXpressClient client = StubClients.invoiceXpress(server).build();
  private final Map<Integer, CountDownLatch> held = new ConcurrentHashMap<>();
  private final Map<Integer, CountDownLatch> asked = new ConcurrentHashMap<>();

  @AfterEach
  void close() {
    held.values().forEach(CountDownLatch::countDown);
    client.close();
    server.close();
  }

  @Test
  void pages_come_in_order_whichever_is_answered_first() {
    server.respond(request -> holding(request, 10));
    hold(2);
    hold(3);
    Iterator<Client> items = client.clients().list().prefetch(4).iterator();

    assertThat(items.next().id()).isEqualTo(1);
    // The responses to pages 4 and 5 are there before those to 2 and 3.
    awaitAsked(4);
    awaitAsked(5);
    release(3);
    release(2);

    assertThat(rest(items)).isEqualTo(LongStream.rangeClosed(2, 10).boxed().toList());
    assertThat(server.requests()).hasSize(10);
  }

  @Test
  void no_more_pages_are_asked_for_than_are_wanted_ahead() {
    server.respond(request -> holding(request, 50));
    Iterator<Client> items = client.clients().list().prefetch(3).iterator();

    items.next();
    List.of(2, 3, 4).forEach(this::awaitAsked);
    assertThat(pages()).containsExactlyInAnyOrder(1, 2, 3, 4);
    items.next();
    awaitAsked(5);
    assertThat(pages()).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
  }

  @Test
  void nothing_is_asked_for_beyond_the_last_page() {
    server.respond(request -> holding(request, 3));

    assertThat(rest(client.clients().list().prefetch(32).iterator())).containsExactly(1L, 2L, 3L);

    assertThat(pages()).containsExactlyInAnyOrder(1, 2, 3);
  }

  @Test
  void a_list_of_one_page_costs_one_request() {
    server.respond(request -> holding(request, 1));

    assertThat(client.clients().list().prefetch(8).stream()).hasSize(1);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void without_totals_the_empty_page_ends_the_list() {
    server.respond(
        request ->
            page(request) > 3
                ? Reply.json("{\"clients\":[]}")
                : Reply.json("{\"clients\":[{\"id\":" + page(request) + "}]}"));

    assertThat(rest(client.clients().list().prefetch(2).iterator())).containsExactly(1L, 2L, 3L);
    assertThat(pages()).allMatch(page -> page <= 5);
  }

  @Test
  void a_failure_comes_in_its_place_and_the_page_is_fetched_again_when_asked_for_again() {
    AtomicBoolean broken = new AtomicBoolean(true);
    server.respond(
        request -> page(request) == 3 && broken.get() ? Reply.empty(500) : holding(request, 5));
    Iterator<Client> items = client.clients().list().prefetch(4).iterator();

    assertThat(items.next().id()).isEqualTo(1);
    awaitAsked(5);
    assertThat(items.next().id()).isEqualTo(2);
    assertThatThrownBy(items::next)
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("page 3");
    broken.set(false);

    assertThat(rest(items)).containsExactly(3L, 4L, 5L);
  }

  @Test
  void progress_is_told_in_the_order_of_the_pages() {
    server.respond(request -> holding(request, 3));
    List<PageProgress> progress = new ArrayList<>();

    assertThat(client.clients().list().onPage(progress::add).prefetch(2).stream()).hasSize(3);

    assertThat(progress)
        .containsExactly(
            new PageProgress(1, OptionalInt.of(3), 1, OptionalLong.of(3)),
            new PageProgress(2, OptionalInt.of(3), 2, OptionalLong.of(3)),
            new PageProgress(3, OptionalInt.of(3), 3, OptionalLong.of(3)));
  }

  @Test
  void closing_the_stream_cancels_what_was_asked_for_ahead() throws Exception {
    server.respond(request -> holding(request, 9));
    hold(2);
    try (var stream = client.clients().list().prefetch(1).stream()) {
      assertThat(stream.findFirst()).isPresent();
      awaitAsked(2);
    }
    release(2);

    assertThat(pages()).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void an_interrupt_ends_the_wait_for_a_page_and_the_page_is_still_on_its_way() throws Exception {
    server.respond(request -> holding(request, 2));
    hold(2);
    Iterator<Client> items = client.clients().list().prefetch(1).iterator();
    items.next();
    awaitAsked(2);

    Thread.currentThread().interrupt();
    assertThatThrownBy(items::next).isInstanceOf(CallInterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
    release(2);

    assertThat(items.next().id()).isEqualTo(2);
    assertThat(server.requests()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 33})
  void a_number_of_pages_that_makes_no_sense_is_refused(int pages) {
    assertThatThrownBy(() -> client.clients().list().prefetch(pages))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("pages is " + pages);
  }

  @Test
  void a_transport_of_the_users_own_fetches_ahead_on_the_users_threads() throws Exception {
    server.respond(request -> holding(request, 4));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (RecordingTransport transport = new RecordingTransport();
        InvoiceXpressClient other =
            StubClients.invoiceXpress(server).unverifiedTransport(transport).build()) {
      var clients = other.clients().list();
      assertThatThrownBy(() -> clients.prefetch(2))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("executor");

      assertThat(rest(clients.prefetch(2, threads).iterator())).containsExactly(1L, 2L, 3L, 4L);
    } finally {
      threads.shutdownNow();
    }
  }

  private void hold(int page) {
    held.put(page, new CountDownLatch(1));
  }

  private void release(int page) {
    Objects.requireNonNull(held.get(page)).countDown();
  }

  private void awaitAsked(int page) {
    await(asked(page));
  }

  private CountDownLatch asked(int page) {
    return asked.computeIfAbsent(page, key -> new CountDownLatch(1));
  }

  /** One client per page, with the page's number as its id. */
  private Reply holding(ReceivedRequest request, int pages) {
    int page = page(request);
    asked(page).countDown();
    CountDownLatch latch = held.get(page);
    if (latch != null) {
      await(latch);
    }
    return Reply.json(
        "{\"clients\":[{\"id\":%d}],\"pagination\":{\"total_entries\":%d,\"total_pages\":%d}}"
            .formatted(page, pages, pages));
  }

  private List<Integer> pages() {
    return server.requests().stream().map(PrefetchTest::page).toList();
  }

  private static int page(ReceivedRequest request) {
    return Integer.parseInt(Objects.requireNonNull(request.query("page")));
  }

  private static List<Long> rest(Iterator<Client> items) {
    List<Long> ids = new ArrayList<>();
    items.forEachRemaining(item -> ids.add(item.id()));
    return ids;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
