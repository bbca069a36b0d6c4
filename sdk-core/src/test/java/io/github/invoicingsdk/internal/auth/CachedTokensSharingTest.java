package io.github.invoicingsdk.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.fixture.Await;
import io.github.invoicingsdk.internal.error.Redactor;
import io.github.invoicingsdk.internal.http.Clock;
import io.github.invoicingsdk.internal.http.Deadline;
import io.github.invoicingsdk.internal.http.TestCalls;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** One fetch for many threads. */
class CachedTokensSharingTest {

  private static final int FOLLOWERS = 49;
  private static final Deadline AMPLE = Deadline.after(TestCalls.AMPLE, Clock.system());

  private final AtomicInteger fetches = new AtomicInteger();
  private final CountDownLatch fetching = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);

  @Test
  void fifty_threads_share_one_fetch() throws Exception {
    CachedTokens tokens = cache(() -> new AccessToken("T", Duration.ofHours(1)));
    List<Caller> callers = leaderAndFollowers(tokens);

    go.countDown();

    for (Caller caller : callers) {
      assertThat(caller.token()).isEqualTo("T");
    }
    assertThat(fetches).hasValue(1);
  }

  @Test
  void a_failure_is_shared_by_those_that_wait_and_by_nobody_else() throws Exception {
    TokenRefusedException refused =
        new TokenRefusedException(
            "refused", "https://identity.example/token", 400, Map.of(), new byte[0]);
    CachedTokens tokens =
        cache(
            () -> {
              if (fetches.get() == 1) {
                throw refused;
              }
              return new AccessToken("T2", Duration.ofHours(1));
            });
    List<Caller> callers = leaderAndFollowers(tokens);

    go.countDown();

    for (Caller caller : callers) {
      assertThat(caller.failure()).isSameAs(refused);
    }
    assertThat(fetches).hasValue(1);
    assertThat(tokens.token(AMPLE)).isEqualTo("T2");
  }

  @Test
  void an_interrupted_leader_is_succeeded_by_one_of_the_followers() throws Exception {
    CachedTokens tokens = cache(() -> new AccessToken("T", Duration.ofHours(1)));
    List<Caller> callers = leaderAndFollowers(tokens);

    callers.get(0).thread.interrupt();
    assertThat(callers.get(0).failure()).isInstanceOf(InterruptedIOException.class);
    go.countDown();

    for (Caller follower : callers.subList(1, callers.size())) {
      assertThat(follower.token()).isEqualTo("T");
    }
    assertThat(fetches).hasValue(2);
  }

  @Test
  void a_leader_whose_deadline_passes_is_succeeded_by_one_of_the_followers() throws Exception {
    CachedTokens tokens =
        cache(
            () -> {
              if (fetches.get() == 1) {
                throw new HttpTimeoutException("the leader's deadline");
              }
              return new AccessToken("T", Duration.ofHours(1));
            });
    List<Caller> callers = leaderAndFollowers(tokens);

    go.countDown();

    assertThat(callers.get(0).failure()).hasMessage("the leader's deadline");
    for (Caller follower : callers.subList(1, callers.size())) {
      assertThat(follower.token()).isEqualTo("T");
    }
    assertThat(fetches).hasValue(2);
  }

  @Test
  void an_interrupted_follower_stops_alone() throws Exception {
    CachedTokens tokens = cache(() -> new AccessToken("T", Duration.ofHours(1)));
    List<Caller> callers = leaderAndFollowers(tokens);
    Caller interrupted = callers.get(7);

    interrupted.thread.interrupt();

    assertThat(interrupted.failure()).isInstanceOf(InterruptedIOException.class);
    assertThat(interrupted.flag.get(20, TimeUnit.SECONDS)).isTrue();
    go.countDown();
    assertThat(callers.get(0).token()).isEqualTo("T");
    assertThat(callers.get(8).token()).isEqualTo("T");
    assertThat(fetches).hasValue(1);
  }

  @Test
  void a_follower_waits_no_longer_than_its_own_deadline() throws Exception {
    CachedTokens tokens = cache(() -> new AccessToken("T", Duration.ofHours(1)));
    Caller leader = new Caller(tokens, AMPLE);
    leader.thread.start();
    await(fetching);
    Caller hasty = new Caller(tokens, Deadline.after(Duration.ofMillis(200), Clock.system()));
    hasty.thread.start();

    assertThat(hasty.failure())
        .isInstanceOf(HttpTimeoutException.class)
        .hasMessageContaining("PT0.2S");
    go.countDown();
    assertThat(leader.token()).isEqualTo("T");
  }

  /** Starts a thread that fetches, and many that are waiting for it when this returns. */
  private List<Caller> leaderAndFollowers(CachedTokens tokens) throws InterruptedException {
    List<Caller> callers = new ArrayList<>();
    callers.add(new Caller(tokens, AMPLE));
    callers.get(0).thread.start();
    await(fetching);
    for (int i = 0; i < FOLLOWERS; i++) {
      Caller follower = new Caller(tokens, AMPLE);
      callers.add(follower);
      follower.thread.start();
    }
    for (Caller caller : callers) {
      Await.await(
          () -> {
            Thread.State state = caller.thread.getState();
            assertThat(state).isNotEqualTo(Thread.State.TERMINATED);
            return state == Thread.State.TIMED_WAITING;
          });
    }
    return callers;
  }

  private CachedTokens cache(Fetch fetch) {
    return new CachedTokens(
        deadline -> {
          fetches.incrementAndGet();
          fetching.countDown();
          try {
            await(go);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
          }
          return fetch.run();
        },
        Clock.system(),
        new Redactor(List.of()));
  }

  private static void await(CountDownLatch latch) throws InterruptedException {
    assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
  }

  /** What a fetch does once it may go on. */
  private interface Fetch {
    AccessToken run() throws IOException;
  }

  /** A thread that asks for a token. */
  private static final class Caller {

    private final CompletableFuture<String> token = new CompletableFuture<>();
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private final CompletableFuture<Boolean> flag = new CompletableFuture<>();
    private final Thread thread;

    Caller(TokenSource tokens, Deadline deadline) {
      thread =
          new Thread(
              () -> {
                try {
                  token.complete(tokens.token(deadline));
                  failure.completeExceptionally(new AssertionError("a token came"));
                } catch (Throwable e) {
                  failure.complete(e);
                  token.completeExceptionally(e);
                } finally {
                  flag.complete(Thread.currentThread().isInterrupted());
                }
              });
      thread.setDaemon(true);
    }

    String token() throws Exception {
      return token.get(20, TimeUnit.SECONDS);
    }

    Throwable failure() throws Exception {
      return failure.get(20, TimeUnit.SECONDS);
    }
  }
}
