package io.github.invoicingsdk.internal.http;

import feign.Request;
import feign.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Adds what the call's context brings: {@link CallContext#query} to the address, such as the number
 * of the page to be read, and {@link CallContext#headers}.
 *
 * <p>A parameter or header replaces one of the same name. Parameters are added in the order of
 * their names, so that the same call always has the same address. As thread-safe as the stage
 * below.
 */
public final class CompletingStage implements Stage {

  private final Stage next;

  /** Creates the stage above the next one. */
  public CompletingStage(Stage next) {
    this.next = Objects.requireNonNull(next, "next");
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    return next.execute(completed(request, CallContext.of(options)), options);
  }

  @Override
  public CompletableFuture<Response> executeAsync(Request request, CallContext context) {
    return next.executeAsync(completed(request, context), context);
  }

  private static Request completed(Request request, CallContext context) {
    Request completed = request;
    if (!context.query().isEmpty()) {
      String url = request.url();
      for (Map.Entry<String, String> parameter : new TreeMap<>(context.query()).entrySet()) {
        url = RequestAddress.withParameter(url, parameter.getKey(), parameter.getValue());
      }
      completed = RequestAddress.move(request, url);
    }
    return context.headers().isEmpty() ? completed : withHeaders(completed, context.headers());
  }

  private static Request withHeaders(Request request, Map<String, String> added) {
    return RequestHeaders.change(
        request, headers -> added.forEach((name, value) -> headers.put(name, List.of(value))));
  }
}
