package io.github.invoicingsdk.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.fixture.Await;
import io.github.invoicingsdk.issuing.IssueEntry;
import io.github.invoicingsdk.issuing.IssueJournal;
import io.github.invoicingsdk.issuing.IssueJournalException;
import io.github.invoicingsdk.issuing.IssueKey;
import io.github.invoicingsdk.issuing.StoredIssueJournalContract;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A journal in a real Redis. */
class RedisIssueJournalTest extends StoredIssueJournalContract {

  private static RedisServers redis;

  private RedisFleet fleet;
  private RedisFleet otherFleet;

  @BeforeAll
  static void start() throws IOException {
    redis = RedisServers.started();
  }

  @AfterAll
  static void stop() throws IOException {
    redis.close();
  }

  @BeforeEach
  void connect() {
    fleet = RedisFleet.connect(redis.url(), 2);
    otherFleet = RedisFleet.connect(redis.url(), 2);
  }

  @AfterEach
  void close() {
    fleet.close();
    otherFleet.close();
  }

  @Override
  protected IssueJournal journal() {
    return fleet.issueJournal();
  }

  @Override
  protected IssueJournal journalOfAnotherProcess() {
    return otherFleet.issueJournal();
  }

  @Override
  protected void takeStoreAway() throws IOException {
    redis.stop();
  }

  @Override
  protected void bringStoreBack() throws Exception {
    redis.start();
    // The connection comes back by itself.
    Await.await(this::isReachable);
  }

  private boolean isReachable() {
    try {
      return journal().find(key("not there")).isEmpty();
    } catch (IssueJournalException e) {
      return false;
    }
  }

  @Test
  void an_entry_lies_under_a_key_that_names_account_and_type_and_expires_after_400_days() {
    IssueEntry entry =
        IssueEntry.intended(new IssueKey("invoicexpress:kept", "Invoice", "nº 1"), "d", "u");
    assertThat(journal().add(entry)).isTrue();

    String name = onlyKey("invoicing-sdk:issue:invoicexpress:kept:*");

    assertThat(name).matches("invoicing-sdk:issue:invoicexpress:kept:Invoice:[0-9a-f]{64}");
    assertThat(value(name)).contains("\"reference\":\"nº 1\"");
    assertThat(daysToLive(name)).isEqualTo(399);
  }

  @Test
  void a_change_keeps_an_entry_for_as_long_again() {
    IssueEntry entry = IssueEntry.intended(new IssueKey("x:again", "Invoice", "1"), "d", "u");
    assertThat(fleet.issueJournal(Duration.ofDays(2)).add(entry)).isTrue();
    String name = onlyKey("invoicing-sdk:issue:x:again:*");
    assertThat(daysToLive(name)).isEqualTo(1);

    assertThat(
            fleet
                .issueJournal(Duration.ofDays(9))
                .replace(entry, entry.created(7, "d", entry.uniqueId())))
        .isTrue();

    assertThat(daysToLive(name)).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-24H", "PT23H59M59S", "PT876000H0.001S"})
  void a_time_to_keep_that_is_out_of_range_is_refused(Duration keep) {
    assertThatThrownBy(() -> fleet.issueJournal(keep))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("keep is " + keep);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT24H", "PT876000H"})
  void a_time_to_keep_in_range_is_taken(Duration keep) {
    assertThat(fleet.issueJournal(keep).add(intended("4711"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "no JSON",
        "{",
        "[1]",
        "{\"version\":\"1\"}",
        "{\"version\":null,\"digest\":\"d\"}"
      })
  void what_is_no_entry_is_an_error_and_never_overwritten(String value) {
    IssueEntry entry = spoilt(value);

    assertThatThrownBy(() -> journal().find(entry.key()))
        .isInstanceOf(IssueJournalException.class)
        .hasMessageContaining("invoicing-sdk:issue:x:spoilt");
    assertThatThrownBy(() -> journal().replace(entry, entry.created(7, "d", entry.uniqueId())))
        .isInstanceOf(IssueJournalException.class)
        .hasMessageContaining("invoicing-sdk:issue:x:spoilt");
    assertThat(journal().add(entry)).isFalse();

    assertThat(value(onlyKey("invoicing-sdk:issue:x:spoilt*"))).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"version\":1}",
        "{\"version\":1.5,\"account\":\"x:spoilt\",\"type\":\"T\",\"reference\":\"1\","
            + "\"digest\":\"d\",\"uniqueId\":\"u\"}",
        "{\"version\":1,\"account\":\"x:spoilt\",\"type\":\"T\",\"reference\":\"1\","
            + "\"digest\":\"d\",\"uniqueId\":7}",
        "{\"version\":1,\"account\":\"x:spoilt\",\"type\":\"T\",\"reference\":\"1\","
            + "\"digest\":\"d\",\"uniqueId\":\"u\",\"documentId\":\"seven\"}",
        "{\"version\":0,\"account\":\"x:spoilt\",\"type\":\"T\",\"reference\":\"1\","
            + "\"digest\":\"d\",\"uniqueId\":\"u\"}",
        "{\"version\":1,\"account\":\"x:spoilt\",\"type\":\"T\",\"reference\":\"2\","
            + "\"digest\":\"d\",\"uniqueId\":\"u\"}"
      })
  void an_entry_that_somebody_has_spoilt_is_not_read(String value) {
    IssueEntry entry = spoilt(value);

    assertThatThrownBy(() -> journal().find(entry.key()))
        .isInstanceOf(IssueJournalException.class)
        .hasMessageContaining("invoicing-sdk:issue:x:spoilt:T:");
  }

  @Test
  void who_adds_succeeds_even_if_the_command_is_sent_again() throws Exception {
    try (RepeatingProxy proxy = RepeatingProxy.before(redis.url());
        RedisFleet behind = RedisFleet.connect(proxy.url(), 2)) {
      IssueJournal journal = behind.issueJournal();
      assertThat(journal.find(key("4711"))).isEmpty();
      proxy.repeat("\"uniqueId\":\"first\"");

      assertThat(journal.add(intended("4711"))).isTrue();

      assertThat(proxy.repeated()).isEqualTo(1);
      assertThat(journal.add(intended("4711"))).isFalse();
    }
  }

  @Test
  void who_replaces_succeeds_even_if_the_command_is_sent_again() throws Exception {
    try (RepeatingProxy proxy = RepeatingProxy.before(redis.url());
        RedisFleet behind = RedisFleet.connect(proxy.url(), 2)) {
      IssueJournal journal = behind.issueJournal();
      IssueEntry entry = intended("4711");
      assertThat(journal.add(entry)).isTrue();
      proxy.repeat("\"documentId\":7");

      assertThat(journal.replace(entry, entry.created(7, "digest", entry.uniqueId()))).isTrue();

      assertThat(proxy.repeated()).isEqualTo(1);
      assertThat(journal.replace(entry, entry.created(7, "digest", entry.uniqueId()))).isFalse();
    }
  }

  @Test
  void it_fails_when_the_fleet_is_closed() {
    IssueJournal journal = journal();
    fleet.close();

    assertThatThrownBy(() -> journal.add(intended("4711")))
        .isInstanceOf(IssueJournalException.class);
  }

  @Test
  void it_shows_how_long_it_keeps_entries() {
    assertThat(journal()).hasToString("IssueJournal{in Redis, keep=PT9600H}");
  }

  /** An entry in whose place there is something else. */
  private IssueEntry spoilt(String value) {
    IssueEntry entry = IssueEntry.intended(new IssueKey("x:spoilt", "T", "1"), "d", "u");
    String unused = inRedis(commands -> commands.flushall());
    assertThat(journal().add(entry)).isTrue();
    String name = onlyKey("invoicing-sdk:issue:x:spoilt*");
    String unusedToo = inRedis(commands -> commands.set(name, value));
    return entry;
  }

  private static String onlyKey(String pattern) {
    return inRedis(commands -> commands.keys(pattern)).get(0);
  }

  private static String value(String name) {
    return inRedis(commands -> commands.get(name));
  }

  private static long daysToLive(String name) {
    return inRedis(commands -> Duration.ofMillis(commands.pttl(name))).toDays();
  }

  private static <T> T inRedis(Function<RedisCommands<String, String>, T> command) {
    try (RedisClient client = RedisClient.create(RedisURI.create(redis.url()));
        StatefulRedisConnection<String, String> connection = client.connect()) {
      return command.apply(connection.sync());
    }
  }
}
