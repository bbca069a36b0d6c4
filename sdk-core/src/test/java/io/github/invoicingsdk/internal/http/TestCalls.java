package io.github.invoicingsdk.internal.http;

import feign.Request;
import feign.Response;
import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.model.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Requests and contexts for the tests of the pipeline. */
public final class TestCalls {

  /** Long enough never to matter. */
  public static final Duration AMPLE = Duration.ofSeconds(30);

  private TestCalls() {}

  /** A context with ample time on the machine's clock. */
  public static CallContext context() {
    return context(Deadline.after(AMPLE, Clock.system()), Map.of());
  }

  /** A context with so much time on the machine's clock. */
  public static CallContext context(Duration allowed) {
    return context(Deadline.after(allowed, Clock.system()), Map.of());
  }

  /** A context with a deadline and query parameters. */
  public static CallContext context(Deadline deadline, Map<String, String> query) {
    return new CallContext(
        Provider.INVOICEXPRESS,
        "sequences.list",
        ErrorCode::unknown,
        deadline,
        Duration.ofSeconds(10),
        query,
        OptionalInt.empty());
  }

  /** A GET without headers. */
  public static Request get(String url) {
    return request(Request.HttpMethod.GET, url, Map.of(), null);
  }

  /** Any request. */
  public static Request request(
      Request.HttpMethod method,
      String url,
      Map<String, Collection<String>> headers,
      @Nullable String body) {
    return Request.create(
        method,
        url,
        headers,
        body == null ? null : body.getBytes(StandardCharsets.UTF_8),
        StandardCharsets.UTF_8,
        null);
  }

  /** A response to a request. */
  public static Response response(Request request, int status, String body) {
    return Response.builder()
        .request(request)
        .status(status)
        .headers(Map.of("Content-Type", List.of("application/json")))
        .body(body.getBytes(StandardCharsets.UTF_8))
        .build();
  }

  /** The body of a response as text. */
  public static String text(Response response) throws IOException {
    try (InputStream in = response.body().asInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
