package io.github.invoicingsdk.internal.observation;

import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.internal.error.Redactor;
import io.github.invoicingsdk.model.UnreadableValue;
import io.github.invoicingsdk.observation.Attempt;
import io.github.invoicingsdk.observation.Call;
import io.github.invoicingsdk.observation.CallListener;
import io.github.invoicingsdk.observation.CallResult;
import io.github.invoicingsdk.observation.Retry;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One call as listeners see it; costs next to nothing when nobody listens. Thread-safe. */
public final class Observation implements Call {

  private final Listeners listeners;
  private final Provider provider;
  private final String operation;
  private final OptionalInt page;
  private final boolean heard;
  private final long startNanos;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final Map<Class<?>, Object> attachments;
  private final CapturedContext caller;
  private volatile OptionalInt lastStatus = OptionalInt.empty();
  private volatile @Nullable Supplier<String> request;

  Observation(Listeners listeners, Provider provider, String operation, OptionalInt page) {
    this.listeners = listeners;
    this.provider = provider;
    this.operation = operation;
    this.page = page;
    this.heard = !listeners.isEmpty();
    this.startNanos = heard ? listeners.time().nanoTime() : 0;
    this.attachments = heard ? new ConcurrentHashMap<>() : Map.of();
    this.caller = listeners.capture();
  }

  /** Whether anybody listens. */
  public boolean isHeard() {
    return heard;
  }

  /** Tells that the call starts. */
  public void started() {
    if (heard) {
      tell(listener -> listener.started(this));
    }
  }

  /** What listeners remember of the thread that made the call. */
  public CapturedContext caller() {
    return caller;
  }

  /** Tells listeners while what they remember of the caller is current, whichever thread it is. */
  private void tell(Consumer<CallListener> event) {
    if (caller.isEmpty()) {
      listeners.tell(event);
    } else {
      caller.run(() -> listeners.tell(event));
    }
  }

  /**
   * Tells that a request is being sent.
   *
   * @param shown makes method and path, without what is secret
   */
  public void sending(Supplier<String> shown) {
    // The path of a file opens it to everybody.
    if (!operation.equals(CallListener.DOWNLOAD)) {
      request = shown;
    }
  }

  /** The moment at which a request is sent, for {@link #attempted}. */
  public long now() {
    return heard ? listeners.time().nanoTime() : 0;
  }

  /**
   * Tells what became of a request.
   *
   * @param number which request of the call it was, from 1
   * @param outcome what the response, or its lack, says
   * @param sentAt when it was sent: an earlier {@link #now}
   * @param request the body of the request
   * @param observed what came; null when nothing did
   * @param secrets makes the client's redactor one that knows the request's secrets too
   */
  public void attempted(
      int number,
      Attempt.Outcome outcome,
      long sentAt,
      ObservedBody request,
      @Nullable ObservedResponse observed,
      UnaryOperator<Redactor> secrets) {
    if (!heard) {
      return;
    }
    ObservedBody response = observed == null ? ObservedBody.NONE : observed.body();
    OptionalInt status = observed == null ? OptionalInt.empty() : OptionalInt.of(observed.status());
    lastStatus = status;
    BodyMask mask = listeners.mask();
    Attempt attempt =
        new Attempt(
            number,
            outcome,
            status,
            Duration.ofNanos(listeners.time().nanoTime() - sentAt),
            request.bytes().length,
            observed == null ? 0 : observed.bytes(),
            () -> mask.text(request.bytes(), request.contentType(), secrets),
            // A token may stand there under any name.
            () ->
                operation.equals(CallListener.TOKEN)
                    ? BodyMask.size(response.bytes())
                    : mask.text(response.bytes(), response.contentType(), secrets));
    tell(listener -> listener.attempted(this, attempt));
  }

  /** Tells that the request will be sent again. */
  public void retrying(Retry.Reason reason, Duration pause) {
    if (heard) {
      Retry retry = new Retry(reason, pause);
      tell(listener -> listener.retrying(this, retry));
    }
  }

  /** Tells of a value that could not be read and decides nothing. */
  public void unreadable(UnreadableValue value) {
    if (heard) {
      tell(listener -> listener.unreadable(this, value));
    }
  }

  /**
   * Tells that the call has ended; only the first time counts.
   *
   * @param attempts how many requests were sent
   * @param failure what the caller gets instead of a value; null when it gets one
   */
  public void ended(int attempts, @Nullable Throwable failure) {
    if (!heard || !ended.compareAndSet(false, true)) {
      return;
    }
    CallResult result =
        new CallResult(
            Outcomes.of(failure),
            lastStatus,
            attempts,
            Duration.ofNanos(listeners.time().nanoTime() - startNanos),
            Optional.ofNullable(failure));
    tell(listener -> listener.ended(this, result));
  }

  @Override
  public Provider provider() {
    return provider;
  }

  @Override
  public String operation() {
    return operation;
  }

  @Override
  public String account() {
    return listeners.account();
  }

  @Override
  public Optional<String> request() {
    Supplier<String> shown = request;
    return shown == null ? Optional.empty() : Optional.of(shown.get());
  }

  @Override
  public OptionalInt page() {
    return page;
  }

  @Override
  public <T> void attach(Class<T> key, T value) {
    attachments.put(
        Objects.requireNonNull(key, "key"), key.cast(Objects.requireNonNull(value, "value")));
  }

  @Override
  public <T> Optional<T> attachment(Class<T> key) {
    return Optional.ofNullable(key.cast(attachments.get(Objects.requireNonNull(key, "key"))));
  }

  @Override
  public String toString() {
    return provider.displayName() + " " + operation;
  }

  /** A body with its type. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared, and not copied: it may be large.
  public record ObservedBody(byte[] bytes, @Nullable String contentType) {

    /** No body. */
    public static final ObservedBody NONE = new ObservedBody(new byte[0], null);
  }

  /** The status, the size and the body of a response. */
  public record ObservedResponse(int status, long bytes, ObservedBody body) {}
}
