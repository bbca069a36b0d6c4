package io.github.invoicingsdk.internal.call;

import io.github.invoicingsdk.ApiRequest;
import io.github.invoicingsdk.RawResponse;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes the implementations of generated asynchronous interfaces, each when it is first asked for.
 * Thread-safe.
 */
public final class AsyncEngine {

  private final EngineParts parts;
  private final Interfaces interfaces;
  private final Caller caller;
  private final AsyncCaller asyncCaller;
  private final Map<Class<?>, Object> resources = new ConcurrentHashMap<>();

  AsyncEngine(EngineParts parts, Interfaces interfaces, Caller caller, AsyncCaller asyncCaller) {
    this.parts = parts;
    this.interfaces = interfaces;
    this.caller = caller;
    this.asyncCaller = asyncCaller;
  }

  /**
   * Finds the implementation of a generated asynchronous interface.
   *
   * @param <T> the interface
   * @param type the interface's class
   * @return the implementation, always the same for the same class
   */
  public <T> T resource(Class<T> type) {
    return type.cast(resources.computeIfAbsent(type, this::implement));
  }

  /** Sends a request that a caller has made himself, and that has been checked. */
  public CompletableFuture<RawResponse> send(ApiRequest request) {
    OwnRequest own = new OwnRequest(request, parts);
    return asyncCaller.call(own::request, () -> caller.context(own), own.reading());
  }

  private Object implement(Class<?> type) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        new AsyncOperationHandler(type, interfaces, caller, asyncCaller));
  }
}
