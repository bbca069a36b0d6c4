package io.github.invoicingsdk.observation;

import io.github.invoicingsdk.error.InvoicingException;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Locale;
import java.util.Objects;

/**
 * Makes a span of every call with OpenTelemetry, whose API must be on the class path, or required
 * as the module {@code io.opentelemetry.api}:
 *
 * <pre>{@code
 * InvoiceXpressClient.builder()
 *     .account("acme")
 *     .apiKey(apiKey)
 *     .listener(new OpenTelemetryListener(openTelemetry))
 *     .build();
 * }</pre>
 *
 * <p>The span is of kind CLIENT, has the operation's name, and is a child of the span that is
 * current where a method of the client is called, also if the call takes place on another thread:
 * the later pages of a list, polls, the steps of {@code issue}, and the fetching of an access token
 * for the call. A token for which several calls wait belongs to the one that began to fetch it.
 * Each request that is sent is an event {@code invoicing.request} in it, each repetition an event
 * {@code invoicing.retry}.
 *
 * <p>Attributes of the span: {@code invoicing.provider}, {@code invoicing.operation}, {@code
 * invoicing.page} of a list, {@code invoicing.outcome}, {@code invoicing.requests}, and as the
 * semantic conventions name them {@code http.response.status_code} and {@code error.type}. A span
 * of a call that did not succeed has the status ERROR, and the exception if it is one of the SDK,
 * whose texts hold no secret. No trace context is sent to the provider. Thread-safe.
 */
public final class OpenTelemetryListener implements CallListener {

  private static final AttributeKey<String> PROVIDER = AttributeKey.stringKey("invoicing.provider");
  private static final AttributeKey<String> OPERATION =
      AttributeKey.stringKey("invoicing.operation");
  private static final AttributeKey<Long> PAGE = AttributeKey.longKey("invoicing.page");
  private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("invoicing.outcome");
  private static final AttributeKey<Long> REQUESTS = AttributeKey.longKey("invoicing.requests");
  private static final AttributeKey<Long> NUMBER = AttributeKey.longKey("invoicing.request.number");
  private static final AttributeKey<Long> MILLIS =
      AttributeKey.longKey("invoicing.request.duration_ms");
  private static final AttributeKey<Long> SENT = AttributeKey.longKey("http.request.body.size");
  private static final AttributeKey<Long> RECEIVED =
      AttributeKey.longKey("http.response.body.size");
  private static final AttributeKey<String> REASON =
      AttributeKey.stringKey("invoicing.retry.reason");
  private static final AttributeKey<Long> PAUSE = AttributeKey.longKey("invoicing.retry.pause_ms");
  private static final AttributeKey<Long> STATUS =
      AttributeKey.longKey("http.response.status_code");
  private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

  private final Tracer tracer;

  /**
   * Creates a listener.
   *
   * @param openTelemetry makes the spans
   */
  // Who calls this has the module; who does not must be able to do without it.
  @SuppressWarnings("exports")
  public OpenTelemetryListener(OpenTelemetry openTelemetry) {
    this.tracer =
        Objects.requireNonNull(openTelemetry, "openTelemetry").getTracer("io.github.invoicingsdk");
  }

  @Override
  @SuppressWarnings("MustBeClosedChecker") // Whoever makes it current gets what closes it.
  public CallerContext capture() {
    Context caller = Context.current();
    return () -> {
      Scope scope = caller.makeCurrent();
      return scope::close;
    };
  }

  @Override
  public void started(Call call) {
    SpanBuilder span =
        tracer
            .spanBuilder(call.operation())
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute(PROVIDER, name(call.provider()))
            .setAttribute(OPERATION, call.operation());
    call.page().ifPresent(page -> span.setAttribute(PAGE, (long) page));
    call.attach(Started.class, new Started(span.startSpan()));
  }

  @Override
  public void attempted(Call call, Attempt attempt) {
    AttributesBuilder attributes =
        Attributes.builder()
            .put(NUMBER, (long) attempt.number())
            .put(OUTCOME, name(attempt.outcome()))
            .put(MILLIS, attempt.duration().toMillis())
            .put(SENT, attempt.requestBytes())
            .put(RECEIVED, attempt.responseBytes());
    attempt.status().ifPresent(status -> attributes.put(STATUS, (long) status));
    addEvent(call, "invoicing.request", attributes.build());
  }

  @Override
  public void retrying(Call call, Retry retry) {
    addEvent(
        call,
        "invoicing.retry",
        Attributes.of(REASON, name(retry.reason()), PAUSE, retry.pause().toMillis()));
  }

  @Override
  public void ended(Call call, CallResult result) {
    call.attachment(Started.class).ifPresent(started -> end(started.span(), result));
  }

  private static void end(Span span, CallResult result) {
    span.setAttribute(OUTCOME, name(result.outcome()));
    span.setAttribute(REQUESTS, (long) result.attempts());
    result.status().ifPresent(status -> span.setAttribute(STATUS, (long) status));
    result
        .failure()
        .ifPresent(
            failure -> {
              span.setStatus(StatusCode.ERROR);
              span.setAttribute(ERROR, failure.getClass().getName());
              if (failure instanceof InvoicingException) {
                span.recordException(failure);
              }
            });
    span.end();
  }

  private static void addEvent(Call call, String name, Attributes attributes) {
    call.attachment(Started.class)
        .ifPresent(
            started -> {
              Span unused = started.span().addEvent(name, attributes);
            });
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** The span of a call, under a key that no other listener uses. */
  private record Started(Span span) {}
}
