package io.github.invoicingsdk;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How often and after which pauses a request is sent again.
 *
 * <p>Whether it may be sent again at all is not a matter of taste and stands in the spec: after a
 * failure that proves that nothing was processed (no connection, 429 of InvoiceXpress), every
 * operation; after one that proves nothing (a timeout, a broken connection, 429 of iDoklad, 500,
 * 502, 503, 504), only operations for which sending twice has the effect of sending once. {@link
 * io.github.invoicingsdk.error.StatusMeaning} has all statuses. While no access token can be had
 * because the token endpoint cannot be reached, is overloaded or down, nothing of the request
 * itself was sent, and every operation waits for the next attempt.
 *
 * <p>The pause before attempt <i>n</i> is chosen at random between zero and {@code firstDelay}
 * times 2<sup><i>n</i>-2</sup>, at most {@code longestDelay} (exponential backoff with full
 * jitter). A Retry-After of the provider takes its place and is honoured in full. When the next
 * pause would last beyond the call's timeout, the call ends at once.
 *
 * <p>The JDK's HTTP client by itself sends a GET once more when its connection drops before the
 * first byte of the response. That counts as one attempt, and as one request for the rate limit,
 * although the provider may see two. It never does so with a write: no client is built where the
 * system property {@code jdk.httpclient.enableAllMethodRetry} is set.
 *
 * <pre>{@code
 * RetryPolicy patient = RetryPolicy.defaults().toBuilder().maxAttempts(6).build();
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class RetryPolicy {

  private static final RetryPolicy DEFAULTS = new Builder().build();
  private static final RetryPolicy NEVER = new Builder().maxAttempts(1).build();

  private final int maxAttempts;
  private final Duration firstDelay;
  private final Duration longestDelay;

  private RetryPolicy(Builder builder) {
    this.maxAttempts = builder.maxAttempts;
    this.firstDelay = builder.firstDelay;
    this.longestDelay = builder.longestDelay;
  }

  /**
   * At most 4 attempts, pauses of up to 0.5, 1 and 2 seconds.
   *
   * @return the policy of a client that is given none
   */
  public static RetryPolicy defaults() {
    return DEFAULTS;
  }

  /**
   * One attempt.
   *
   * @return a policy that never sends a request again
   */
  public static RetryPolicy never() {
    return NEVER;
  }

  /**
   * The most requests that are sent for one call, the first one included.
   *
   * @return the number, at least 1
   */
  public int maxAttempts() {
    return maxAttempts;
  }

  /**
   * The longest pause before the second attempt.
   *
   * @return the time, at least zero
   */
  public Duration firstDelay() {
    return firstDelay;
  }

  /**
   * The longest pause before any attempt.
   *
   * @return the time, at least zero
   */
  public Duration longestDelay() {
    return longestDelay;
  }

  /**
   * Starts another policy with the values of this one.
   *
   * @return a builder
   */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.maxAttempts = maxAttempts;
    builder.firstDelay = firstDelay;
    builder.longestDelay = longestDelay;
    return builder;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RetryPolicy that
        && maxAttempts == that.maxAttempts
        && firstDelay.equals(that.firstDelay)
        && longestDelay.equals(that.longestDelay);
  }

  @Override
  public int hashCode() {
    return Objects.hash(maxAttempts, firstDelay, longestDelay);
  }

  @Override
  public String toString() {
    return "RetryPolicy{maxAttempts="
        + maxAttempts
        + ", firstDelay="
        + firstDelay
        + ", longestDelay="
        + longestDelay
        + "}";
  }

  /** Collects the values of a policy; for one thread. */
  public static final class Builder {

    private static final int MOST_ATTEMPTS = 100;

    private int maxAttempts = 4;
    private Duration firstDelay = Duration.ofMillis(500);
    private Duration longestDelay = Duration.ofSeconds(20);

    private Builder() {}

    /**
     * The most requests that are sent for one call.
     *
     * @param maxAttempts 1 to 100; 1 means that nothing is sent again
     * @return this builder
     * @throws IllegalArgumentException when the number is out of range
     */
    public Builder maxAttempts(int maxAttempts) {
      if (maxAttempts < 1 || maxAttempts > MOST_ATTEMPTS) {
        throw new IllegalArgumentException(
            "maxAttempts is " + maxAttempts + "; allowed are 1 to " + MOST_ATTEMPTS);
      }
      this.maxAttempts = maxAttempts;
      return this;
    }

    /**
     * The longest pause before the second attempt.
     *
     * @param firstDelay at least zero
     * @return this builder
     * @throws IllegalArgumentException when the time is negative
     */
    public Builder firstDelay(Duration firstDelay) {
      this.firstDelay = notNegative(firstDelay, "firstDelay");
      return this;
    }

    /**
     * The longest pause before any attempt.
     *
     * @param longestDelay at least zero
     * @return this builder
     * @throws IllegalArgumentException when the time is negative
     */
    public Builder longestDelay(Duration longestDelay) {
      this.longestDelay = notNegative(longestDelay, "longestDelay");
      return this;
    }

    /**
     * Makes the policy.
     *
     * @return the policy
     */
    public RetryPolicy build() {
      return new RetryPolicy(this);
    }

    private static Duration notNegative(Duration value, String name) {
      if (Objects.requireNonNull(value, name).isNegative()) {
        throw new IllegalArgumentException(name + " is " + value + "; it must not be negative");
      }
      return value;
    }
  }
}
