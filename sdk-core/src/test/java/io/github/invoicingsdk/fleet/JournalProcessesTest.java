package io.github.invoicingsdk.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.issuing.IssueEntry;
import io.github.invoicingsdk.issuing.IssueJournal;
import io.github.invoicingsdk.issuing.JdbcIssueJournal;
import io.github.invoicingsdk.testing.PostgresServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several processes that note the same documents in one journal: each has one winner. */
@Timeout(120)
class JournalProcessesTest {

  private static final int MACHINES = 4;

  private final List<Machine> machines = new ArrayList<>();

  @AfterEach
  void close() {
    machines.forEach(Machine::close);
  }

  @Test
  void over_postgresql_each_document_is_added_once_and_replaced_once() throws Exception {
    try (PostgresServer postgres = PostgresServer.started()) {
      letAllNote(postgres.url());

      assertEachDocumentHasOneWinner(JdbcIssueJournal.of(postgres.dataSource()));
    }
  }

  @Test
  void over_redis_each_document_is_added_once_and_replaced_once() throws Exception {
    try (RedisServers redis = RedisServers.started();
        RedisFleet fleet = RedisFleet.connect(redis.url(), MACHINES)) {
      letAllNote(redis.url().toString());

      assertEachDocumentHasOneWinner(fleet.issueJournal());
    }
  }

  private void letAllNote(String store) throws IOException {
    for (int i = 0; i < MACHINES; i++) {
      machines.add(Machine.started(JournalMachine.class, store, Integer.toString(i)));
    }
    for (Machine machine : machines) {
      assertThat(machine.readUntil("ready"::equals)).isNotEmpty();
    }
    for (Machine machine : machines) {
      machine.letGoOn();
    }
    for (Machine machine : machines) {
      assertThat(machine.readUntil("end"::equals)).isNotEmpty();
    }
  }

  private void assertEachDocumentHasOneWinner(IssueJournal journal) {
    for (int i = 0; i < JournalMachine.DOCUMENTS; i++) {
      List<Integer> added = whoSaid("added " + i);
      List<Integer> replaced = whoSaid("replaced " + i);
      assertThat(added).as("who added %s", i).hasSize(1);
      assertThat(replaced).as("who replaced %s", i).hasSize(1);
      assertThat(journal.find(JournalMachine.key(i)))
          .contains(
              IssueEntry.intended(JournalMachine.key(i), "digest", "machine " + replaced.get(0))
                  .created(replaced.get(0), "digest", "machine " + replaced.get(0)));
    }
  }

  private List<Integer> whoSaid(String line) {
    List<Integer> who = new ArrayList<>();
    for (int i = 0; i < machines.size(); i++) {
      if (machines.get(i).seen().contains(line)) {
        who.add(i);
      }
    }
    return who;
  }
}
