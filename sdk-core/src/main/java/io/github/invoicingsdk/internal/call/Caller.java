package io.github.invoicingsdk.internal.call;

import com.google.gson.JsonParseException;
import feign.FeignException;
import feign.InvocationHandlerFactory.MethodHandler;
import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.internal.call.AnswerReader.RefusedInEnvelope;
import io.github.invoicingsdk.internal.error.ErrorTranslator;
import io.github.invoicingsdk.internal.http.CallContext;
import io.github.invoicingsdk.internal.http.Deadline;
import io.github.invoicingsdk.internal.http.Time;
import io.github.invoicingsdk.vocabulary.ErrorCode;
import io.github.invoicingsdk.vocabulary.Page;
import io.github.invoicingsdk.vocabulary.Pagination;
import java.io.IOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Sends one request of an operation through Feign and decodes its answer. Thread-safe. */
final class Caller {

  private final Provider provider;
  private final BiFunction<Integer, String, ErrorCode> commonCodes;
  private final AnswerReader reader;
  private final ErrorTranslator translator;
  private final Time time;
  private final CallOptions options;
  private final Duration connectTimeout;

  Caller(
      Provider provider,
      BiFunction<Integer, String, ErrorCode> commonCodes,
      Payloads payloads,
      ErrorTranslator translator,
      Time time,
      CallOptions options,
      Duration connectTimeout) {
    this.provider = provider;
    this.commonCodes = commonCodes;
    this.reader = new AnswerReader(payloads);
    this.translator = translator;
    this.time = time;
    this.options = options;
    this.connectTimeout = connectTimeout;
  }

  Time time() {
    return time;
  }

  ErrorTranslator translator() {
    return translator;
  }

  /** A context for one request of an operation. */
  CallContext context(OperationInfo operation, Map<String, String> query, OptionalInt page) {
    return new CallContext(
            provider,
            operation.id(),
            operation.codes(commonCodes),
            Deadline.after(options.timeout(), time),
            connectTimeout,
            query,
            page)
        .withRetry(
            operation.isRepeatable(),
            operation.howToFindOut(),
            options.retry(),
            options.attemptTimeout());
  }

  /** Sends a request; null when the method returns nothing. */
  @Nullable Answer send(MethodHandler handler, Object[] arguments, CallContext context) {
    // Feign takes the options out of the arguments, wherever they stand among them.
    Object[] withContext = Arrays.copyOf(arguments, arguments.length + 1);
    withContext[arguments.length] = context;
    try {
      return (Answer) handler.invoke(withContext);
    } catch (FeignException e) {
      throw unwrap(e);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new UndeclaredThrowableException(e);
    }
  }

  /** The payload of an answer that is not a page. */
  Object payload(OperationInfo operation, Object[] arguments, CallContext context, Answer answer) {
    return decode(context, answer, json -> reader.payload(operation, arguments, json));
  }

  /** One page of a list. */
  Page<Object> page(
      OperationInfo operation,
      Pagination pagination,
      int number,
      CallContext context,
      Answer answer) {
    return decode(context, answer, json -> reader.page(operation, pagination, number, json));
  }

  private <T> T decode(CallContext context, Answer answer, Decoding<T> decoding) {
    try {
      return decoding.decode(text(answer.body()));
    } catch (RefusedInEnvelope e) {
      throw translator.refusal(
          context, answer.request(), answer.status(), answer.headers(), answer.body());
    } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
      throw translator.unreadable(
          context, answer.request(), answer.status(), answer.headers(), answer.body(), e);
    }
  }

  /** JSON is UTF-8 (RFC 8259); what is not must be noticed, not replaced. */
  private static String text(byte[] body) throws CharacterCodingException {
    String text = new String(body, StandardCharsets.UTF_8);
    return text.indexOf('\uFFFD') < 0
        ? text
        : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
  }

  /** Feign wraps what its collaborators throw; its own message holds the address, so it goes. */
  private static RuntimeException unwrap(FeignException e) {
    Throwable cause = e.getCause();
    if (cause instanceof InvoicingException || cause instanceof IllegalArgumentException) {
      return (RuntimeException) cause;
    }
    return new IllegalStateException(
        "the request could not be made" + (cause == null ? "" : ": " + cause.getClass().getName()));
  }

  /** Reads a JSON text. */
  private interface Decoding<T> {
    T decode(String json) throws IOException;
  }
}
