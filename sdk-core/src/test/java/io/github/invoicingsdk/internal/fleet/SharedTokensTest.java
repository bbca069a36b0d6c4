package io.github.invoicingsdk.internal.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.fleet.StoredToken;
import io.github.invoicingsdk.fleet.TokenStore;
import io.github.invoicingsdk.internal.auth.AccessToken;
import io.github.invoicingsdk.internal.auth.CachedTokens;
import io.github.invoicingsdk.internal.error.Redactor;
import io.github.invoicingsdk.internal.http.Deadline;
import io.github.invoicingsdk.internal.http.FakeTime;
import io.github.invoicingsdk.internal.observation.Listeners;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One token for several processes. */
class SharedTokensTest {

  private static final Duration LIFETIME = Duration.ofHours(1);

  private final FakeTime time = new FakeTime();
  private final MemoryStore store = new MemoryStore();
  private int fetched;
  private final CachedTokens first = process();
  private final CachedTokens second = process();

  @Test
  void the_token_that_one_process_has_fetched_is_used_by_the_other() throws IOException {
    assertThat(first.token(deadline())).isEqualTo("token-1");
    assertThat(second.token(deadline())).isEqualTo("token-1");
    assertThat(fetched).isEqualTo(1);
    assertThat(store.claims).isEmpty();
  }

  @Test
  void a_token_is_fetched_once_per_lifetime() throws IOException {
    for (int minute = 0; minute < 10 * 60; minute++) {
      assertThat(first.token(deadline())).isEqualTo(second.token(deadline()));
      time.advance(Duration.ofMinutes(1));
    }

    // One every 59 minutes: it is renewed a minute before its end.
    assertThat(fetched).isEqualTo(11);
  }

  @Test
  void while_another_process_renews_the_old_token_is_used() throws IOException {
    first.token(deadline());
    second.token(deadline());
    time.advance(LIFETIME.minusSeconds(50));
    store.claims.put("account", "another process");

    assertThat(first.token(deadline())).isEqualTo("token-1");
    assertThat(fetched).isEqualTo(1);
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void without_an_old_token_the_new_one_is_waited_for() throws IOException {
    store.claims.put("account", "another process");
    store.afterLooks = 4;

    assertThat(first.token(deadline())).isEqualTo("token-of-another");
    assertThat(fetched).isZero();
    assertThat(time.sleeps()).hasSize(3).containsOnly(SharedTokens.LOOK_AGAIN);
  }

  @Test
  void waiting_for_another_process_ends_with_the_deadline() {
    store.claims.put("account", "another process");

    assertThatThrownBy(() -> first.token(Deadline.after(Duration.ofSeconds(1), time)))
        .isInstanceOf(HttpTimeoutException.class)
        .hasMessageContaining("PT1S");
    assertThat(fetched).isZero();
  }

  @Test
  void waiting_for_another_process_ends_with_an_interrupt() {
    store.claims.put("account", "another process");

    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> first.token(deadline())).isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void a_claim_that_was_left_behind_holds_nobody_up_for_long() throws IOException {
    store.claim("account", "a process that died", SharedTokens.CLAIM);
    long before = time.nanoTime();

    assertThat(first.token(deadline())).isEqualTo("token-1");

    assertThat(Duration.ofNanos(time.nanoTime() - before))
        .isLessThanOrEqualTo(Duration.ofSeconds(3).plus(SharedTokens.LOOK_AGAIN));
    assertThat(fetched).isEqualTo(1);
  }

  static Stream<StoredToken> no_tokens() {
    return Stream.of(
        new StoredToken("token\r\nX-Injected: 1", LIFETIME, LIFETIME),
        new StoredToken("token\n", LIFETIME, LIFETIME),
        new StoredToken("token with blanks", LIFETIME, LIFETIME),
        new StoredToken("t\u00f6ken", LIFETIME, LIFETIME),
        new StoredToken("token\0", LIFETIME, LIFETIME),
        new StoredToken("", LIFETIME, LIFETIME),
        new StoredToken("token", Duration.ofSeconds(1), LIFETIME),
        new StoredToken("token", Duration.ofDays(400_000), Duration.ofDays(400_000)));
  }

  @ParameterizedTest
  @MethodSource("no_tokens")
  void what_is_no_token_is_taken_out_of_the_store_by_nobody_and_replaced(StoredToken broken)
      throws IOException {
    store.write("account", broken);

    assertThat(first.token(deadline())).isEqualTo("token-1");
    assertThat(second.token(deadline())).isEqualTo("token-1");
    assertThat(fetched).isEqualTo(1);
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void a_token_that_was_refused_is_not_taken_out_of_the_store_again() throws IOException {
    first.token(deadline());
    second.token(deadline());

    first.invalidate("token-1");
    assertThat(first.token(deadline())).isEqualTo("token-2");
    second.invalidate("token-1");

    assertThat(second.token(deadline())).isEqualTo("token-2");
    assertThat(fetched).isEqualTo(2);
  }

  @Test
  void while_the_store_is_away_each_process_has_a_token_of_its_own() throws IOException {
    store.away = true;

    assertThat(first.token(deadline())).isEqualTo("token-1");
    assertThat(second.token(deadline())).isEqualTo("token-2");
    assertThat(first.token(deadline())).isEqualTo("token-1");
  }

  @Test
  void a_fetch_that_fails_gives_the_claim_back() {
    SharedTokens broken =
        new SharedTokens(
            deadline -> {
              throw new IOException("no connection");
            },
            store,
            "account",
            new FleetHealth(Provider.IDOKLAD, Listeners.NONE, time),
            time);

    assertThatThrownBy(() -> broken.fetch(deadline())).hasMessage("no connection");
    assertThat(store.claims).isEmpty();
  }

  @Test
  void a_token_that_another_has_renewed_between_look_and_claim_is_used() throws IOException {
    store.beforeClaim =
        () -> store.write("account", new StoredToken("token-of-another", LIFETIME, LIFETIME));

    assertThat(first.token(deadline())).isEqualTo("token-of-another");
    assertThat(fetched).isZero();
    assertThat(store.claims).isEmpty();
  }

  @Test
  void a_stored_token_is_not_shown() {
    assertThat(new StoredToken("MARK", LIFETIME, LIFETIME).toString()).doesNotContain("MARK");
  }

  private Deadline deadline() {
    return Deadline.after(Duration.ofSeconds(30), time);
  }

  private CachedTokens process() {
    return new CachedTokens(
        new SharedTokens(
            deadline -> new AccessToken("token-" + ++fetched, LIFETIME),
            store,
            "account",
            new FleetHealth(Provider.IDOKLAD, Listeners.NONE, time),
            time),
        time,
        new Redactor(List.of()));
  }

  /** A store in memory that can be away. */
  private final class MemoryStore implements TokenStore {

    private final Map<String, StoredToken> tokens = new HashMap<>();
    private final Map<String, Long> written = new HashMap<>();
    private final Map<String, String> claims = new HashMap<>();
    private final Map<String, Long> claimEnds = new HashMap<>();
    private boolean away;
    private int afterLooks = -1;
    private int looks;
    private Runnable beforeClaim = () -> {};

    @Override
    public Optional<StoredToken> read(String account) {
      requireThere();
      if (++looks == afterLooks) {
        write(account, new StoredToken("token-of-another", LIFETIME, LIFETIME));
      }
      StoredToken token = tokens.get(account);
      if (token == null) {
        return Optional.empty();
      }
      long since = time.nanoTime() - written.getOrDefault(account, 0L);
      Duration remaining = token.remaining().minusNanos(since);
      return remaining.isNegative() || remaining.isZero()
          ? Optional.empty()
          : Optional.of(new StoredToken(token.value(), token.lifetime(), remaining));
    }

    @Override
    public void write(String account, StoredToken token) {
      requireThere();
      tokens.put(account, token);
      written.put(account, time.nanoTime());
    }

    @Override
    public boolean claim(String account, String owner, Duration atMost) {
      requireThere();
      beforeClaim.run();
      Long end = claimEnds.get(account);
      if (end != null && time.nanoTime() - end >= 0) {
        claims.remove(account);
      }
      boolean claimed = claims.putIfAbsent(account, owner) == null;
      if (claimed) {
        claimEnds.put(account, time.nanoTime() + atMost.toNanos());
      }
      return claimed;
    }

    @Override
    public void release(String account, String owner) {
      requireThere();
      if (claims.remove(account, owner)) {
        claimEnds.remove(account);
      }
    }

    private void requireThere() {
      if (away) {
        throw new IllegalStateException("away");
      }
    }
  }
}
