package io.github.invoicingsdk.internal.http;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Adds {@link CallContext#query} to the address, such as the number of the page to be read.
 *
 * <p>A parameter replaces one of the same name. Parameters are added in the order of their names,
 * so that the same call always has the same address. As thread-safe as the client below.
 */
public final class QueryClient implements Client {

  private final Client next;

  /** Creates the stage above the next one. */
  public QueryClient(Client next) {
    this.next = Objects.requireNonNull(next, "next");
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    Map<String, String> parameters = CallContext.of(options).query();
    if (parameters.isEmpty()) {
      return next.execute(request, options);
    }
    String url = request.url();
    for (Map.Entry<String, String> parameter : new TreeMap<>(parameters).entrySet()) {
      url = RequestAddress.withParameter(url, parameter.getKey(), parameter.getValue());
    }
    return next.execute(RequestAddress.move(request, url), options);
  }
}
