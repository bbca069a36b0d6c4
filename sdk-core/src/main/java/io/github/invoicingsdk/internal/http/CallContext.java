package io.github.invoicingsdk.internal.http;

import feign.Request;
import io.github.invoicingsdk.RetryPolicy;
import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.vocabulary.ErrorCode;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/**
 * What the pipeline knows of one call: it travels as the {@link Request.Options} of {@link
 * feign.Client#execute}, which Feign hands through untouched. One instance serves one request of
 * Feign and all attempts to get it answered.
 */
public final class CallContext extends Request.Options {

  private final Provider provider;
  private final String operation;
  private final BiFunction<Integer, String, ErrorCode> errorCodes;
  private final Deadline deadline;
  private final Map<String, String> query;
  private final OptionalInt page;
  private final boolean repeatable;
  private final String howToFindOut;
  private final RetryPolicy retry;
  private final Duration attemptTimeout;
  private final AtomicInteger attempts;

  /**
   * Creates a context.
   *
   * @param provider the provider that is called
   * @param operation the operation's name in the spec
   * @param errorCodes finds what a code means for the operation, by status and code
   * @param deadline the moment by which everything must have ended
   * @param connectTimeout how long setting up a connection may take
   * @param query parameters to be added to the request, not yet encoded
   * @param page the page asked for, when the call is one page of a list
   */
  public CallContext(
      Provider provider,
      String operation,
      BiFunction<Integer, String, ErrorCode> errorCodes,
      Deadline deadline,
      Duration connectTimeout,
      Map<String, String> query,
      OptionalInt page) {
    this(
        provider,
        operation,
        errorCodes,
        deadline,
        connectTimeout,
        query,
        page,
        true,
        "",
        RetryPolicy.never(),
        deadline.allowed(),
        new AtomicInteger());
  }

  private CallContext(
      Provider provider,
      String operation,
      BiFunction<Integer, String, ErrorCode> errorCodes,
      Deadline deadline,
      Duration connectTimeout,
      Map<String, String> query,
      OptionalInt page,
      boolean repeatable,
      String howToFindOut,
      RetryPolicy retry,
      Duration attemptTimeout,
      AtomicInteger attempts) {
    super(
        connectTimeout.toMillis(),
        TimeUnit.MILLISECONDS,
        deadline.allowed().toMillis(),
        TimeUnit.MILLISECONDS,
        false);
    this.provider = provider;
    this.operation = operation;
    this.errorCodes = errorCodes;
    this.deadline = deadline;
    this.query = Map.copyOf(query);
    this.page = page;
    this.repeatable = repeatable;
    this.howToFindOut = howToFindOut;
    this.retry = retry;
    this.attemptTimeout = attemptTimeout;
    this.attempts = attempts;
  }

  /** A context for one attempt of a call: it ends earlier, and counts for the call. */
  private CallContext(CallContext call, Deadline deadline) {
    this(
        call.provider,
        call.operation,
        call.errorCodes,
        deadline,
        Duration.ofMillis(call.connectTimeoutMillis()),
        call.query,
        call.page,
        call.repeatable,
        call.howToFindOut,
        call.retry,
        call.attemptTimeout,
        call.attempts);
  }

  /** The context of a request that came through {@link feign.Client#execute}. */
  public static CallContext of(Request.Options options) {
    if (options instanceof CallContext context) {
      return context;
    }
    throw new IllegalStateException("a request entered the pipeline without its call's context");
  }

  /** The provider that is called. */
  public Provider provider() {
    return provider;
  }

  /** The operation's name in the spec. */
  public String operation() {
    return operation;
  }

  /** What an error code means for this operation. */
  public ErrorCode errorCode(int status, String code) {
    return errorCodes.apply(status, code);
  }

  /** The moment by which everything must have ended. */
  public Deadline deadline() {
    return deadline;
  }

  /** Parameters to be added to the request, not yet encoded. */
  public Map<String, String> query() {
    return query;
  }

  /** The page asked for, when the call is one page of a list. */
  public OptionalInt page() {
    return page;
  }

  /**
   * The same call, which may be repeated.
   *
   * @param repeatable whether sending the request twice has the effect of sending it once
   * @param howToFindOut how to find out whether it was carried out when no answer tells
   * @param retry how often and after which pauses it is sent again
   * @param attemptTimeout how long one attempt may take, within the call's deadline
   */
  public CallContext withRetry(
      boolean repeatable, String howToFindOut, RetryPolicy retry, Duration attemptTimeout) {
    return new CallContext(
        provider,
        operation,
        errorCodes,
        deadline,
        Duration.ofMillis(connectTimeoutMillis()),
        query,
        page,
        repeatable,
        howToFindOut,
        retry,
        attemptTimeout,
        attempts);
  }

  /** The context of the next attempt: its deadline is its own, but never after the call's. */
  CallContext forAttempt() {
    return new CallContext(this, deadline.within(attemptTimeout));
  }

  /** Whether sending the request twice has the effect of sending it once. */
  public boolean isRepeatable() {
    return repeatable;
  }

  /** How to find out whether the operation was carried out when no answer tells. */
  String howToFindOut() {
    return howToFindOut;
  }

  /** How often and after which pauses the request is sent again. */
  RetryPolicy retry() {
    return retry;
  }

  /** Counts a request that is about to be sent. */
  public void countAttempt() {
    attempts.incrementAndGet();
  }

  /** How many requests were sent so far. */
  public int attempts() {
    return attempts.get();
  }
}
