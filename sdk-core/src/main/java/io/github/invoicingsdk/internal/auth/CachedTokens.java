package io.github.invoicingsdk.internal.auth;

import io.github.invoicingsdk.internal.error.Redactor;
import io.github.invoicingsdk.internal.http.Clock;
import io.github.invoicingsdk.internal.http.Deadline;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the access token in memory and fetches a new one when it is needed, once for all threads
 * that wait for it.
 *
 * <p>One of the waiting threads fetches, the others wait for it, each no longer than its own
 * deadline. When the fetch fails, those that wait fail with it (with the same exception), but later
 * ones try anew. When the fetch ends because of the fetching thread's own affairs, its interruption
 * or its deadline, one of the waiting threads takes over.
 *
 * <p>A token is renewed 60 seconds before its end, or a tenth of its lifetime before it where that
 * is less. The lifetime runs from the moment before the token was asked for, on {@link
 * Clock#nanoTime}, so that setting the clock does not matter.
 *
 * <p>Thread-safe; nothing is locked while a token is fetched.
 */
public final class CachedTokens implements TokenSource {

  private final TokenFetcher fetcher;
  private final Clock time;
  private final Redactor redactor;

  private final Object lock = new Object();
  private @Nullable Held held;

  /** The fetch under way: its token, or nothing when somebody else has to fetch. */
  private @Nullable CompletableFuture<Optional<String>> fetch;

  /**
   * Creates an empty cache.
   *
   * @param fetcher fetches new tokens
   * @param time measures the lifetime
   * @param redactor learns every new token before it is used, so that it is never shown
   */
  public CachedTokens(TokenFetcher fetcher, Clock time, Redactor redactor) {
    this.fetcher = Objects.requireNonNull(fetcher, "fetcher");
    this.time = Objects.requireNonNull(time, "time");
    this.redactor = Objects.requireNonNull(redactor, "redactor");
  }

  @Override
  public String token(Deadline deadline) throws IOException {
    while (true) {
      CompletableFuture<Optional<String>> current;
      boolean leads;
      synchronized (lock) {
        if (held != null && held.isFreshAt(time.nanoTime())) {
          return held.token();
        }
        if (deadline.hasPassed()) {
          throw tooLate(deadline);
        }
        leads = fetch == null;
        if (fetch == null) {
          fetch = new CompletableFuture<>();
        }
        current = fetch;
      }
      if (leads) {
        return lead(current, deadline);
      }
      Optional<String> token = follow(current, deadline);
      if (token.isPresent()) {
        return token.get();
      }
    }
  }

  @Override
  public Optional<String> held() {
    synchronized (lock) {
      return held != null && held.isFreshAt(time.nanoTime())
          ? Optional.of(held.token())
          : Optional.empty();
    }
  }

  @Override
  public void invalidate(String token) {
    fetcher.refused(token);
    synchronized (lock) {
      if (held != null && held.token().equals(token)) {
        held = null;
      }
    }
  }

  private String lead(CompletableFuture<Optional<String>> current, Deadline deadline)
      throws IOException {
    Optional<String> result = Optional.empty();
    Exception sharedFailure = null;
    try {
      long asked = time.nanoTime();
      AccessToken token = fetcher.fetch(deadline);
      redactor.learn(token.value());
      synchronized (lock) {
        held = Held.of(token, asked);
      }
      result = Optional.of(token.value());
      return token.value();
    } catch (IOException | RuntimeException e) {
      sharedFailure = isOwnAffair(e, deadline) ? null : e;
      throw e;
    } finally {
      // First make room for a new fetch: a follower that wakes up must not find this one again.
      synchronized (lock) {
        fetch = null;
      }
      if (sharedFailure == null) {
        current.complete(result);
      } else {
        current.completeExceptionally(sharedFailure);
      }
    }
  }

  private static Optional<String> follow(
      CompletableFuture<Optional<String>> current, Deadline deadline) throws IOException {
    try {
      return current.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted =
          new InterruptedIOException("the thread was interrupted while waiting for a token");
      interrupted.initCause(e);
      throw interrupted;
    } catch (TimeoutException e) {
      throw tooLate(deadline);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IOException("fetching a token failed", e.getCause());
    }
  }

  /** Whether a fetch failed for a reason that says nothing about the next thread's chances. */
  private static boolean isOwnAffair(Exception failure, Deadline deadline) {
    return failure instanceof InterruptedIOException
        || (failure instanceof HttpTimeoutException
            && !(failure instanceof HttpConnectTimeoutException))
        || deadline.hasPassed();
  }

  private static HttpTimeoutException tooLate(Deadline deadline) {
    return new HttpTimeoutException(
        "the deadline of " + deadline.allowed() + " passed before an access token came");
  }

  /** A token and the moment, on {@link Clock#nanoTime}, from which it is to be renewed. */
  private record Held(String token, long renewAtNanos) {

    static Held of(AccessToken token, long askedAtNanos) {
      Duration margin = AccessToken.renewalMargin(token.lifetime());
      return new Held(token.value(), askedAtNanos + token.lifetime().minus(margin).toNanos());
    }

    boolean isFreshAt(long nanos) {
      return renewAtNanos - nanos > 0;
    }

    @Override
    public String toString() {
      return "Held[token=***]";
    }
  }
}
