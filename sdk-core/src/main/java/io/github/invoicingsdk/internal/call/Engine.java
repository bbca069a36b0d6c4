package io.github.invoicingsdk.internal.call;

import io.github.invoicingsdk.ApiRequest;
import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.RawResponse;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Makes the implementations of generated interfaces, each when it is first asked for. Thread-safe.
 */
public final class Engine {

  private final EngineParts parts;
  private final PayloadReader reader;
  private final Interfaces interfaces;
  private final Caller caller;
  private final Map<Class<?>, Object> resources = new ConcurrentHashMap<>();

  private Engine(
      EngineParts parts, PayloadReader reader, Interfaces interfaces, CallOptions options) {
    this.parts = parts;
    this.reader = reader;
    this.interfaces = interfaces;
    this.caller = new Caller(parts, reader, options);
  }

  /**
   * Creates an engine.
   *
   * @param parts what all calls have in common
   * @param options how long calls may take and how often they are tried
   */
  public static Engine of(EngineParts parts, CallOptions options) {
    Payloads payloads = new Payloads(parts.models());
    return new Engine(parts, new PayloadReader(payloads), new Interfaces(parts, payloads), options);
  }

  /** An engine with other options, which shares what this one has read of the interfaces. */
  public Engine with(CallOptions options) {
    return new Engine(parts, reader, interfaces, options);
  }

  /**
   * Finds the implementation of a generated interface.
   *
   * @param <T> the interface
   * @param type the interface's class
   * @return the implementation, always the same for the same class
   */
  public <T> T resource(Class<T> type) {
    return type.cast(resources.computeIfAbsent(type, this::implement));
  }

  /** Sends a request that a caller has made himself, and that has been checked. */
  public RawResponse send(ApiRequest request) {
    OwnRequest own = new OwnRequest(request, parts);
    return caller.call(own::request, caller.context(own), own.reading());
  }

  /**
   * Implements asynchronous interfaces.
   *
   * @param executor its threads wait for the responses; null when none shall
   * @throws IllegalStateException when there is no executor and the transport needs threads
   */
  public AsyncEngine async(@Nullable Executor executor) {
    AsyncCaller asyncCaller =
        executor == null ? caller.nonBlocking() : new ExecutorCaller(caller, executor);
    return new AsyncEngine(parts, interfaces, caller, asyncCaller);
  }

  private Object implement(Class<?> type) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        new OperationHandler(type, interfaces, caller));
  }
}
