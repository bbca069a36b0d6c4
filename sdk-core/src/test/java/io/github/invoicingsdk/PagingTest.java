package io.github.invoicingsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.error.DecodingException;
import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.error.ServerException;
import io.github.invoicingsdk.fixture.ReceivedRequest;
import io.github.invoicingsdk.fixture.Reply;
import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.fixture.StubServer;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.idoklad.model.NumericSequence;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.model.Client;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walking pages: when the next one is fetched, when the walk ends, and what an error leaves. */
@Timeout(60)
class PagingTest {

  private final StubServer server = StubServer.start();
  private final InvoiceXpressClient invoiceXpress = StubClients.invoiceXpress(server).build();
  private final IdokladClient idoklad = StubClients.idoklad(server).build();

  @AfterEach
  void close() {
    invoiceXpress.close();
    idoklad.close();
    server.close();
  }

  @Test
  void nothing_is_fetched_before_an_item_is_asked_for_and_no_page_too_many() {
    server.respond(request -> page(request, 3, 2, pagination(request, 6, 3)));

    var clients = invoiceXpress.clients().list();
    Iterator<Client> iterator = clients.iterator();
    var stream = clients.stream();
    assertThat(server.requests()).isEmpty();

    iterator.next();
    iterator.next();
    assertThat(pages()).containsExactly(1);
    iterator.next();
    assertThat(pages()).containsExactly(1, 2);
    assertThat(stream.limit(4).map(Client::id)).containsExactly(10L, 11L, 20L, 21L);
    assertThat(pages()).containsExactly(1, 2, 1, 2);
  }

  @Test
  void ends_after_the_last_page_without_asking_for_another() {
    server.respond(request -> page(request, 3, 2, pagination(request, 6, 3)));

    Iterator<Client> iterator = invoiceXpress.clients().list().iterator();
    List<Long> ids = new ArrayList<>();
    iterator.forEachRemaining(client -> ids.add(client.id()));

    assertThat(ids).containsExactly(10L, 11L, 20L, 21L, 30L, 31L);
    assertThat(pages()).containsExactly(1, 2, 3);
    assertThat(iterator.hasNext()).isFalse();
    assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
    assertThat(pages()).containsExactly(1, 2, 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",\"pagination\":null",
        ",\"pagination\":{}",
        ",\"pagination\":{\"total_pages\":null}"
      })
  void without_totals_an_empty_page_ends_the_walk(String pagination) {
    server.respond(request -> page(request, 2, 2, pagination));

    assertThat(ids(invoiceXpress.clients().list())).containsExactly(10L, 11L, 20L, 21L);
    assertThat(pages()).containsExactly(1, 2, 3);
  }

  @Test
  void an_empty_page_ends_the_walk_although_more_pages_were_announced() {
    server.respond(request -> page(request, 2, 1, ",\"pagination\":{\"total_pages\":99}"));

    assertThat(ids(invoiceXpress.clients().list())).containsExactly(10L, 20L);
    assertThat(pages()).containsExactly(1, 2, 3);
  }

  @Test
  void totals_may_be_texts() {
    server.respond(
        request ->
            page(
                request,
                2,
                1,
                ",\"pagination\":{\"total_entries\":\"2\",\"total_pages\":\"2\","
                    + "\"current_page\":\"1\",\"per_page\":\"1\"}"));

    var first = invoiceXpress.clients().list().page(1);

    assertThat(first.totalItems()).hasValue(2);
    assertThat(first.totalPages()).hasValue(2);
    assertThat(ids(invoiceXpress.clients().list())).containsExactly(10L, 20L);
    assertThat(pages()).containsExactly(1, 1, 2);
  }

  @Test
  void a_server_that_repeats_one_page_for_ever_is_noticed() {
    server.respondWith(Reply.json("{\"clients\":[{\"id\":1},{\"id\":2}]}"));

    assertThat(ids(invoiceXpress.clients().list())).containsExactly(1L, 2L);
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void a_server_that_starts_again_with_the_first_page_is_noticed() {
    server.respond(request -> Reply.json("{\"clients\":[{\"id\":" + (pageOf(request) % 2) + "}]}"));

    assertThat(ids(invoiceXpress.clients().list())).containsExactly(1L, 0L);
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void an_empty_first_page_is_an_empty_list() {
    server.respondWith(Reply.json("{\"clients\":[],\"pagination\":{\"total_pages\":0}}"));

    assertThat(invoiceXpress.clients().list()).isEmpty();
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Data\":{\"Items\":null,\"TotalItems\":0,\"TotalPages\":0},\"IsSuccess\":true}",
        "{\"IsSuccess\":true,\"Data\":{\"Items\":[],\"TotalItems\":null}}"
      })
  void null_items_are_an_empty_page(String response) {
    server.respondWith(Reply.json(response));

    assertThat(idoklad.numericSequences().list()).isEmpty();
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Data\":null,\"IsSuccess\":true}",
        "{\"IsSuccess\":true}",
        "[]",
        "{}",
        "{\"Data\":{\"Items\":[]},\"IsSuccess\":true} trailing",
        "{\"Data\":{\"Items\":[]},\"IsSuccess\":yes}"
      })
  void a_page_without_its_list_is_not_taken_for_an_empty_one(String response) {
    server.respondWith(Reply.json(response));

    assertThatThrownBy(() -> idoklad.numericSequences().list().page(4))
        .isInstanceOfSatisfying(DecodingException.class, e -> assertThat(e.page()).hasValue(4));
  }

  @Test
  void an_error_on_page_7_leaves_the_first_six_and_the_iterator_tries_page_7_again() {
    AtomicBoolean broken = new AtomicBoolean(true);
    server.respond(
        request ->
            pageOf(request) == 7 && broken.get()
                ? Reply.json(500, "{\"errors\":{\"error\":\"broken\"}}")
                : page(request, 9, 2, pagination(request, 18, 9)));
    Iterator<Client> iterator = invoiceXpress.clients().list().iterator();
    List<Long> ids = new ArrayList<>();

    for (int i = 0; i < 12; i++) {
      ids.add(iterator.next().id());
    }
    assertPage7Fails(iterator::next);
    assertPage7Fails(() -> assertThat(iterator.hasNext()).isTrue());
    broken.set(false);
    iterator.forEachRemaining(client -> ids.add(client.id()));

    assertThat(ids)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, 9)
                .flatMap(page -> LongStream.of(page * 10, page * 10 + 1))
                .boxed()
                .toList());
    assertThat(pages()).containsExactly(1, 2, 3, 4, 5, 6, 7, 7, 7, 8, 9);
  }

  @Test
  void a_progress_listener_that_throws_loses_no_page() {
    server.respond(request -> page(request, 3, 2, pagination(request, 6, 3)));
    AtomicBoolean broken = new AtomicBoolean(true);
    Iterator<Client> iterator =
        invoiceXpress
            .clients()
            .list()
            .onPage(
                page -> {
                  if (page.page() == 2 && broken.get()) {
                    throw new IllegalStateException("the progress bar is gone");
                  }
                })
            .iterator();
    List<Long> ids = new ArrayList<>();

    assertThatThrownBy(() -> iterator.forEachRemaining(client -> ids.add(client.id())))
        .hasMessage("the progress bar is gone");
    broken.set(false);
    iterator.forEachRemaining(client -> ids.add(client.id()));

    assertThat(ids).containsExactly(10L, 11L, 20L, 21L, 30L, 31L);
  }

  @Test
  void the_size_asked_for_goes_along_with_every_page() {
    server.respond(request -> page(request, 3, 1, ""));

    assertThat(ids(invoiceXpress.clients().list().withPageSize(1))).hasSize(3);

    assertThat(server.requests())
        .extracting(request -> request.query("per_page"))
        .containsOnly("1")
        .hasSize(4);
  }

  @Test
  void pages_keep_their_numbers_and_can_be_walked_twice() {
    server.respond(request -> page(request, 3, 2, pagination(request, 6, 3)));
    var pages = invoiceXpress.clients().list().pages();

    assertThat(pages).extracting(page -> page.number()).containsExactly(1, 2, 3);
    assertThat(pages).extracting(page -> page.items().size()).containsExactly(2, 2, 2);
    assertThatThrownBy(() -> invoiceXpress.clients().list().page(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
    assertThat(pages()).containsExactly(1, 2, 3, 1, 2, 3);
  }

  @Test
  void items_in_the_envelope_of_idoklad_are_walked_alike() {
    AtomicInteger id = new AtomicInteger();
    server.respond(
        request ->
            Reply.json(
                "{\"Data\":{\"Items\":[{\"Id\":"
                    + id.incrementAndGet()
                    + "}],\"TotalItems\":3,\"TotalPages\":3},\"IsSuccess\":true}"));

    assertThat(idoklad.numericSequences().list().stream().map(NumericSequence::id))
        .containsExactly(1L, 2L, 3L);
    assertThat(pages()).containsExactly(1, 2, 3);
  }

  private static void assertPage7Fails(ThrowingCallable step) {
    assertThatThrownBy(step)
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("page 7")
        .isInstanceOfSatisfying(InvoicingException.class, e -> assertThat(e.page()).hasValue(7));
  }

  private static List<Long> ids(Iterable<Client> clients) {
    List<Long> ids = new ArrayList<>();
    clients.forEach(client -> ids.add(Objects.requireNonNull(client.id())));
    return ids;
  }

  private List<Integer> pages() {
    return server.requests().stream().map(PagingTest::pageOf).toList();
  }

  private static int pageOf(ReceivedRequest request) {
    return Integer.parseInt(Objects.requireNonNull(request.query("page")));
  }

  /** Page 2 holds the ids 20, 21 and so on; pages past the last one hold nothing. */
  private static Reply page(ReceivedRequest request, int lastPage, int size, String pagination) {
    int number = pageOf(request);
    String items =
        LongStream.range(0, number > lastPage ? 0 : size)
            .mapToObj(i -> "{\"id\":" + (number * 10L + i) + "}")
            .collect(Collectors.joining(","));
    return Reply.json("{\"clients\":[" + items + "]" + pagination + "}");
  }

  private static String pagination(ReceivedRequest request, int entries, int pages) {
    return ",\"pagination\":{\"current_page\":"
        + pageOf(request)
        + ",\"total_entries\":"
        + entries
        + ",\"total_pages\":"
        + pages
        + "}";
  }
}
