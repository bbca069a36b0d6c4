package io.github.invoicingsdk;

import io.github.invoicingsdk.internal.http.Timeouts;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How long calls may take, how often they are tried, and what goes with each request. A client has
 * one set of options, and gives views of itself with others:
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
  private final Map<String, String> headers;
  private final @Nullable Consumer<RawResponse> responses;

  private CallOptions(Builder builder) {
    this.timeout = builder.timeout;
    this.attemptTimeout = builder.attemptTimeout;
    this.retry = builder.retry;
    this.headers = Collections.unmodifiableMap(builder.headers());
    this.responses = builder.responses;
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
   * How long one attempt may take, from sending to the last byte of the response.
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
   * What goes with every request beside the SDK's own headers.
   *
   * @return the values by name; capital and small letters in names are the same
   */
  public Map<String, String> headers() {
    return headers;
  }

  /**
   * Who gets every response of success as it came.
   *
   * @return the consumer; empty when there is none
   */
  public Optional<Consumer<RawResponse>> responses() {
    return Optional.ofNullable(responses);
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
    builder.headers.putAll(headers);
    builder.responses = responses;
    return builder;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CallOptions that
        && timeout.equals(that.timeout)
        && attemptTimeout.equals(that.attemptTimeout)
        && retry.equals(that.retry)
        && headers.equals(that.headers)
        && Objects.equals(responses, that.responses);
  }

  @Override
  public int hashCode() {
    return Objects.hash(timeout, attemptTimeout, retry, headers, responses);
  }

  @Override
  public String toString() {
    return "CallOptions{timeout="
        + timeout
        + ", attemptTimeout="
        + attemptTimeout
        + ", retry="
        + retry
        // A value may be a secret.
        + ", headers="
        + headers.keySet()
        + "}";
  }

  /** Collects the values of options; for one thread. */
  public static final class Builder {

    private Duration timeout = Duration.ofSeconds(60);
    private Duration attemptTimeout = Duration.ofSeconds(30);
    private RetryPolicy retry = RetryPolicy.defaults();
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private @Nullable Consumer<RawResponse> responses;

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
     * Sends a header with every request, such as one that a proxy of one's own asks for. Requests
     * for access tokens and for files go without it.
     *
     * @param name the name; not one that the SDK decides, such as {@code Authorization} or {@code
     *     Content-Type}
     * @param value the value, in visible ASCII characters and spaces
     * @return this builder
     * @throws IllegalArgumentException when the name or the value is not allowed
     */
    public Builder header(String name, String value) {
      headers.put(ExtraHeader.checkedName(name), ExtraHeader.checkedValue(name, value));
      return this;
    }

    /**
     * Asks for texts in a language, with the header {@code Accept-Language}. iDoklad knows Czech,
     * Slovak, German and English ({@code cs-CZ}, {@code sk-SK}, {@code de-DE}, {@code en-US}) and
     * uses the language for messages and for texts that it adds to documents. InvoiceXpress writes
     * in the language of the account.
     *
     * @param language the language
     * @return this builder
     * @throws IllegalArgumentException when it is {@link Locale#ROOT}
     */
    public Builder language(Locale language) {
      String tag = Objects.requireNonNull(language, "language").toLanguageTag();
      if (tag.equals("und")) {
        throw new IllegalArgumentException(
            "language is empty; name one, such as Locale.forLanguageTag(\"cs-CZ\")");
      }
      headers.put("Accept-Language", tag);
      return this;
    }

    /**
     * Gives every response of success to a consumer as it came, before it is decoded, on the thread
     * that works for the call. What the consumer throws, the caller gets. For a single call, the
     * client's method {@code withResponse} is shorter.
     *
     * @param consumer gets the responses; thread-safe
     * @return this builder
     */
    public Builder onResponse(Consumer<RawResponse> consumer) {
      this.responses = Objects.requireNonNull(consumer, "consumer");
      return this;
    }

    private Map<String, String> headers() {
      Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      copy.putAll(headers);
      return copy;
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
