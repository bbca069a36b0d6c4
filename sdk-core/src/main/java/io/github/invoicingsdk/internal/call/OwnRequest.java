package io.github.invoicingsdk.internal.call;

import com.google.gson.JsonParseException;
import feign.Request;
import io.github.invoicingsdk.ApiRequest;
import io.github.invoicingsdk.RawResponse;
import io.github.invoicingsdk.internal.call.PayloadReader.RefusedInEnvelope;
import io.github.invoicingsdk.internal.model.JsonFormats;
import io.github.invoicingsdk.vocabulary.QueryValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A request that a caller has made himself, as the pipeline takes it. Immutable. */
final class OwnRequest {

  private static final String HOW_TO_FIND_OUT =
      "Read from the provider what the request would have changed, and look whether it did.";

  private final ApiRequest given;
  private final EngineParts parts;

  OwnRequest(ApiRequest given, EngineParts parts) {
    this.given = given;
    this.parts = parts;
  }

  /**
   * Method and path; what tells one object from another is left out, so that calls can be counted.
   */
  String operation() {
    StringBuilder name = new StringBuilder(given.method()).append(' ');
    int start = 0;
    String path = given.path();
    while (start < path.length()) {
      int slash = path.indexOf('/', start + 1);
      int end = slash < 0 ? path.length() : slash;
      name.append(generalized(path.substring(start, end)));
      start = end;
    }
    return name.toString();
  }

  /** A segment with the slash before it. */
  private static String generalized(String segment) {
    boolean value = segment.chars().anyMatch(c -> (c >= '0' && c <= '9') || c == '%');
    if (!value) {
      return segment;
    }
    int dot = segment.lastIndexOf('.');
    String suffix = dot < 0 ? "" : segment.substring(dot);
    return "/{id}" + (suffix.chars().skip(1).allMatch(c -> c >= 'a' && c <= 'z') ? suffix : "");
  }

  boolean isRepeatable() {
    return given.isRepeatable();
  }

  String howToFindOut() {
    return HOW_TO_FIND_OUT;
  }

  /**
   * The headers that the caller adds: those of the request stand for more than those of all calls.
   */
  Map<String, String> headers(Map<String, String> ofAllCalls) {
    if (given.headers().isEmpty()) {
      return ofAllCalls;
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(ofAllCalls);
    // A map keeps the old spelling of a name whose value is replaced, which makes no difference.
    headers.putAll(given.headers());
    return headers;
  }

  /** Makes the request; nothing is sent. */
  Request request() {
    Map<String, Collection<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("Accept", List.of("application/json"));
    headers.put("User-Agent", List.of(parts.userAgent()));
    byte[] body = given.body().map(json -> json.getBytes(StandardCharsets.UTF_8)).orElse(null);
    if (body != null) {
      headers.put("Content-Type", List.of(RequestMaker.JSON));
      headers.put("Content-Length", List.of(Integer.toString(body.length)));
    }
    return Request.create(
        Request.HttpMethod.valueOf(given.method()),
        url(),
        headers,
        body,
        StandardCharsets.UTF_8,
        null);
  }

  private String url() {
    StringBuilder url = new StringBuilder(128).append(parts.baseUrl()).append(given.path());
    char separator = '?';
    for (Map.Entry<String, List<String>> parameter : given.query().entrySet()) {
      for (String value : parameter.getValue()) {
        url.append(separator)
            .append(QueryValue.encode(parameter.getKey()))
            .append('=')
            .append(QueryValue.encode(value));
        separator = '&';
      }
    }
    return url.toString();
  }

  /** The response as it came, unless its envelope says that the call was refused. */
  Caller.Reading<RawResponse> reading() {
    return (reader, response) -> {
      if (isRefusal(response)) {
        throw new RefusedInEnvelope();
      }
      return response.raw();
    };
  }

  private boolean isRefusal(SuccessResponse response) {
    if (parts.successMember().isEmpty() || response.isBlank()) {
      return false;
    }
    boolean[] refusal = {false};
    try {
      new PathReader()
          .on(parts.successMember(), in -> refusal[0] = !JsonFormats.BOOLEAN.read(in))
          .read(PayloadReader.open(response.json()));
    } catch (IOException | JsonParseException | IllegalStateException e) {
      // What is in no envelope says nothing of the kind.
      return false;
    }
    return refusal[0];
  }
}
