package io.github.invoicingsdk.internal.http;

import feign.Request;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Knows the headers of requests that are not for callers, and copies requests with others. */
public final class RequestHeaders {

  /** Headers that HTTP clients write themselves, and refuse from callers, in any case. */
  public static final Set<String> OF_THE_CLIENT =
      caseInsensitive(
          "Connection", "Content-Length", "Expect", "Host", "Transfer-Encoding", "Upgrade");

  private RequestHeaders() {}

  /** Names in which the case does not matter. */
  static Set<String> caseInsensitive(String... names) {
    Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    set.addAll(List.of(names));
    return Collections.unmodifiableSet(set);
  }

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
