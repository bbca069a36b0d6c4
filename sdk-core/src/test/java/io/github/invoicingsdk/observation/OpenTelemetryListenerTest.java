package io.github.invoicingsdk.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.fixture.Reply;
import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.fixture.StubServer;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The spans after calls with faults, from the real SDK. */
@Timeout(60)
class OpenTelemetryListenerTest {

  private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("invoicing.outcome");

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final OpenTelemetrySdk telemetry =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                  .build())
          .build();
  private final OpenTelemetryListener listener = new OpenTelemetryListener(telemetry);

  @AfterEach
  void close() {
    telemetry.close();
  }

  @Test
  void a_thousand_calls_make_a_thousand_spans_by_how_they_ended() {
    MixedOutcomesTransport.callTenTimes(100, listener);

    List<SpanData> spans = exporter.getFinishedSpanItems();
    assertThat(spans).hasSize(1000).allMatch(span -> span.getKind() == SpanKind.CLIENT);
    assertThat(
            spans.stream()
                .collect(
                    Collectors.groupingBy(
                        span -> Objects.requireNonNull(span.getAttributes().get(OUTCOME)),
                        Collectors.counting())))
        .containsEntry("succeeded", 600L)
        .containsEntry("refused", 100L)
        .containsEntry("failed", 100L)
        .containsEntry("outcome_unknown", 100L)
        .containsEntry("unreadable", 100L);
    assertThat(spans)
        .allMatch(
            span ->
                (span.getStatus().getStatusCode() == StatusCode.ERROR)
                    == !"succeeded".equals(span.getAttributes().get(OUTCOME)));
    assertThat(
            spans.stream()
                .flatMap(span -> span.getEvents().stream())
                .collect(Collectors.groupingBy(EventData::getName, Collectors.counting())))
        .containsEntry("invoicing.request", 100L * MixedOutcomesTransport.REQUESTS)
        .containsEntry("invoicing.retry", 300L)
        .containsEntry("exception", 400L);
  }

  @Test
  void a_span_says_what_was_called_and_what_came() {
    MixedOutcomesTransport.callTenTimes(1, listener);

    SpanData refused = exporter.getFinishedSpanItems().get(5);
    assertThat(refused.getName()).isEqualTo("getSequence");
    assertThat(refused.getAttributes().asMap())
        .containsEntry(AttributeKey.stringKey("invoicing.provider"), "invoicexpress")
        .containsEntry(AttributeKey.stringKey("invoicing.operation"), "getSequence")
        .containsEntry(AttributeKey.longKey("invoicing.requests"), 1L)
        .containsEntry(AttributeKey.longKey("http.response.status_code"), 404L)
        .containsEntry(
            AttributeKey.stringKey("error.type"), "io.github.invoicingsdk.error.NotFoundException");
  }

  @Test
  void a_span_is_a_child_of_the_one_that_is_current_where_the_call_starts() {
    Span parent = telemetry.getTracer("test").spanBuilder("order").startSpan();
    try (StubServer server =
            StubServer.start().respondWith(Reply.json("{\"sequence\":{\"id\":7}}"));
        InvoiceXpressClient client = StubClients.invoiceXpress(server).listener(listener).build();
        Scope scope = parent.makeCurrent()) {
      client.sequences().get(7);
      client.async().sequences().get(7).join();
      assertThat(scope).isNotNull();
    } finally {
      parent.end();
    }

    assertThat(exporter.getFinishedSpanItems())
        .filteredOn(span -> span.getName().equals("getSequence"))
        .hasSize(2)
        .allMatch(span -> span.getParentSpanId().equals(parent.getSpanContext().getSpanId()));
  }
}
