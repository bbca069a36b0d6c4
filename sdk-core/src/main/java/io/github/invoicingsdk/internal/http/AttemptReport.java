package io.github.invoicingsdk.internal.http;

import feign.Request;
import feign.Response;
import io.github.invoicingsdk.error.StatusMeaning;
import io.github.invoicingsdk.internal.observation.Observation;
import io.github.invoicingsdk.internal.observation.Observation.ObservedBody;
import io.github.invoicingsdk.internal.observation.Observation.ObservedResponse;
import io.github.invoicingsdk.observation.Attempt;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells listeners what became of one request, from the moment at which it is sent. */
final class AttemptReport {

  private final CallContext context;
  private final Request request;
  private final int number;
  private final long sentAt;

  private AttemptReport(CallContext context, Request request) {
    this.context = context;
    this.request = request;
    this.number = context.attempts();
    this.sentAt = context.observation().now();
  }

  /** Begins with a request that is being sent, and has been counted. */
  static AttemptReport sent(CallContext context, Request request) {
    if (context.observation().isHeard()) {
      context.observation().sending(() -> shown(context, request));
    }
    return new AttemptReport(context, request);
  }

  /** Method and path; what a request is asked with by its query is nobody's business. */
  private static String shown(CallContext context, Request request) {
    Request without = context.shownFor(request);
    return without.httpMethod().name() + " " + RequestAddress.shownPath(without.url());
  }

  /** The whole response is there, in memory. */
  void answered(Response response) {
    if (context.observation().isHeard()) {
      byte[] body = bytes(response);
      tell(
          outcome(response),
          new ObservedResponse(
              response.status(),
              body.length,
              new ObservedBody(body, contentType(response.headers()))));
    }
  }

  /** A response is there whose body is none of the listeners' business. */
  void answered(Response response, long bytes) {
    tell(outcome(response), new ObservedResponse(response.status(), bytes, ObservedBody.NONE));
  }

  /** A response is there that is not what was asked for, whose body is nobody's business. */
  void refused(Response response) {
    tell(
        refusal(StatusMeaning.of(context.provider(), response.status())),
        new ObservedResponse(response.status(), 0, ObservedBody.NONE));
  }

  /** No whole response came. */
  void failed(IOException failure) {
    tell(
        FailureKind.of(failure) == FailureKind.NOT_PROCESSED
                || failure instanceof ProxyAuthenticationException
            ? Attempt.Outcome.NOT_PROCESSED
            : Attempt.Outcome.UNKNOWN,
        null);
  }

  /** Whoever waited for the response does so no longer. */
  void givenUp() {
    tell(Attempt.Outcome.UNKNOWN, null);
  }

  private void tell(Attempt.Outcome outcome, @Nullable ObservedResponse observed) {
    Observation observation = context.observation();
    byte[] body = request.body();
    ObservedBody sent =
        body == null ? ObservedBody.NONE : new ObservedBody(body, contentType(request.headers()));
    observation.attempted(
        number,
        outcome,
        sentAt,
        sent,
        observed,
        redactor -> redactor.forFailure(request, context.headers()));
  }

  private Attempt.Outcome outcome(Response response) {
    StatusMeaning meaning = StatusMeaning.of(context.provider(), response.status());
    return meaning == StatusMeaning.PROCESSED ? Attempt.Outcome.ACCEPTED : refusal(meaning);
  }

  private static Attempt.Outcome refusal(StatusMeaning meaning) {
    return switch (meaning) {
      case PROCESSED, REFUSED -> Attempt.Outcome.REFUSED;
      case NOT_NOW -> Attempt.Outcome.NOT_PROCESSED;
      case UNKNOWN_FOR_NOW, UNKNOWN -> Attempt.Outcome.UNKNOWN;
    };
  }

  private static @Nullable String contentType(Map<String, Collection<String>> headers) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
        .flatMap(header -> header.getValue().stream())
        .findFirst()
        .orElse(null);
  }

  private static byte[] bytes(Response response) {
    try {
      return HeldBody.bytesOf(response.body());
    } catch (IOException e) {
      throw new IllegalStateException("a body in memory could not be read", e);
    }
  }
}
