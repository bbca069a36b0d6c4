package io.github.invoicingsdk.internal.auth;

import io.github.invoicingsdk.error.CallInterruptedException;
import io.github.invoicingsdk.error.DeadlineExceededException;
import io.github.invoicingsdk.internal.http.Deadline;
import io.github.invoicingsdk.internal.http.Time;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a token until it is nearly over. One thread fetches the next one; the others go on with the
 * old one while it is valid, and wait for the new one otherwise. Thread-safe.
 */
public final class CachedTokens implements TokenSource {

  private final TokenEndpoint endpoint;
  private final Time time;
  private final AtomicReference<@Nullable Token> current = new AtomicReference<>();
  private final AtomicReference<@Nullable CompletableFuture<Token>> fetching =
      new AtomicReference<>();

  /** Keeps the tokens of an endpoint. */
  public CachedTokens(TokenEndpoint endpoint, Time time) {
    this.endpoint = endpoint;
    this.time = time;
  }

  @Override
  public String token(Deadline deadline) throws IOException {
    while (true) {
      Token token = current.get();
      if (token != null && token.isFresh(time.nanoTime())) {
        return token.value();
      }
      CompletableFuture<Token> mine = new CompletableFuture<>();
      CompletableFuture<Token> theirs = fetching.compareAndExchange(null, mine);
      if (theirs == null) {
        return fetch(mine, deadline).value();
      }
      if (token != null && token.isValid(time.nanoTime())) {
        return token.value();
      }
      Token fetched = await(theirs, deadline);
      if (fetched != null) {
        return fetched.value();
      }
    }
  }

  @Override
  public void invalidate(String token) {
    Token known = current.get();
    if (known != null && known.value().equals(token)) {
      current.compareAndSet(known, null);
    }
  }

  /** Fetches for all who wait; an old token that is still valid outlives a failure. */
  private Token fetch(CompletableFuture<Token> mine, Deadline deadline) {
    Token old = current.get();
    if (old != null && old.isFresh(time.nanoTime())) {
      // Somebody else has fetched between the look at the token and the start of this fetch.
      release(mine);
      mine.complete(old);
      return old;
    }
    try {
      Token token = endpoint.fetch(deadline);
      current.set(token);
      release(mine);
      mine.complete(token);
      return token;
    } catch (RuntimeException | Error e) {
      release(mine);
      mine.completeExceptionally(e);
      if (old != null && old.isValid(time.nanoTime()) && !(e instanceof CallInterruptedException)) {
        return old;
      }
      throw e;
    }
  }

  private void release(CompletableFuture<Token> mine) {
    fetching.compareAndSet(mine, null);
  }

  /** Waits for the thread that fetches; null when that one gave up for reasons of its own. */
  private static @Nullable Token await(CompletableFuture<Token> theirs, Deadline deadline)
      throws IOException {
    try {
      return theirs.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for a token");
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("no token came in time");
    } catch (ExecutionException e) {
      Throwable failure = e.getCause();
      if (failure instanceof CallInterruptedException
          || failure instanceof DeadlineExceededException) {
        return null;
      }
      if (failure instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      throw new IOException("no token could be fetched", failure);
    }
  }
}
