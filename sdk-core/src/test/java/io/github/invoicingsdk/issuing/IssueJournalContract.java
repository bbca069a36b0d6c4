package io.github.invoicingsdk.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.testing.AtOnce;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every journal does, whatever keeps its entries. */
@Timeout(60)
public abstract class IssueJournalContract {

  private static final String DIGEST = "0123456789abcdef".repeat(4);
  private static final String OTHER_DIGEST = "fedcba9876543210".repeat(4);
  private static final int THREADS = 16;
  private static final AtomicInteger ACCOUNTS = new AtomicInteger();

  /** Tests share a store, so each has an account of its own. */
  private final String account = "invoicexpress:acme" + ACCOUNTS.incrementAndGet();

  /** A journal over the store that is tested, the same one at each call or a new one. */
  protected abstract IssueJournal journal();

  static List<String> references() {
    return List.of(
        "4711",
        "encomenda nº 4711/ç",
        "it's \"quoted\" `and` \\escaped\\ %_; -- no comment /* */",
        "objednávka č. 12 – žluťoučký kůň",
        "注文 🧾 4711",
        "tab\tand\nnew line\u2028",
        " blanks ",
        "",
        "{\"version\":9}",
        "x".repeat(200),
        "ç".repeat(1000));
  }

  /** Pairs that differ, and that a careless store takes for the same. */
  static List<List<IssueKey>> differentKeys() {
    return List.of(
        List.of(new IssueKey("x:a", "T", "1"), new IssueKey("x:b", "T", "1")),
        List.of(new IssueKey("x:a", "T", "1"), new IssueKey("x:A", "T", "1")),
        List.of(new IssueKey("x:a", "T", "1"), new IssueKey("x:a ", "T", "1")),
        List.of(new IssueKey("x:a", "T", "1"), new IssueKey("x:a", "U", "1")),
        List.of(new IssueKey("x:a", "T", "1"), new IssueKey("x:a", "t", "1")),
        List.of(new IssueKey("x:a", "T", "1"), new IssueKey("x:a", "T ", "1")),
        List.of(new IssueKey("x:a", "T", "a"), new IssueKey("x:a", "T", "b")),
        List.of(new IssueKey("x:a", "T", "a"), new IssueKey("x:a", "T", "A")),
        List.of(new IssueKey("x:a", "T", "a"), new IssueKey("x:a", "T", "á")),
        List.of(new IssueKey("x:a", "T", "á"), new IssueKey("x:a", "T", "a\u0301")),
        List.of(new IssueKey("x:a", "T", "ss"), new IssueKey("x:a", "T", "ß")),
        List.of(new IssueKey("x:a", "T", "1"), new IssueKey("x:a", "T", "1 ")),
        List.of(new IssueKey("x:a", "T", "1"), new IssueKey("x:a", "T", "01")),
        List.of(new IssueKey("x:a", "T", "1"), new IssueKey("x:a", "T", "")),
        List.of(new IssueKey("x:a", "b:T", "1"), new IssueKey("x:a:b", "T", "1")),
        List.of(new IssueKey("x:a", "bT", "1"), new IssueKey("x:ab", "T", "1")),
        List.of(new IssueKey("x:a", "T1", "2"), new IssueKey("x:a", "T", "12")),
        List.of(
            new IssueKey("x:a", "T", "x".repeat(999) + "1"),
            new IssueKey("x:a", "T", "x".repeat(999) + "2")));
  }

  @Test
  void a_key_that_was_never_noted_is_not_found() {
    assertThat(journal().find(key("4711"))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("references")
  void what_is_noted_is_found_as_it_was(String reference) {
    IssueEntry entry = IssueEntry.intended(key(reference), DIGEST, "5f1c-" + reference.length());

    assertThat(journal().add(entry)).isTrue();

    assertThat(journal().find(key(reference))).contains(entry);
  }

  @Test
  void an_entry_with_a_document_and_a_number_is_found_as_it_was() {
    IssueEntry entry =
        new IssueEntry(key("4711"), 1, DIGEST, "u".repeat(255), Long.MAX_VALUE, "FT 2026/ç1");

    assertThat(journal().add(entry)).isTrue();

    assertThat(journal().find(key("4711"))).contains(entry);
  }

  @Test
  void an_entry_is_replaced_step_by_step() {
    IssueEntry intended = IssueEntry.intended(key("4711"), DIGEST, "first");
    IssueEntry created =
        intended.created(9_007_199_254_740_993L, OTHER_DIGEST, intended.uniqueId());
    IssueEntry numbered = created.numbered("FT 2026/1");
    IssueEntry again = numbered.intendedAgain(DIGEST, "second");
    assertThat(journal().add(intended)).isTrue();

    assertThat(journal().replace(intended, created)).isTrue();
    assertThat(journal().find(key("4711"))).contains(created);
    assertThat(journal().replace(created, numbered)).isTrue();
    assertThat(journal().find(key("4711"))).contains(numbered);
    assertThat(journal().replace(numbered, again)).isTrue();
    assertThat(journal().find(key("4711"))).contains(again);
  }

  @Test
  void a_second_entry_of_a_key_is_refused_and_changes_nothing() {
    IssueEntry first = IssueEntry.intended(key("4711"), DIGEST, "first");
    assertThat(journal().add(first)).isTrue();

    assertThat(journal().add(IssueEntry.intended(key("4711"), OTHER_DIGEST, "second"))).isFalse();
    assertThat(journal().add(first)).isFalse();

    assertThat(journal().find(key("4711"))).contains(first);
  }

  @Test
  void what_was_seen_too_long_ago_is_not_replaced() {
    IssueEntry intended = IssueEntry.intended(key("4711"), DIGEST, "first");
    IssueEntry created = intended.created(7, DIGEST, intended.uniqueId());
    assertThat(journal().add(intended)).isTrue();
    assertThat(journal().replace(intended, created)).isTrue();

    assertThat(journal().replace(intended, intended.created(8, OTHER_DIGEST, intended.uniqueId())))
        .isFalse();
    assertThat(journal().replace(intended, created)).isFalse();

    assertThat(journal().find(key("4711"))).contains(created);
  }

  @Test
  void what_was_never_noted_is_not_replaced() {
    IssueEntry intended = IssueEntry.intended(key("4711"), DIGEST, "first");

    assertThat(journal().replace(intended, intended.created(7, DIGEST, intended.uniqueId())))
        .isFalse();

    assertThat(journal().find(key("4711"))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("differentKeys")
  void keys_that_differ_do_not_meet(List<IssueKey> keys) {
    IssueEntry one = IssueEntry.intended(mine(keys.get(0)), DIGEST, "one");
    IssueEntry other = IssueEntry.intended(mine(keys.get(1)), DIGEST, "other");

    assertThat(journal().add(one)).isTrue();
    assertThat(journal().find(other.key())).isEmpty();
    assertThat(journal().add(other)).isTrue();
    assertThat(journal().replace(one, one.created(7, DIGEST, one.uniqueId()))).isTrue();

    assertThat(journal().find(one.key())).contains(one.created(7, DIGEST, one.uniqueId()));
    assertThat(journal().find(other.key())).contains(other);
  }

  @Test
  void of_many_who_add_at_once_one_succeeds() throws Exception {
    IssueJournal journal = journal();

    List<Boolean> added =
        AtOnce.run(
            THREADS, i -> () -> journal.add(IssueEntry.intended(key("4711"), DIGEST, "" + i)));

    assertThat(added).containsOnlyOnce(true);
    assertThat(journal.find(key("4711")))
        .hasValueSatisfying(
            entry -> assertThat(entry.uniqueId()).isEqualTo("" + added.indexOf(true)));
  }

  @Test
  void of_many_who_replace_at_once_one_succeeds() throws Exception {
    IssueJournal journal = journal();
    IssueEntry seen = IssueEntry.intended(key("4711"), DIGEST, "first");
    assertThat(journal.add(seen)).isTrue();

    List<Boolean> replaced =
        AtOnce.run(
            THREADS, i -> () -> journal.replace(seen, seen.created(i, DIGEST, seen.uniqueId())));

    assertThat(replaced).containsOnlyOnce(true);
    assertThat(journal.find(key("4711")))
        .contains(seen.created(replaced.indexOf(true), DIGEST, seen.uniqueId()));
  }

  @Test
  void threads_that_note_different_documents_do_not_hinder_each_other() throws Exception {
    IssueJournal journal = journal();

    List<Boolean> noted =
        AtOnce.run(
            THREADS,
            i ->
                () -> {
                  IssueEntry intended = IssueEntry.intended(key("order " + i), DIGEST, "first");
                  return journal.add(intended)
                      && journal.replace(
                          intended, intended.created(i, DIGEST, intended.uniqueId()));
                });

    assertThat(noted).containsOnly(true);
  }

  /** A key that no other test uses. */
  protected final IssueKey key(String reference) {
    return new IssueKey(account, "Invoice", reference);
  }

  /** The first entry of such a key. */
  protected final IssueEntry intended(String reference) {
    return IssueEntry.intended(key(reference), DIGEST, "first");
  }

  private IssueKey mine(IssueKey key) {
    return new IssueKey(account + key.account(), key.type(), key.reference());
  }
}
