package io.github.invoicingsdk.internal.http;

import feign.Request;
import io.github.invoicingsdk.vocabulary.QueryValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies of requests with small changes. */
public final class Requests {

  private Requests() {}

  /** The request with a query parameter more, encoded strictly. */
  public static Request withQuery(Request request, String name, String value) {
    String url = request.url();
    char separator = url.indexOf('?') < 0 ? '?' : '&';
    return copy(
        request,
        url + separator + QueryValue.encode(name) + "=" + QueryValue.encode(value),
        request.headers());
  }

  /** The request with a header set, in place of any values it had. */
  public static Request withHeader(Request request, String name, String value) {
    Map<String, Collection<String>> headers = new LinkedHashMap<>();
    request
        .headers()
        .forEach(
            (key, values) -> {
              if (!key.equalsIgnoreCase(name)) {
                headers.put(key, values);
              }
            });
    headers.put(name, List.of(value));
    return copy(request, request.url(), headers);
  }

  private static Request copy(
      Request request, String url, Map<String, Collection<String>> headers) {
    return Request.create(
        request.httpMethod(),
        url,
        headers,
        request.body(),
        request.charset(),
        request.requestTemplate());
  }
}
