package io.github.invoicingsdk.internal.error;

import feign.Request;
import io.github.invoicingsdk.error.ApiException;
import io.github.invoicingsdk.error.DecodingException;
import io.github.invoicingsdk.error.ErrorResponse;
import io.github.invoicingsdk.error.FailedCall;
import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.internal.http.CallContext;
import io.github.invoicingsdk.internal.http.Clock;
import io.github.invoicingsdk.model.ErrorCode;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Turns refusals, failures and unreadable responses into the SDK's exceptions, free of secrets.
 * Thread-safe.
 */
public final class ErrorTranslator {

  private static final int PAYMENT_REQUIRED = 402;

  /** What a code that all operations share is refused with when the response does not say. */
  private static final int BAD_REQUEST = 400;

  /** How much of the texts of a refusal is looked at: the rest of what may be is for the body. */
  static final int LONGEST_TEXTS = 16 * 1024;

  private static final int LONGEST_HEADER = 2048;

  private final Redactor redactor;
  private final Clock time;

  /** A translator for one client: it knows the client's secrets and clock. */
  public ErrorTranslator(Redactor redactor, Clock time) {
    this.redactor = redactor;
    this.time = time;
  }

  /** The exception for a response whose status is a refusal. */
  public ApiException refused(
      CallContext context,
      Request request,
      int status,
      Map<String, ? extends Collection<String>> headers,
      byte[] body) {
    ErrorBody error = errorBody(headers, body);
    Redactor safe = redactor(context, request);
    FailedCall call = call(context, request, safe);
    ErrorResponse response = response(context, status, headers, body, error, safe);
    if (isPlanLimit(context, status, error)) {
      return call.refusedByPlan(response);
    }
    return isAccessDenied(context, status, error)
        ? call.accessDenied(response)
        : call.refused(response);
  }

  /**
   * The exception for a response with a status of success whose envelope says that the call was
   * refused. What counts is the status inside, or else the code.
   */
  public ApiException refusal(
      CallContext context,
      Request request,
      int status,
      Map<String, ? extends Collection<String>> headers,
      byte[] body) {
    ErrorBody error = errorBody(headers, body);
    int inner = statusInside(context, error).orElse(status);
    Redactor safe = redactor(context, request);
    FailedCall call = call(context, request, safe);
    ErrorResponse response = response(context, inner, headers, body, error, safe);
    if (isPlanLimit(context, inner, error)) {
      return call.refusedByPlan(response);
    }
    if (isAccessDenied(context, inner, error)) {
      return call.accessDenied(response);
    }
    return isRefusal(inner) ? call.refused(response) : call.invalidRequest(response);
  }

  /**
   * The exception for a response of a token endpoint that brings no token. Whatever the endpoint
   * does not like about the request comes from the credentials or the endpoint's URL, and says
   * nothing about what the call itself asks for: a 404 is no missing document.
   */
  public ApiException tokenRefused(
      CallContext context,
      Request request,
      int status,
      Map<String, ? extends Collection<String>> headers,
      byte[] body) {
    ErrorBody error = errorBody(headers, body);
    Redactor safe = redactor(context, request);
    FailedCall call = call(context, request, safe);
    ErrorResponse response = response(context, status, headers, body, error, safe);
    if (isPlanLimit(context, status, error)) {
      return call.refusedByPlan(response);
    }
    return isRefusedToken(status)
        ? call.notAuthenticated(response)
        : call.refusedBeforeSending(response);
  }

  /**
   * Any refusal of a request, or a success without a token; busy and slow endpoints refuse none.
   */
  private static boolean isRefusedToken(int status) {
    boolean passing = status == 408 || status == 425 || status == 429;
    return (status >= 200 && status <= 299) || (status >= 400 && status <= 499 && !passing);
  }

  /** The exception for a request that got no response, or none that the transport could take. */
  public InvoicingException failed(CallContext context, Request request, IOException failure) {
    Redactor safe = redactor(context, request);
    return TransportFailures.translate(call(context, request, safe), context, failure, true, safe);
  }

  /** The exception for a request that was not sent because no token could be had for it. */
  public InvoicingException tokenUnavailable(
      CallContext context, Request request, IOException failure) {
    Redactor safe = redactor(context, request);
    return TransportFailures.translate(call(context, request, safe), context, failure, false, safe);
  }

  /** The exception for a response of success that cannot be decoded. */
  public DecodingException unreadable(
      CallContext context,
      Request request,
      int status,
      Map<String, ? extends Collection<String>> headers,
      byte[] body,
      Throwable cause) {
    String text = BodyText.decode(body, contentType(headers));
    Redactor safe = redactor(context, request);
    return call(context, request, safe)
        .unreadable(
            DecodingFailures.describe(status, headers, text, cause, safe), safe.redactCause(cause));
  }

  /** Knows the secrets of the client. */
  public Redactor redactor() {
    return redactor;
  }

  /** Removes the secrets of the client and of one request from the texts of one failure. */
  public Redactor redactor(CallContext context, @Nullable Request request) {
    return redactor.forFailure(request, context.headers());
  }

  /** The call as exceptions show it, for failures that are made elsewhere. */
  public FailedCall call(CallContext context, @Nullable Request request) {
    return call(context, request, redactor(context, request));
  }

  private static FailedCall call(CallContext context, @Nullable Request request, Redactor safe) {
    FailedCall call =
        FailedCall.of(context.provider(), context.operation()).withAttempts(context.attempts());
    if (context.page().isPresent()) {
      call = call.withPage(context.page().getAsInt());
    }
    return request == null
        ? call
        : call.withRequest(
            request.httpMethod().name(), ShownAddress.masked(safe.redact(request.url())));
  }

  private ErrorResponse response(
      CallContext context,
      int status,
      Map<String, ? extends Collection<String>> headers,
      byte[] body,
      ErrorBody error,
      Redactor safe) {
    ErrorResponse.Builder response = ErrorResponse.builder(status);
    if (error.code() != null) {
      response.errorCode(errorCode(context, status, error.code(), safe));
    }
    int most = safe.spent() + LONGEST_TEXTS;
    for (String message : error.messages()) {
      response.message(text(message, most, safe));
    }
    error
        .fieldErrors()
        .forEach(
            (field, errors) ->
                response.fieldError(
                    text(field, most, safe),
                    errors.stream().map(text -> text(text, most, safe)).toList()));
    response.headers(safe.redactHeaders(headers, LONGEST_HEADER));
    String text = BodyText.decode(body, contentType(headers), Redactor.BUDGET);
    response.body(safe.redact(text, Redactor.BUDGET));
    RetryAfter.of(headers, time.now()).ifPresent(response::retryAfter);
    return response.build();
  }

  /** A text for messages, which are logged: like in logs, nobody is identified by it. */
  private static String text(String text, int most, Redactor safe) {
    return SensitiveText.masked(safe.redact(text, Math.max(0, most - safe.spent())));
  }

  private static ErrorCode errorCode(CallContext context, int status, String code, Redactor safe) {
    ErrorCode known = context.errorCode(status, code);
    if (!known.isKnown() && code.matches("[0-9]{1,2}")) {
      // Somewhere between, a code may have become a number and lost its zeros.
      ErrorCode padded =
          context.errorCode(status, String.format(Locale.ROOT, "%03d", Integer.parseInt(code)));
      if (padded.isKnown()) {
        return padded;
      }
    }
    return known.isKnown() ? known : ErrorCode.unknown(status, safe.redact(code));
  }

  private static OptionalInt statusInside(CallContext context, ErrorBody error) {
    Integer status = error.status();
    if (status != null && isRefusal(status)) {
      return OptionalInt.of(status);
    }
    String code = error.code();
    if (code == null) {
      return OptionalInt.empty();
    }
    OptionalInt documented = context.documentedStatus(code);
    return documented.isEmpty() && context.errorCode(BAD_REQUEST, code).isKnown()
        ? OptionalInt.of(BAD_REQUEST)
        : documented;
  }

  private static boolean isRefusal(int status) {
    return status >= 400 && status <= 599;
  }

  private static boolean isPlanLimit(CallContext context, int status, ErrorBody error) {
    return status == PAYMENT_REQUIRED
        || context.errorCodes().isPlanLimit(status, error.code(), error.messages());
  }

  private static boolean isAccessDenied(CallContext context, int status, ErrorBody error) {
    return context.errorCodes().isAccessDenied(status, error.code());
  }

  private static ErrorBody errorBody(
      Map<String, ? extends Collection<String>> headers, byte[] body) {
    return ErrorBody.parse(body, contentType(headers));
  }

  private static @Nullable String contentType(Map<String, ? extends Collection<String>> headers) {
    return header(headers, "Content-Type").orElse(null);
  }

  private static Optional<String> header(
      Map<String, ? extends Collection<String>> headers, String name) {
    return headers.entrySet().stream()
        .filter(header -> name.equalsIgnoreCase(header.getKey()))
        .flatMap(header -> header.getValue().stream())
        .findFirst();
  }
}
