package io.github.invoicingsdk.internal.call;

import com.google.gson.JsonParseException;
import feign.Request;
import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.internal.call.PayloadReader.RefusedInEnvelope;
import io.github.invoicingsdk.internal.error.ErrorTranslator;
import io.github.invoicingsdk.internal.http.CallContext;
import io.github.invoicingsdk.internal.http.Clock;
import io.github.invoicingsdk.internal.http.CodeMeanings;
import io.github.invoicingsdk.internal.http.Deadline;
import io.github.invoicingsdk.internal.observation.CapturedContext;
import io.github.invoicingsdk.internal.observation.Observation;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Makes calls of operations with the same options. Thread-safe. */
final class Caller {

  private final EngineParts parts;
  private final PayloadReader reader;
  private final CallOptions options;

  Caller(EngineParts parts, PayloadReader reader, CallOptions options) {
    this.parts = parts;
    this.reader = reader;
    this.options = options;
  }

  Clock time() {
    return parts.time();
  }

  /**
   * Makes calls without threads.
   *
   * @throws IllegalStateException when the transport needs threads
   */
  AsyncCaller nonBlocking() {
    if (!parts.needsNoThreads()) {
      throw new IllegalStateException(
          "the transport that was handed in blocks a thread for every request: name an executor"
              + " whose threads may be blocked, as in client.async(executor)");
    }
    return new NonBlockingCaller(this, parts.pipeline());
  }

  /** Tells the items of a list apart. */
  ItemKey itemKey(OperationInfo operation) {
    return reader.itemKey(operation);
  }

  ErrorTranslator translator() {
    return parts.translator();
  }

  /** What listeners remember of this thread, for calls that follow on other ones. */
  CapturedContext capture() {
    return parts.listeners().capture();
  }

  /** A context for one call of an operation, which has not started yet. */
  CallContext context(OperationInfo operation, Map<String, String> query, OptionalInt page) {
    return context(operation.id(), operation.codes(parts.commonCodes()), query, page)
        .withRetry(
            operation.isRepeatable(),
            operation.howToFindOut(),
            options.retry(),
            options.attemptTimeout())
        .withHeaders(options.headers());
  }

  /** A context for a request that the caller has made himself, and that has not started yet. */
  CallContext context(OwnRequest request) {
    return context(request.operation(), parts.commonCodes(), Map.of(), OptionalInt.empty())
        .withRetry(
            request.isRepeatable(),
            request.howToFindOut(),
            options.retry(),
            options.attemptTimeout())
        .withHeaders(request.headers(options.headers()));
  }

  private CallContext context(
      String operation, CodeMeanings codes, Map<String, String> query, OptionalInt page) {
    return new CallContext(
        parts.provider(),
        operation,
        codes,
        Deadline.after(options.timeout(), parts.time()),
        parts.connectTimeout(),
        query,
        page,
        parts.listeners().call(parts.provider(), operation, page));
  }

  /** Makes a call: sends its request and reads the response. */
  <T> T call(Supplier<Request> request, CallContext context, Reading<T> reading) {
    Observation observation = context.observation();
    observation.started();
    try {
      SuccessResponse response =
          SuccessResponse.of(parts.pipeline().execute(request.get(), context));
      T value = read(context, response, reading);
      observation.ended(context.attempts(), null);
      return value;
    } catch (RuntimeException | Error failure) {
      observation.ended(context.attempts(), failure);
      throw failure;
    } catch (IOException e) {
      throw new IllegalStateException("a failure passed the pipeline untranslated", e);
    }
  }

  /** Reads a response of success, after whoever wants to see it as it came. */
  <T> T read(CallContext context, SuccessResponse response, Reading<T> reading) {
    options.responses().ifPresent(consumer -> consumer.accept(response.raw()));
    try {
      T value = reading.read(reader, response);
      response.passedOver().forEach(context.observation()::unreadable);
      return value;
    } catch (RefusedInEnvelope e) {
      throw translator()
          .refusal(
              context, response.request(), response.status(), response.headers(), response.body());
    } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
      throw translator()
          .unreadable(
              context,
              response.request(),
              response.status(),
              response.headers(),
              response.body(),
              e);
    }
  }

  /** Reads a response of success. */
  interface Reading<T> {
    T read(PayloadReader reader, SuccessResponse response) throws IOException;
  }
}
