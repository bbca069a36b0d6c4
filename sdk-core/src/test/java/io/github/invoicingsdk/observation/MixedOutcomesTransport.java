package io.github.invoicingsdk.observation;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.RetryPolicy;
import io.github.invoicingsdk.internal.client.BuilderAccess;
import io.github.invoicingsdk.internal.http.FakeTime;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Calls that succeed and fail in all ways, in known numbers: of every ten, five succeed at once,
 * one after a repetition, one is refused, one fails after three requests, one write is lost, and
 * one response cannot be read.
 */
final class MixedOutcomesTransport implements Client {

  /** Requests per ten calls. */
  static final int REQUESTS = 5 + 2 + 1 + 3 + 1 + 1;

  private static final CallOptions THREE_ATTEMPTS =
      CallOptions.defaults().toBuilder()
          .retry(
              RetryPolicy.defaults().toBuilder().maxAttempts(3).firstDelay(Duration.ZERO).build())
          .build();

  private final AtomicInteger seen = new AtomicInteger();

  /** Makes ten calls so many times, and lets a listener listen. */
  static void callTenTimes(int times, CallListener listener) {
    try (InvoiceXpressClient client =
        BuilderAccess.withTime(InvoiceXpressClient.builder(), new FakeTime())
            .account("acme")
            .apiKey("the-api-key")
            .unverifiedTransport(new MixedOutcomesTransport())
            .options(THREE_ATTEMPTS)
            .unlimitedRate()
            .listener(listener)
            .build()) {
      for (int i = 0; i < times; i++) {
        for (long id = 0; id < 10; id++) {
          call(client, id);
        }
      }
    }
  }

  private static void call(InvoiceXpressClient client, long id) {
    try {
      if (id == 8) {
        client.sequences().register(id);
      } else {
        client.sequences().get(id);
      }
    } catch (RuntimeException expected) {
      // What became of it, the listener is told.
    }
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    int id = Integer.parseInt(request.url().replaceAll(".*/sequences/(\\d+).*", "$1"));
    return switch (id) {
      case 5 -> response(request, 404, "{}");
      case 6 ->
          seen.incrementAndGet() % 2 == 1
              ? response(request, 429, "{}")
              : response(request, 200, "{\"sequence\":{\"id\":6}}");
      case 7 -> response(request, 500, "{}");
      case 8 -> throw new IOException("connection reset");
      case 9 -> response(request, 200, "<html>");
      default -> response(request, 200, "{\"sequence\":{\"id\":" + id + "}}");
    };
  }

  private static Response response(Request request, int status, String body) {
    return Response.builder()
        .status(status)
        .request(request)
        .headers(Map.of("Content-Type", List.of("application/json")))
        .body(body, StandardCharsets.UTF_8)
        .build();
  }
}
