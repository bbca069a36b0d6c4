package io.github.invoicingsdk.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The journal that a client has unless it is given another. */
class InMemoryIssueJournalTest extends IssueJournalContract {

  private final IssueJournal journal = IssueJournal.inMemory();

  @Override
  protected IssueJournal journal() {
    return journal;
  }

  @Test
  void it_says_that_it_is_not_durable() {
    assertThat(journal.isDurable()).isFalse();
  }

  @Test
  void of_more_than_it_remembers_it_forgets_what_was_used_longest_ago() {
    for (int i = 0; i < 10_000; i++) {
      assertThat(journal.add(intended("order " + i))).isTrue();
    }
    assertThat(journal.find(key("order 0"))).isPresent();

    assertThat(journal.add(intended("one more"))).isTrue();

    assertThat(journal.find(key("order 0"))).isPresent();
    assertThat(journal.find(key("order 1"))).isEmpty();
  }
}
