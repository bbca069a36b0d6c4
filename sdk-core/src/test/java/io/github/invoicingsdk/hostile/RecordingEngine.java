package io.github.invoicingsdk.hostile;

import feign.Request;
import feign.Response;
import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.internal.call.Engine;
import io.github.invoicingsdk.internal.call.EngineParts;
import io.github.invoicingsdk.internal.error.ErrorTranslator;
import io.github.invoicingsdk.internal.error.Redactor;
import io.github.invoicingsdk.internal.http.Clock;
import io.github.invoicingsdk.internal.observation.Listeners;
import io.github.invoicingsdk.invoicexpress.model.InvoiceXpressModels;
import io.github.invoicingsdk.model.ErrorCode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Implements interfaces in the form of the generated ones, and keeps what would be sent. */
final class RecordingEngine {

  private final List<Request> sent = new ArrayList<>();
  private final Engine engine =
      Engine.of(
          new EngineParts(
              Provider.INVOICEXPRESS,
              URI.create("https://example.test/v2"),
              "test",
              InvoiceXpressModels.REGISTRY,
              ErrorCode::unknown,
              "",
              (request, options) -> {
                sent.add(request);
                return Response.builder().status(204).request(request).headers(Map.of()).build();
              },
              false,
              new ErrorTranslator(new Redactor(List.of()), Clock.system()),
              Clock.system(),
              Duration.ofSeconds(1),
              Listeners.NONE),
          CallOptions.defaults());

  /** The implementation of an interface. */
  <T> T resource(Class<T> type) {
    return engine.resource(type);
  }

  /** The requests so far. */
  List<Request> sent() {
    return List.copyOf(sent);
  }
}
