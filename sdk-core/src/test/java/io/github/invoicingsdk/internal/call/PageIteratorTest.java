package io.github.invoicingsdk.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.error.FailedCall;
import io.github.invoicingsdk.error.ListChangedException;
import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.result.Page;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PageIteratorTest {

  @Test
  void a_list_that_fails_gives_up_the_pages_that_are_under_way() {
    AtomicInteger closed = new AtomicInteger();
    PageSource<Long> samePage =
        new PageSource<>() {
          @Override
          public Page<Long> page(int number) {
            return new Page<>(number, List.of(1L), OptionalLong.of(9), OptionalInt.of(9));
          }

          @Override
          public void close() {
            closed.incrementAndGet();
          }
        };
    PageIterator<Long> pages = new PageIterator<>(samePage, walk());

    assertThat(pages.next().items()).containsExactly(1L);
    assertThat(closed).hasValue(0);
    assertThatThrownBy(pages::hasNext).isInstanceOf(ListChangedException.class);
    assertThat(closed).hasValue(1);
  }

  private static PageWalk<Long> walk() {
    return new PageWalk<>(
        progress -> {},
        new ListTotals<>(Long::longValue),
        (page, problem, delivered, firstTotal, currentTotal) ->
            FailedCall.of(Provider.INVOICEXPRESS, "listClients")
                .listChanged(problem, delivered, firstTotal, currentTotal));
  }
}
