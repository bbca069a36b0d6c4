package io.github.invoicingsdk.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.invoicingsdk.sandbox.internal.http.Site;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes every request in: records it, finds its site, and delivers the response or the fault. */
final class RequestDispatcher implements HttpHandler {
  private static final int MAX_BODY_BYTES = 1 << 20;

  private final Clock clock;
  private final List<Site> sites;
  private final RequestLog requests;
  private final Faults faults;

  RequestDispatcher(Clock clock, List<Site> sites, RequestLog requests, Faults faults) {
    this.clock = clock;
    this.sites = List.copyOf(sites);
    this.requests = requests;
    this.faults = faults;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
      RecordedRequest request = record(exchange, body);
      requests.add(request);
      ResponseWriter writer = new ResponseWriter(exchange, request, () -> response(request));
      @Nullable Fault fault = faults.next(request);
      if (fault == null) {
        writer.send(writer.work());
      } else {
        fault.play(writer);
      }
    } catch (InterruptedException e) {
      // The sandbox is being closed while the request is held; its connection is cut.
      Thread.currentThread().interrupt();
    }
  }

  private RecordedRequest record(HttpExchange exchange, byte[] body) {
    return new RecordedRequest(
        clock.instant(),
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        exchange.getRequestURI().getRawQuery(),
        exchange.getRequestHeaders(),
        body);
  }

  private CannedResponse response(RecordedRequest request) {
    if (request.bodyBytes().length > MAX_BODY_BYTES) {
      return text(413, "The sandbox takes bodies of up to " + MAX_BODY_BYTES + " bytes.");
    }
    try {
      return sites.stream()
          .filter(site -> site.owns(request.path()))
          .findFirst()
          .map(site -> site.handle(request))
          .orElseGet(() -> unknown(request));
    } catch (RuntimeException e) {
      return text(500, "The sandbox has a bug in answering " + request + ": " + e);
    }
  }

  private CannedResponse unknown(RecordedRequest request) {
    String known =
        sites.stream().flatMap(site -> site.routes().stream()).collect(Collectors.joining("\n"));
    return text(404, "The sandbox does not know " + request + ". It knows:\n" + known);
  }

  private static CannedResponse text(int status, String text) {
    return CannedResponse.of(status).withBody("text/plain; charset=utf-8", text + "\n");
  }
}
