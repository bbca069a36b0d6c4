package io.github.invoicingsdk.error;

import io.github.invoicingsdk.issuing.Difference;
import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The call that an {@link InvoicingException} is about, and the only way to make one.
 *
 * <p>The SDK makes its exceptions itself. This class is public so that a program's own tests can
 * make them too:
 *
 * <pre>{@code
 * ApiException busy =
 *     FailedCall.of(Provider.INVOICEXPRESS, "registerSequence")
 *         .refused(ErrorResponse.builder(429).retryAfter(Duration.ofSeconds(30)).build());
 * }</pre>
 *
 * <p>Immutable and thread-safe. Texts are taken as they are: whoever makes a failed call has
 * already removed what is secret from them.
 */
public final class FailedCall implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private final Provider provider;
  private final String operation;
  private final @Nullable Integer page;
  private final int attempts;
  private final @Nullable String method;
  private final @Nullable String url;

  private FailedCall(
      Provider provider,
      String operation,
      @Nullable Integer page,
      int attempts,
      @Nullable String method,
      @Nullable String url) {
    this.provider = provider;
    this.operation = operation;
    this.page = page;
    this.attempts = attempts;
    this.method = method;
    this.url = url;
  }

  /**
   * A call of which no request was sent yet.
   *
   * @param provider the provider that was called
   * @param operation the operation's name in the spec, such as {@code registerSequence}
   * @return the call
   * @throws NullPointerException when an argument is null
   */
  public static FailedCall of(Provider provider, String operation) {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(operation, "operation");
    return new FailedCall(provider, operation, null, 0, null, null);
  }

  /**
   * The same call, for one page of a list.
   *
   * @param page the page's number, counted from 1
   * @return a copy with the page
   * @throws IllegalArgumentException when {@code page} is less than 1
   */
  public FailedCall withPage(int page) {
    if (page < 1) {
      throw new IllegalArgumentException("page is " + page + " but pages are counted from 1");
    }
    return new FailedCall(provider, operation, page, attempts, method, url);
  }

  /**
   * The same call with the number of requests that were sent for it.
   *
   * @param attempts how many requests were sent, repetitions included; 0 or more
   * @return a copy with the number
   * @throws IllegalArgumentException when {@code attempts} is negative
   */
  public FailedCall withAttempts(int attempts) {
    if (attempts < 0) {
      throw new IllegalArgumentException("attempts is " + attempts + "; give 0 or more");
    }
    return new FailedCall(provider, operation, page, attempts, method, url);
  }

  /**
   * The same call with its request.
   *
   * @param method the HTTP method, such as {@code PUT}
   * @param url the URL, already free of secrets
   * @return a copy with the request
   * @throws NullPointerException when an argument is null
   */
  public FailedCall withRequest(String method, String url) {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(url, "url");
    return new FailedCall(provider, operation, page, attempts, method, url);
  }

  /**
   * The provider refused the call: the exception's type follows from the status.
   *
   * @param response what the provider answered
   * @return the exception, to be thrown by the caller
   * @throws NullPointerException when {@code response} is null
   */
  public ApiException refused(ErrorResponse response) {
    return refused(response, true);
  }

  /**
   * Something was refused that the call needs before it can be sent, such as a token: the call
   * itself was not processed. The exception's type follows from the status.
   *
   * @param response what the provider answered
   * @return the exception, to be thrown by the caller
   * @throws NullPointerException when {@code response} is null
   */
  public ApiException refusedBeforeSending(ErrorResponse response) {
    return refused(response, false);
  }

  private ApiException refused(ErrorResponse response, boolean sent) {
    int status = Objects.requireNonNull(response, "response").status();
    return switch (status) {
      case 400, 405, 406, 413, 415, 422 -> invalidRequest(response);
      case 401 -> notAuthenticated(response);
      case 402 -> refusedByPlan(response);
      case 403 -> accessDenied(response);
      case 404 -> new NotFoundException(this, response);
      case 409 -> new ConflictException(this, response);
      case 429 -> new RateLimitException(this, response, mayBeProcessed(status, sent));
      default ->
          status >= 500 && status <= 599
              ? new ServerException(this, response, mayBeProcessed(status, sent))
              : new UnexpectedResponseException(this, response, mayBeProcessed(status, sent));
    };
  }

  private boolean mayBeProcessed(int status, boolean sent) {
    return sent && StatusMeaning.of(provider, status).mayHaveBeenProcessed();
  }

  /**
   * The provider did not accept the credentials, whatever the status says.
   *
   * @param response what the provider answered
   * @return the exception, to be thrown by the caller
   * @throws NullPointerException when {@code response} is null
   */
  public AuthenticationException notAuthenticated(ErrorResponse response) {
    return new AuthenticationException(this, Objects.requireNonNull(response, "response"));
  }

  /**
   * The user may not do this, whatever the status says.
   *
   * @param response what the provider answered
   * @return the exception, to be thrown by the caller
   * @throws NullPointerException when {@code response} is null
   */
  public AccessDeniedException accessDenied(ErrorResponse response) {
    return new AccessDeniedException(this, Objects.requireNonNull(response, "response"));
  }

  /**
   * The account's plan does not allow this, whatever the status says.
   *
   * @param response what the provider answered
   * @return the exception, to be thrown by the caller
   * @throws NullPointerException when {@code response} is null
   */
  public PlanLimitException refusedByPlan(ErrorResponse response) {
    return new PlanLimitException(this, Objects.requireNonNull(response, "response"));
  }

  /**
   * The provider did not accept what was sent, whatever the status says.
   *
   * @param response what the provider answered
   * @return the exception, to be thrown by the caller
   * @throws NullPointerException when {@code response} is null
   */
  public InvalidRequestException invalidRequest(ErrorResponse response) {
    return new InvalidRequestException(this, Objects.requireNonNull(response, "response"));
  }

  /**
   * The provider could not be reached, or the connection broke.
   *
   * @param problem what went wrong, in a few words
   * @param mayHaveBeenProcessed false only when it is certain that nothing was processed
   * @param cause the failure below; null when there is none
   * @return the exception, to be thrown by the caller
   * @throws NullPointerException when {@code problem} is null
   */
  public ConnectionException connectionFailed(
      String problem, boolean mayHaveBeenProcessed, @Nullable Throwable cause) {
    Objects.requireNonNull(problem, "problem");
    return new ConnectionException(this, problem, mayHaveBeenProcessed, cause);
  }

  /**
   * The call was not finished in the time it had.
   *
   * @param allowed the time that was not enough
   * @param mayHaveBeenProcessed false only when it is certain that nothing was processed
   * @param cause the failure below; null when there is none
   * @return the exception, to be thrown by the caller
   * @throws NullPointerException when {@code allowed} is null
   */
  public DeadlineExceededException deadlineExceeded(
      Duration allowed, boolean mayHaveBeenProcessed, @Nullable Throwable cause) {
    Objects.requireNonNull(allowed, "allowed");
    return new DeadlineExceededException(this, allowed, mayHaveBeenProcessed, cause);
  }

  /**
   * The calling thread was interrupted. This method leaves the thread's interrupt flag alone:
   * whoever throws the exception sets it.
   *
   * @param mayHaveBeenProcessed false only when it is certain that nothing was processed
   * @param cause the failure below; null when there is none
   * @return the exception, to be thrown by the caller
   */
  public CallInterruptedException interrupted(
      boolean mayHaveBeenProcessed, @Nullable Throwable cause) {
    return new CallInterruptedException(this, mayHaveBeenProcessed, cause);
  }

  /**
   * A write was sent, and nothing tells whether it was carried out.
   *
   * @param reason the failure after which the outcome is unknown
   * @param howToFindOut a sentence that says how to find out
   * @return the exception, to be thrown by the caller
   * @throws NullPointerException when an argument is null
   */
  public OutcomeUnknownException outcomeUnknown(InvoicingException reason, String howToFindOut) {
    return new OutcomeUnknownException(
        this, reason, Objects.requireNonNull(howToFindOut, "howToFindOut"));
  }

  /**
   * The response could not be read.
   *
   * @param response what is known of the response
   * @param cause the failure below; null when there is none
   * @return the exception, to be thrown by the caller
   * @throws NullPointerException when {@code response} is null
   */
  public DecodingException unreadable(UnreadableResponse response, @Nullable Throwable cause) {
    return new DecodingException(this, Objects.requireNonNull(response, "response"), cause);
  }

  /**
   * Work in the background was not finished in time.
   *
   * @param allowed how long the SDK was to wait for it
   * @return the exception, to be thrown by the caller
   * @throws NullPointerException when {@code allowed} is null
   */
  public PollingTimeoutException pollingTimedOut(Duration allowed) {
    return new PollingTimeoutException(this, Objects.requireNonNull(allowed, "allowed"));
  }

  /**
   * A draft was left without a number, because it is not, or cannot be seen to be, what was asked
   * for.
   *
   * @param problem what is wrong, in a few words
   * @param draftId the provider's id of the draft
   * @param differences in what it is not what was asked for
   * @param notVisible properties that the provider does not show
   * @return the exception, to be thrown by the caller
   * @throws NullPointerException when an argument is null
   */
  public NotIssuedException notIssued(
      String problem, long draftId, List<Difference> differences, List<String> notVisible) {
    Objects.requireNonNull(problem, "problem");
    return new NotIssuedException(this, problem, draftId, differences, notVisible);
  }

  /**
   * What has a number is not, or not only, what was asked for.
   *
   * @param problem what is wrong, in a few words
   * @param documentIds the provider's ids of the documents, the oldest first
   * @param differences in what the document is not what was asked for; empty if there are several
   * @return the exception, to be thrown by the caller
   * @throws NullPointerException when an argument is null
   */
  public DocumentConflictException documentConflict(
      String problem, List<Long> documentIds, List<Difference> differences) {
    Objects.requireNonNull(problem, "problem");
    return new DocumentConflictException(this, problem, documentIds, differences);
  }

  /**
   * The pages of a list do not fit the total that the provider gives.
   *
   * @param problem what does not fit, in a few words
   * @param delivered how many items the reader got; 0 or more
   * @param firstTotal the first total that the provider gave
   * @param currentTotal the last total that the provider gave
   * @return the exception, to be thrown by the caller
   * @throws NullPointerException if {@code problem} is null
   * @throws IllegalArgumentException if {@code delivered} is negative
   */
  public ListChangedException listChanged(
      String problem, long delivered, long firstTotal, long currentTotal) {
    Objects.requireNonNull(problem, "problem");
    if (delivered < 0) {
      throw new IllegalArgumentException("delivered is " + delivered + "; give 0 or more");
    }
    return new ListChangedException(this, problem, delivered, firstTotal, currentTotal);
  }

  Provider provider() {
    return provider;
  }

  String operation() {
    return operation;
  }

  OptionalInt page() {
    return page == null ? OptionalInt.empty() : OptionalInt.of(page);
  }

  int attempts() {
    return attempts;
  }

  @Nullable String url() {
    return url;
  }

  /** The one line that an exception says: who, what, what happened, and with which request. */
  String describe(String whatHappened) {
    StringBuilder line = new StringBuilder(provider.displayName());
    line.append(' ').append(operation).append(": ").append(whatHappened);
    if (method != null && url != null) {
      line.append(" - ").append(method).append(' ').append(url);
    }
    if (page != null) {
      line.append(", page ").append(page);
    }
    if (attempts > 1) {
      line.append(", after ").append(attempts).append(" requests");
    }
    return OneLine.of(line.toString());
  }

  /**
   * The call in one line.
   *
   * @return provider, operation, request and page
   */
  @Override
  public String toString() {
    return describe("failed");
  }
}
