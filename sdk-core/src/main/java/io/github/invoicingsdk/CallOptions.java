package io.github.invoicingsdk;

import io.github.invoicingsdk.internal.http.Timeouts;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long calls may take and how often they are tried. A client has one set of options, and gives
 * views of itself with others:
 *
 * <pre>{@code
 * CallOptions quick =
 *     CallOptions.defaults().toBuilder()
 *         .timeout(Duration.ofSeconds(3))
 *         .retry(RetryPolicy.never())
 *         .build();
 * client.with(quick).sequences().list();
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class CallOptions {

  private static final CallOptions DEFAULTS = new Builder().build();

  private final Duration timeout;
  private final Duration attemptTimeout;
  private final RetryPolicy retry;

  private CallOptions(Builder builder) {
    this.timeout = builder.timeout;
    this.attemptTimeout = builder.attemptTimeout;
    this.retry = builder.retry;
  }

  /**
   * A minute for a call, 30 seconds for each attempt, {@link RetryPolicy#defaults()}.
   *
   * @return the options of a client that is given none
   */
  public static CallOptions defaults() {
    return DEFAULTS;
  }

  /**
   * How long one call may take altogether, with all its attempts and the pauses between them.
   *
   * @return the time
   */
  public Duration timeout() {
    return timeout;
  }

  /**
   * How long one attempt may take, from sending to the last byte of the answer.
   *
   * @return the time
   */
  public Duration attemptTimeout() {
    return attemptTimeout;
  }

  /**
   * How often a request is sent again.
   *
   * @return the policy
   */
  public RetryPolicy retry() {
    return retry;
  }

  /**
   * Starts other options with the values of these.
   *
   * @return a builder
   */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.timeout = timeout;
    builder.attemptTimeout = attemptTimeout;
    builder.retry = retry;
    return builder;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CallOptions that
        && timeout.equals(that.timeout)
        && attemptTimeout.equals(that.attemptTimeout)
        && retry.equals(that.retry);
  }

  @Override
  public int hashCode() {
    return Objects.hash(timeout, attemptTimeout, retry);
  }

  @Override
  public String toString() {
    return "CallOptions{timeout="
        + timeout
        + ", attemptTimeout="
        + attemptTimeout
        + ", retry="
        + retry
        + "}";
  }

  /** Collects the values of options; for one thread. */
  public static final class Builder {

    private Duration timeout = Duration.ofSeconds(60);
    private Duration attemptTimeout = Duration.ofSeconds(30);
    private RetryPolicy retry = RetryPolicy.defaults();

    private Builder() {}

    /**
     * How long one call may take altogether; for a list, each page.
     *
     * @param timeout more than zero, at most one hour
     * @return this builder
     * @throws IllegalArgumentException when the time is out of range
     */
    public Builder timeout(Duration timeout) {
      this.timeout = Timeouts.checked(timeout, "timeout");
      return this;
    }

    /**
     * How long one attempt may take; what is left of the timeout bounds it as well. Waiting for an
     * access token, or for the client-side rate limit to let it out, takes none of this time.
     *
     * @param attemptTimeout more than zero, at most one hour
     * @return this builder
     * @throws IllegalArgumentException when the time is out of range
     */
    public Builder attemptTimeout(Duration attemptTimeout) {
      this.attemptTimeout = Timeouts.checked(attemptTimeout, "attemptTimeout");
      return this;
    }

    /**
     * How often a request is sent again.
     *
     * @param retry the policy
     * @return this builder
     */
    public Builder retry(RetryPolicy retry) {
      this.retry = Objects.requireNonNull(retry, "retry");
      return this;
    }

    /**
     * Makes the options.
     *
     * @return the options
     */
    public CallOptions build() {
      return new CallOptions(this);
    }
  }
}
