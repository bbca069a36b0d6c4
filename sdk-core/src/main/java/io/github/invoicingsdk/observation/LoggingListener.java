package io.github.invoicingsdk.observation;

import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.model.UnreadableValue;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Writes to SLF4J, 1.7.15 or newer, which must be on the class path:
 *
 * <pre>{@code
 * InvoiceXpressClient.builder()
 *     .account("acme")
 *     .apiKey(apiKey)
 *     .listener(LoggingListener.create())
 *     .build();
 * }</pre>
 *
 * <p>The loggers are {@code io.github.invoicingsdk.invoicexpress}, {@code
 * io.github.invoicingsdk.idoklad} and {@code io.github.invoicingsdk.idoklad_v2}.
 *
 * <table>
 *   <caption>What is logged</caption>
 *   <tr><th>level</th><th>what</th></tr>
 *   <tr><td>DEBUG</td><td>each call, when it has ended, in one line</td></tr>
 *   <tr><td>INFO</td><td>each repetition; each new access token; what is shared came back</td></tr>
 *   <tr><td>WARN</td><td>where a response holds a value that cannot be read, without the value (at
 *       DEBUG if it is an empty text); a repetition because of the provider's rate limit or for want of a token; a
 *       token that could not be fetched; a write whose outcome is not known; what is shared went
 *       away</td></tr>
 *   <tr><td>TRACE</td><td>with {@link #withBodies}, the bodies of requests and answers, masked: keys,
 *       tokens, passwords, e-mail addresses, fiscal ids</td></tr>
 * </table>
 *
 * <p>Each line begins with {@link Call#account()}; where DEBUG is on, the line at the end of a call
 * holds {@link Call#request()} too.
 *
 * <p>What a failed call ends with is thrown to the caller, and is not logged a second time. Nothing
 * that comes from outside but bodies is written, and bodies keep to one line. Thread-safe.
 */
public final class LoggingListener implements CallListener {

  private final Map<Provider, Logger> loggers = new ConcurrentHashMap<>();
  private final boolean bodies;

  private LoggingListener(boolean bodies) {
    this.bodies = bodies;
  }

  /**
   * A listener that logs no bodies.
   *
   * @return the listener
   */
  public static LoggingListener create() {
    return new LoggingListener(false);
  }

  /**
   * A listener that also logs masked bodies, at TRACE: for finding a fault, not for every day,
   * since names, addresses and amounts stay readable.
   *
   * @return the listener
   */
  public LoggingListener withBodies() {
    return new LoggingListener(true);
  }

  @Override
  public void started(Call call) {
    call.attach(Bytes.class, new Bytes());
  }

  @Override
  public void attempted(Call call, Attempt attempt) {
    call.attachment(Bytes.class).ifPresent(bytes -> bytes.add(attempt));
    Logger logger = logger(call.provider());
    if (bodies && logger.isTraceEnabled()) {
      logger.trace(
          "{} request {}: sent [{}] and got {} [{}]",
          name(call),
          attempt.number(),
          attempt.requestBody().text(),
          status(attempt.status()),
          attempt.responseBody().text());
    }
  }

  @Override
  public void retrying(Call call, Retry retry) {
    boolean matters =
        retry.reason() == Retry.Reason.RATE_LIMITED || retry.reason() == Retry.Reason.NO_TOKEN;
    log(
        logger(call.provider()),
        matters ? Level.WARN : Level.INFO,
        "{}: {}, sent again in {} ms",
        name(call),
        retry.reason(),
        retry.pause().toMillis());
  }

  @Override
  public void unreadable(Call call, UnreadableValue value) {
    log(
        logger(call.provider()),
        value.kind() == UnreadableValue.Kind.EMPTY_TEXT ? Level.DEBUG : Level.WARN,
        "{}: not readable: {}",
        name(call),
        oneLine(value.toString()));
  }

  @Override
  public void ended(Call call, CallResult result) {
    Level level = level(call, result);
    Logger logger = logger(call.provider());
    if (level != Level.DEBUG || logger.isDebugEnabled()) {
      Bytes bytes = call.attachment(Bytes.class).orElseGet(Bytes::new);
      log(
          logger,
          level,
          "{}: {} ({}){}, requests: {}, {} ms, bytes sent: {}, received: {}",
          name(call),
          result.outcome(),
          status(result.status()),
          logger.isDebugEnabled() ? call.request().map(request -> ", " + request).orElse("") : "",
          result.attempts(),
          result.duration().toMillis(),
          bytes.sent,
          bytes.received);
    }
  }

  @Override
  public void fleetChanged(FleetStatus status) {
    log(
        logger(status.provider()),
        status.available() ? Level.INFO : Level.WARN,
        "{}what is shared with other machines is {}: {}",
        prefix(status.account()),
        status.available() ? "back" : "away",
        oneLine(status.reason()));
  }

  /** Without the methods that take a level, which SLF4J 1 does not have. */
  private static void log(Logger logger, Level level, String message, Object... arguments) {
    switch (level) {
      case WARN -> logger.warn(message, arguments);
      case INFO -> logger.info(message, arguments);
      default -> logger.debug(message, arguments);
    }
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  private static Level level(Call call, CallResult result) {
    if (result.outcome() == CallResult.Outcome.OUTCOME_UNKNOWN) {
      return Level.WARN;
    }
    if (call.operation().equals(TOKEN)) {
      return result.outcome() == CallResult.Outcome.SUCCEEDED ? Level.INFO : Level.WARN;
    }
    return Level.DEBUG;
  }

  private static String name(Call call) {
    String page = call.page().isPresent() ? " page " + call.page().getAsInt() : "";
    return prefix(call.account()) + call.operation() + page;
  }

  private static String prefix(String account) {
    return account.isEmpty() ? "" : oneLine(account) + " ";
  }

  private static String status(OptionalInt status) {
    return status.isPresent() ? Integer.toString(status.getAsInt()) : "no response";
  }

  private Logger logger(Provider provider) {
    return loggers.computeIfAbsent(
        provider,
        key ->
            LoggerFactory.getLogger(
                "io.github.invoicingsdk." + key.name().toLowerCase(Locale.ROOT)));
  }

  /** The sizes of a call's bodies so far. */
  private static final class Bytes {

    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();

    void add(Attempt attempt) {
      sent.addAndGet(attempt.requestBytes());
      received.addAndGet(attempt.responseBytes());
    }
  }
}
