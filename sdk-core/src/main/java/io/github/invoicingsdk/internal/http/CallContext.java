package io.github.invoicingsdk.internal.http;

import feign.Request;
import io.github.invoicingsdk.RetryPolicy;
import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.internal.observation.Listeners;
import io.github.invoicingsdk.internal.observation.Observation;
import io.github.invoicingsdk.model.ErrorCode;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What the pipeline knows of one call: it travels as the {@link Request.Options} of {@link
 * feign.Client#execute}, which Feign hands through untouched. One instance serves one request of
 * Feign and all attempts to get it answered.
 */
public final class CallContext extends Request.Options {

  private final Called called;
  private final Deadline callDeadline;
  private final Deadline deadline;
  private final Asked asked;
  private final Attempts attempts;

  /** The request as it is to be shown; null for the one that is sent. */
  private final @Nullable Request shown;

  /** Creates the context of a call that is tried once, and that nobody listens to. */
  public CallContext(
      Provider provider,
      String operation,
      CodeMeanings errorCodes,
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
        Listeners.NONE.call(provider, operation, page));
  }

  /**
   * Creates the context of a call that is tried once.
   *
   * @param provider the provider that is called
   * @param operation the operation's name in the spec
   * @param errorCodes what the provider's codes mean for the operation
   * @param deadline the moment by which everything must have ended
   * @param connectTimeout how long setting up a connection may take
   * @param query parameters to be added to the request, not yet encoded
   * @param page the page asked for, when the call is one page of a list
   * @param observation tells listeners of the call
   */
  public CallContext(
      Provider provider,
      String operation,
      CodeMeanings errorCodes,
      Deadline deadline,
      Duration connectTimeout,
      Map<String, String> query,
      OptionalInt page,
      Observation observation) {
    this(
        new Called(provider, operation, errorCodes, true, "", observation),
        deadline,
        deadline,
        connectTimeout,
        new Asked(query, Map.of(), page),
        new Attempts(RetryPolicy.never(), deadline.allowed(), new AtomicInteger()),
        null);
  }

  private CallContext(
      Called called,
      Deadline callDeadline,
      Deadline deadline,
      Duration connectTimeout,
      Asked asked,
      Attempts attempts,
      @Nullable Request shown) {
    super(
        connectTimeout.toMillis(),
        TimeUnit.MILLISECONDS,
        deadline.allowed().toMillis(),
        TimeUnit.MILLISECONDS,
        false);
    this.called = called;
    this.callDeadline = callDeadline;
    this.deadline = deadline;
    this.asked = asked;
    this.attempts = attempts;
    this.shown = shown;
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
    return called.provider();
  }

  /** The operation's name in the spec. */
  public String operation() {
    return called.operation();
  }

  /** What an error code means for this operation. */
  public ErrorCode errorCode(int status, String code) {
    return called.errorCodes().of(status, code);
  }

  /** What error codes and texts mean for this operation. */
  public CodeMeanings errorCodes() {
    return called.errorCodes();
  }

  /** The status with which the operation itself documents an error code, if it is one. */
  public OptionalInt documentedStatus(String code) {
    return called.errorCodes().documentedStatus(code);
  }

  /** The moment by which this must have ended: the call, or the attempt that is being made. */
  public Deadline deadline() {
    return deadline;
  }

  /** The moment by which the call, all its attempts together, must have ended. */
  Deadline callDeadline() {
    return callDeadline;
  }

  /** How long the call may take, all its attempts together. */
  public Duration callTime() {
    return callDeadline.allowed();
  }

  /**
   * The time that was too short when something timed out: the call's when that is over, and an
   * attempt's otherwise.
   */
  public Duration timeThatRanOut() {
    return callDeadline.hasPassed() || callTime().compareTo(attempts.timeout()) < 0
        ? callTime()
        : attempts.timeout();
  }

  /** Parameters to be added to the request, not yet encoded. */
  public Map<String, String> query() {
    return asked.query();
  }

  /** The page asked for, when the call is one page of a list. */
  public OptionalInt page() {
    return asked.page();
  }

  /** Headers to be added to the request. */
  public Map<String, String> headers() {
    return asked.headers();
  }

  /** The same call with headers of the caller's own. */
  public CallContext withHeaders(Map<String, String> headers) {
    return headers.equals(asked.headers())
        ? this
        : new CallContext(
            called,
            callDeadline,
            deadline,
            timeToConnect(),
            new Asked(asked.query(), headers, asked.page()),
            attempts,
            shown);
  }

  /**
   * The same call, which may be repeated.
   *
   * @param repeatable whether sending the request twice has the effect of sending it once
   * @param howToFindOut how to find out whether it was carried out when no response tells
   * @param retry how often and after which pauses it is sent again
   * @param attemptTimeout how long one attempt may take, within the call's deadline
   */
  public CallContext withRetry(
      boolean repeatable, String howToFindOut, RetryPolicy retry, Duration attemptTimeout) {
    return new CallContext(
        new Called(
            called.provider(),
            called.operation(),
            called.errorCodes(),
            repeatable,
            howToFindOut,
            called.observation()),
        callDeadline,
        deadline,
        timeToConnect(),
        asked,
        new Attempts(retry, attemptTimeout, attempts.sent()),
        shown);
  }

  /** The context of an attempt that begins now: its deadline is never after the call's. */
  CallContext forAttempt() {
    return new CallContext(
        called,
        callDeadline,
        callDeadline.within(attempts.timeout()),
        timeToConnect(),
        asked,
        attempts,
        shown);
  }

  /**
   * The same call, for a request to which credentials were added.
   *
   * @param request the request without them; the response refers to it, so that no stage above the
   *     one that adds them ever sees them
   */
  public CallContext showing(Request request) {
    return new CallContext(
        called, callDeadline, deadline, timeToConnect(), asked, attempts, request);
  }

  /**
   * The request to which a response is to refer.
   *
   * @param sent the request that was sent, with credentials if there are any
   */
  Request shownFor(Request sent) {
    return shown == null ? sent : shown;
  }

  private Duration timeToConnect() {
    return Duration.ofMillis(connectTimeoutMillis());
  }

  /** Whether sending the request twice has the effect of sending it once. */
  public boolean isRepeatable() {
    return called.repeatable();
  }

  /** How to find out whether the operation was carried out when no response tells. */
  String howToFindOut() {
    return called.howToFindOut();
  }

  /** How often and after which pauses the request is sent again. */
  RetryPolicy retry() {
    return attempts.retry();
  }

  /** Tells listeners of the call. */
  public Observation observation() {
    return called.observation();
  }

  /** Counts a request that is about to be sent. */
  public void countAttempt() {
    attempts.sent().incrementAndGet();
  }

  /** How many requests were sent so far. */
  public int attempts() {
    return attempts.sent().get();
  }

  /** What is called. */
  private record Called(
      Provider provider,
      String operation,
      CodeMeanings errorCodes,
      boolean repeatable,
      String howToFindOut,
      Observation observation) {}

  /** What the caller adds to the request that the operation makes. */
  private record Asked(Map<String, String> query, Map<String, String> headers, OptionalInt page) {

    Asked {
      query = Map.copyOf(query);
      headers = Map.copyOf(headers);
    }
  }

  /** How often it is tried, how long each attempt may take, and how many requests were sent. */
  private record Attempts(RetryPolicy retry, Duration timeout, AtomicInteger sent) {}
}
