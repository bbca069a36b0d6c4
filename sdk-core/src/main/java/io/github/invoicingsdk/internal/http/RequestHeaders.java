package io.github.invoicingsdk.internal.http;

import feign.Request;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Copies requests with other headers. */
public final class RequestHeaders {

  private RequestHeaders() {}

  /**
   * The same request with headers that were changed.
   *
   * @param request the request, which stays as it is
   * @param change changes a copy of its headers, in which the case of a name does not matter; a
   *     name whose value is replaced keeps its old spelling
   */
  public static Request change(Request request, Consumer<Map<String, Collection<String>>> change) {
    Map<String, Collection<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(request.headers());
    change.accept(headers);
    return Request.create(
        request.httpMethod(),
        request.url(),
        headers,
        request.body(),
        request.charset(),
        request.requestTemplate());
  }
}
