package io.github.invoicingsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.error.ListChangedException;
import io.github.invoicingsdk.fixture.Reply;
import io.github.invoicingsdk.fixture.ScriptedList;
import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.fixture.StubServer;
import io.github.invoicingsdk.fixture.WayToRead;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.idoklad.model.NumericSequence;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.model.Client;
import io.github.invoicingsdk.result.Page;
import io.github.invoicingsdk.result.PageProgress;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists that change while they are read: what is delivered, and that none ends in silence. */
@Timeout(60)
class ChangingListsTest {

  private final StubServer server = StubServer.start();
  private final InvoiceXpressClient client = StubClients.invoiceXpress(server).build();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void a_second_page_that_repeats_the_first_fails_when_the_total_says_more(WayToRead way) {
    list().page(25, 1, 2, 3).page(25, 1, 2, 3);

    assertFails(way, "delivered before", 2, 25, 25, 1, 2, 3);
  }

  @ParameterizedTest
  @EnumSource
  void a_page_that_repeats_the_first_one_later_fails_when_the_total_says_more(WayToRead way) {
    list().page(25, 1, 2).page(25, 3, 4).page(25, 1, 2);

    assertFails(way, "delivered before", 3, 25, 25, 1, 2, 3, 4);
  }

  @ParameterizedTest
  @EnumSource
  void an_item_that_moved_to_a_later_page_fails(WayToRead way) {
    list().page(6, 1, 2).page(6, 3, 4).page(6, 5, 1);

    assertFails(way, "delivered before", 3, 6, 6, 1, 2, 3, 4);
  }

  @ParameterizedTest
  @EnumSource
  void a_total_that_shrinks_fails(WayToRead way) {
    list().page(6, 1, 2).page(5, 4, 5).page(5, 6);

    assertFails(way, "shrank", 2, 6, 5, 1, 2);
  }

  @ParameterizedTest
  @EnumSource
  void a_total_that_grows_and_shrinks_again_fails(WayToRead way) {
    list().page(6, 1, 2).page(7, 2, 3).page(6, 5, 6);

    assertFails(way, "shrank", 3, 6, 6, 1, 2, 3);
  }

  @ParameterizedTest
  @EnumSource
  void a_total_that_grows_by_items_at_the_end_fails(WayToRead way) {
    list().page(4, 1, 2).page(5, 3, 4).page(5, 5);

    assertFails(way, "front", 2, 4, 5, 1, 2);
  }

  @ParameterizedTest
  @EnumSource
  void more_repeated_items_than_the_total_has_grown_fail(WayToRead way) {
    list().page(6, 1, 2, 3).page(7, 2, 3, 4);

    assertFails(way, "front", 2, 6, 7, 1, 2, 3);
  }

  @ParameterizedTest
  @EnumSource
  void an_item_that_moved_behind_a_new_one_fails(WayToRead way) {
    list().page(6, 1, 2, 3).page(7, 3, 1, 4);

    assertFails(way, "delivered before", 2, 6, 7, 1, 2, 3);
  }

  @ParameterizedTest
  @EnumSource
  void a_new_item_at_the_front_is_left_out_and_the_reading_goes_on(WayToRead way) {
    list().page(6, 1, 2).page(7, 2, 3).page(7, 4, 5).page(7, 6);

    assertReads(way, 1, 2, 3, 4, 5, 6);
  }

  @ParameterizedTest
  @EnumSource
  void three_new_items_at_the_front_are_left_out(WayToRead way) {
    list().page(10, 1, 2, 3, 4).page(13, 2, 3, 4, 5).page(13, 6, 7, 8, 9).page(13, 10);

    assertReads(way, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  }

  @ParameterizedTest
  @EnumSource
  void new_items_may_come_in_more_than_once(WayToRead way) {
    list().page(6, 1, 2).page(7, 2, 3).page(8, 3, 4).page(8, 5, 6);

    assertReads(way, 1, 2, 3, 4, 5, 6);
  }

  @ParameterizedTest
  @EnumSource
  void a_page_full_of_new_items_makes_the_next_one_a_repetition(WayToRead way) {
    list().page(4, 1, 2).page(6, 1, 2).page(6, 3, 4);

    assertReads(way, 1, 2, 3, 4);
  }

  @ParameterizedTest
  @EnumSource
  void more_new_items_than_fit_on_a_page_are_left_out_over_several_pages(WayToRead way) {
    list().page(6, 1, 2).page(6, 3, 4).page(9, 2, 3).page(9, 4, 5).page(9, 6);

    assertReads(way, 1, 2, 3, 4, 5, 6);
  }

  @ParameterizedTest
  @EnumSource
  void a_new_item_that_shows_fails(WayToRead way) {
    list().page(4, 1, 2).page(7, 99, 1).page(7, 2, 3).page(7, 4);

    assertFails(way, "front", 2, 4, 7, 1, 2);
  }

  @ParameterizedTest
  @EnumSource
  void an_item_that_changed_is_still_the_same_item(WayToRead way) {
    list().page(4, 1, 2).named("renamed").page(5, 2, 3).page(5, 4);

    assertReads(way, 1, 2, 3, 4);
  }

  @ParameterizedTest
  @EnumSource
  void an_item_that_moved_because_it_changed_fails(WayToRead way) {
    list().page(4, 1, 2).named("renamed").page(4, 4, 1);

    assertFails(way, "delivered before", 2, 4, 4, 1, 2);
  }

  @ParameterizedTest
  @EnumSource
  void a_total_that_claims_more_than_all_pages_hold_fails_after_the_last_item(WayToRead way) {
    list().page(9, 1, 2).page(9, 3, 4).pagesInAll(2);

    assertFails(way, "ended", 2, 9, 9, 1, 2, 3, 4);
  }

  @ParameterizedTest
  @EnumSource
  void a_last_page_that_is_too_short_fails_after_its_items(WayToRead way) {
    list().page(6, 1, 2, 3).page(6, 4, 5);

    assertFails(way, "ended", 2, 6, 6, 1, 2, 3, 4, 5);
  }

  @ParameterizedTest
  @EnumSource
  void an_empty_page_before_the_total_is_reached_fails(WayToRead way) {
    list().page(9, 1, 2).page(9);

    assertFails(way, "ended", 2, 9, 9, 1, 2);
  }

  @ParameterizedTest
  @EnumSource
  void an_empty_first_page_fails_when_the_total_says_more(WayToRead way) {
    list().page(3);

    assertFails(way, "ended", 1, 3, 3);
  }

  @ParameterizedTest
  @EnumSource
  void pages_that_hold_more_than_the_total_fail(WayToRead way) {
    list().page(3, 1, 2).page(3, 3, 4);

    assertFails(way, "more items", 2, 3, 3, 1, 2);
  }

  @ParameterizedTest
  @EnumSource
  void an_empty_page_with_a_total_of_zero_is_an_empty_list(WayToRead way) {
    list().page(0);

    assertReads(way);
  }

  @ParameterizedTest
  @EnumSource
  void a_server_that_knows_no_pages_is_read_once_when_its_total_is_reached(WayToRead way) {
    list().page(2, 1, 2).page(2, 1, 2).withoutPages();

    assertReads(way, 1, 2);
  }

  @ParameterizedTest
  @EnumSource
  void a_total_that_is_missing_on_later_pages_still_counts(WayToRead way) {
    list().page(5, 1, 2).page(null, 3, 4).page(null);

    assertFails(way, "ended", 3, 5, 5, 1, 2, 3, 4);
  }

  @ParameterizedTest
  @EnumSource
  void a_total_that_comes_late_counts_from_then_on(WayToRead way) {
    list().page(null, 1, 2).page(5, 3, 4).page(5);

    assertFails(way, "ended", 3, 5, 5, 1, 2, 3, 4);
  }

  @Test
  void items_without_an_id_are_compared_as_a_whole() {
    server.respondWith(
        Reply.json(
            "{\"clients\":[{\"name\":\"a\"},{\"name\":\"b\"}],"
                + "\"pagination\":{\"total_entries\":4,\"total_pages\":2}}"),
        Reply.json(
            "{\"clients\":[{\"name\":\"c\"},{\"name\":\"a\"}],"
                + "\"pagination\":{\"total_entries\":4,\"total_pages\":2}}"));

    assertThatThrownBy(() -> client.clients().list().stream().count())
        .isInstanceOf(ListChangedException.class)
        .hasMessageContaining("delivered before");
  }

  @Test
  void a_reader_that_has_failed_keeps_failing_and_a_new_one_starts_anew() {
    list().page(4, 1, 2).page(4, 1, 2).page(4, 3, 4);
    Iterator<Client> items = client.clients().list().iterator();
    items.next();
    items.next();

    assertThatThrownBy(items::next).isInstanceOf(ListChangedException.class);
    list().page(4, 1, 2).page(4, 3, 4);
    assertThatThrownBy(items::hasNext).isInstanceOf(ListChangedException.class);
    assertThatThrownBy(items::next).isInstanceOf(ListChangedException.class);

    assertThat(server.requests()).hasSize(2);
    assertReads(WayToRead.ITERATOR, 1, 2, 3, 4);
  }

  @Test
  void a_list_that_is_collected_fails_as_a_whole() {
    list().page(25, 1, 2).page(25, 1, 2);

    assertThatThrownBy(() -> client.async().clients().list().toList().join())
        .hasCauseInstanceOf(ListChangedException.class);
  }

  @Test
  void pages_hand_out_what_is_delivered_and_keep_their_numbers() {
    list().page(4, 1, 2).page(6, 1, 2).page(7, 2, 3).page(7, 4);

    List<Page<Client>> pages = new ArrayList<>();
    client.clients().list().pages().forEach(pages::add);

    assertThat(pages).extracting(Page::number).containsExactly(1, 3, 4);
    assertThat(pages)
        .extracting(page -> page.items().stream().map(Client::id).toList())
        .containsExactly(List.of(1L, 2L), List.of(3L), List.of(4L));
    assertThat(pages.get(1).totalItems()).hasValue(7);
  }

  @Test
  void progress_counts_what_is_delivered_of_the_list_that_was_there_first() {
    list().page(4, 1, 2).page(6, 1, 2).page(6, 3, 4);
    List<PageProgress> told = new ArrayList<>();

    client.clients().list().onPage(told::add).forEach(item -> {});

    assertThat(told)
        .containsExactly(
            new PageProgress(1, OptionalInt.of(2), 2, OptionalLong.of(4)),
            new PageProgress(2, OptionalInt.of(3), 2, OptionalLong.of(4)),
            new PageProgress(3, OptionalInt.of(3), 4, OptionalLong.of(4)));
  }

  @Test
  void a_single_page_can_be_asked_for_whatever_the_total_says() {
    list().page(25, 1, 2).page(25, 1, 2);

    assertThat(client.clients().list().page(2).items()).extracting(Client::id).contains(1L, 2L);
    assertThat(client.async().clients().list().page(2).join().items()).hasSize(2);
  }

  @Test
  void many_items_are_told_apart() {
    int size = 1_000;
    int pages = 20;
    ScriptedList list = list();
    for (int page = 0; page < pages; page++) {
      long first = (long) page * size;
      list.page(size * pages, LongStream.range(first, first + size).toArray());
    }

    assertThat(client.clients().list().stream().mapToLong(ChangingListsTest::id))
        .containsExactlyElementsOf(LongStream.range(0, (long) size * pages).boxed().toList());
  }

  @Test
  void the_totals_of_idoklad_count_alike() {
    server.respond(
        request ->
            Reply.json(
                "{\"Data\":{\"Items\":[{\"Id\":1}],\"TotalItems\":3,\"TotalPages\":3},"
                    + "\"IsSuccess\":true}"));
    List<Long> ids = new ArrayList<>();

    try (IdokladClient idoklad = StubClients.idoklad(server).build()) {
      Iterator<NumericSequence> items = idoklad.numericSequences().list().iterator();
      assertThatThrownBy(() -> items.forEachRemaining(item -> ids.add(item.id())))
          .isInstanceOfSatisfying(
              ListChangedException.class,
              e -> assertThat(e.operation()).isEqualTo("listNumericSequences"));
    }
    assertThat(ids).containsExactly(1L);
  }

  private ScriptedList list() {
    ScriptedList list = new ScriptedList();
    server.respond(list);
    return list;
  }

  private void assertReads(WayToRead way, long... expected) {
    List<Long> ids = new ArrayList<>();
    way.read(client, item -> ids.add(id(item)));
    assertThat(ids).containsExactlyElementsOf(LongStream.of(expected).boxed().toList());
  }

  private void assertFails(
      WayToRead way, String problem, int page, long first, long now, long... expected) {
    List<Long> ids = new ArrayList<>();
    assertThatThrownBy(() -> way.read(client, item -> ids.add(id(item))))
        .isInstanceOfSatisfying(
            ListChangedException.class,
            e -> {
              assertThat(e).hasMessageContaining(problem);
              assertThat(e.operation()).isEqualTo("listClients");
              assertThat(e.page()).hasValue(page);
              assertThat(e.delivered()).isEqualTo(expected.length);
              assertThat(e.firstTotal()).isEqualTo(first);
              assertThat(e.currentTotal()).isEqualTo(now);
              assertThat(e.mayHaveBeenProcessed()).isFalse();
            });
    assertThat(ids).containsExactlyElementsOf(LongStream.of(expected).boxed().toList());
  }

  private static long id(Client client) {
    return Objects.requireNonNull(client.id());
  }
}
