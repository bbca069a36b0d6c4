package io.github.invoicingsdk.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What every journal does whose entries outlive the process. */
public abstract class StoredIssueJournalContract extends IssueJournalContract {

  /** Another journal over the same store, as another process has it. */
  protected abstract IssueJournal journalOfAnotherProcess();

  /** Makes the store unreachable. */
  protected abstract void takeStoreAway() throws Exception;

  /** Makes the store reachable again. What it held may be lost. */
  protected abstract void bringStoreBack() throws Exception;

  @Test
  void it_says_that_it_is_durable() {
    assertThat(journal().isDurable()).isTrue();
  }

  @Test
  void entries_are_there_for_another_process() {
    IssueEntry entry = intended("4711");
    assertThat(journal().add(entry)).isTrue();

    IssueJournal other = journalOfAnotherProcess();

    assertThat(other.find(key("4711"))).contains(entry);
    assertThat(other.add(entry)).isFalse();
    assertThat(other.replace(entry, entry.created(7, entry.digest(), entry.uniqueId()))).isTrue();
    assertThat(journal().find(key("4711")))
        .contains(entry.created(7, entry.digest(), entry.uniqueId()));
  }

  @Test
  void it_fails_while_the_store_is_away_and_works_afterwards() throws Exception {
    IssueEntry entry = intended("4711");
    IssueJournal journal = journal();
    assertThat(journal.add(entry)).isTrue();
    takeStoreAway();
    try {
      assertThatThrownBy(() -> journal.find(key("4711")))
          .isInstanceOf(IssueJournalException.class)
          .hasMessageContaining("read");
      assertThatThrownBy(() -> journal.add(intended("4712")))
          .isInstanceOf(IssueJournalException.class)
          .hasMessageContaining("add to");
      assertThatThrownBy(
              () -> journal.replace(entry, entry.created(7, entry.digest(), entry.uniqueId())))
          .isInstanceOf(IssueJournalException.class)
          .hasMessageContaining("change");
    } finally {
      bringStoreBack();
    }

    assertThat(journal.add(intended("4712"))).isTrue();
    assertThat(journal.find(key("4712"))).contains(intended("4712"));
  }
}
