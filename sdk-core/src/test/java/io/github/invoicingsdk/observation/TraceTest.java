package io.github.invoicingsdk.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.fixture.SandboxClients;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.internal.client.BuilderAccess;
import io.github.invoicingsdk.internal.http.FakeTime;
import io.github.invoicingsdk.invoicexpress.Drafts;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.model.Client;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.Fault;
import io.github.invoicingsdk.sandbox.IdokladCredentials;
import io.github.invoicingsdk.sandbox.Sandbox;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the spans of calls hang that follow from one method of a client, on whichever threads. */
@Timeout(60)
class TraceTest {

  private static final long SERIES = 146090;
  private static final int CLIENTS = 25;

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final OpenTelemetrySdk telemetry =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                  .build())
          .build();
  private final OpenTelemetryListener listener = new OpenTelemetryListener(telemetry);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final FakeTime time = new FakeTime();
  private final Sandbox sandbox = Sandbox.start();
  private final InvoiceXpressClient invoiceXpress =
      SandboxClients.invoiceXpress(sandbox, time).listener(listener).build();
  private final IdokladClient idoklad = idoklad();
  private final Sequence sequence = invoiceXpress.sequences().get(SERIES);

  @BeforeEach
  void fill() {
    sandbox.invoiceXpress().rateLimit().allowAll();
    for (int i = 0; i < CLIENTS; i++) {
      sandbox.invoiceXpress().addClient("C" + i, "C" + i);
    }
    exporter.reset();
  }

  @AfterEach
  void close() {
    invoiceXpress.close();
    idoklad.close();
    sandbox.close();
    threads.shutdownNow();
    telemetry.close();
  }

  /** Something that a program does, and how many spans it makes at least. */
  record Doing(String name, int spans, Consumer<TraceTest> work) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Doing> doings() {
    return Stream.of(
        new Doing(
            "pages as a future",
            3,
            t -> t.invoiceXpress.async().clients().list().withPageSize(10).toList().join()),
        new Doing(
            "pages on an executor",
            3,
            t ->
                t.invoiceXpress.async(t.threads).clients().list().withPageSize(10).toList().join()),
        new Doing(
            "pages fetched ahead",
            3,
            t -> t.invoiceXpress.clients().list().withPageSize(10).prefetch(2).forEach(c -> {})),
        new Doing(
            "pages fetched ahead on an executor",
            3,
            t ->
                t.invoiceXpress
                    .clients()
                    .list()
                    .withPageSize(10)
                    .prefetch(2, t.threads)
                    .forEach(c -> {})),
        new Doing(
            "pages read on another thread",
            3,
            t -> {
              Stream<Client> stream = t.invoiceXpress.clients().list().withPageSize(10).stream();
              CompletableFuture.runAsync(() -> stream.forEach(c -> {}), t.threads).join();
            }),
        new Doing(
            "polls as a future",
            3,
            t -> {
              long id = t.sandbox.invoiceXpress().addDocument(2);
              t.invoiceXpress.async().documents().pdf(id).await(Duration.ofMinutes(1)).join();
            }),
        new Doing(
            "polls on an executor",
            3,
            t -> {
              long id = t.sandbox.invoiceXpress().addDocument(2);
              t.invoiceXpress
                  .async(t.threads)
                  .documents()
                  .pdf(id)
                  .await(Duration.ofMinutes(1))
                  .join();
            }),
        new Doing(
            "polls",
            3,
            t -> {
              long id = t.sandbox.invoiceXpress().addDocument(2);
              t.invoiceXpress.documents().pdf(id).await(Duration.ofMinutes(1));
            }),
        new Doing("a token", 2, t -> t.idoklad.numericSequences().get(1)),
        new Doing(
            "a token for a future", 2, t -> t.idoklad.async().numericSequences().get(1).join()),
        new Doing(
            "a token on an executor",
            2,
            t -> t.idoklad.async(t.threads).numericSequences().get(1).join()),
        new Doing(
            "a token that was refused",
            3,
            t -> {
              t.sandbox
                  .faults()
                  .on("GET", ".*/NumericSequences/1")
                  .once(Fault.response(CannedResponse.of(401)));
              t.idoklad.async().numericSequences().get(1).join();
            }),
        new Doing(
            "a repetition",
            1,
            t -> {
              t.sandbox
                  .faults()
                  .on("GET", ".*/sequences/.*")
                  .once(Fault.response(CannedResponse.of(500)));
              t.invoiceXpress.async().sequences().get(SERIES).join();
            }),
        new Doing(
            "issuing",
            3,
            t -> t.invoiceXpress.issue(DocumentType.INVOICE, t.sequence, Drafts.invoice("o-1"))),
        new Doing(
            "issuing as a future",
            3,
            t ->
                t.invoiceXpress
                    .async()
                    .issue(DocumentType.INVOICE, t.sequence, Drafts.invoice("o-1"))
                    .join()),
        new Doing(
            "issuing on an executor",
            3,
            t ->
                t.invoiceXpress
                    .async(t.threads)
                    .issue(DocumentType.INVOICE, t.sequence, Drafts.invoice("o-1"))
                    .join()),
        new Doing(
            "registering as a future",
            2,
            t -> {
              long id = t.sandbox.invoiceXpress().addSeries("2027");
              t.invoiceXpress.async().ensureRegistered(id).join();
            }),
        new Doing("a download", 1, t -> t.saved(t.file())),
        new Doing(
            "a download as a future",
            1,
            t -> t.invoiceXpress.async().download(t.file()).to(new ByteArrayOutputStream()).join()),
        new Doing(
            "a download on an executor",
            1,
            t ->
                t.invoiceXpress
                    .async(t.threads)
                    .download(t.file())
                    .to(new ByteArrayOutputStream())
                    .join()));
  }

  @ParameterizedTest
  @MethodSource("doings")
  void all_that_follows_from_a_call_is_a_child_of_the_span_that_was_current_there(Doing doing) {
    Span parent = under("order", () -> doing.work().accept(this));

    List<SpanData> spans = spans();
    assertThat(spans).hasSizeGreaterThanOrEqualTo(doing.spans());
    assertThat(spans)
        .allSatisfy(
            span -> {
              assertThat(span.getTraceId()).isEqualTo(parent.getSpanContext().getTraceId());
              assertThat(span.getParentSpanId()).isEqualTo(parent.getSpanContext().getSpanId());
            });
    assertThat(Span.current().getSpanContext().isValid()).isFalse();
  }

  @Test
  void a_list_that_is_read_on_after_another_span_has_begun_stays_where_it_was_begun() {
    List<Stream<Client>> streams = new ArrayList<>();
    Span parent =
        under("order", () -> streams.add(invoiceXpress.clients().list().withPageSize(10).stream()));

    under("something else", () -> assertThat(streams.get(0)).hasSizeGreaterThan(CLIENTS - 1));

    assertThat(spans())
        .hasSizeGreaterThan(2)
        .allMatch(span -> span.getParentSpanId().equals(parent.getSpanContext().getSpanId()));
  }

  @Test
  void a_token_that_several_calls_wait_for_belongs_to_the_first_of_them() {
    sandbox.faults().on("POST", ".*/token").once(Fault.response(CannedResponse.of(503)));
    List<CompletableFuture<?>> calls = new ArrayList<>();
    Supplier<CompletableFuture<?>> call =
        () -> idoklad.async().numericSequences().get(1).toCompletableFuture();
    Span first = under("first", () -> calls.add(call.get()));
    Span second = under("second", () -> calls.add(call.get()));
    CompletableFuture.allOf(calls.toArray(CompletableFuture<?>[]::new)).join();

    assertThat(spans())
        .filteredOn(span -> !span.getName().equals("token"))
        .extracting(SpanData::getParentSpanId)
        .containsExactlyInAnyOrder(
            first.getSpanContext().getSpanId(), second.getSpanContext().getSpanId());
    assertThat(spans())
        .filteredOn(span -> span.getName().equals("token"))
        .isNotEmpty()
        .allMatch(
            span ->
                span.getParentSpanId().equals(first.getSpanContext().getSpanId())
                    || span.getParentSpanId().equals(second.getSpanContext().getSpanId()));
  }

  @Test
  void what_a_listener_throws_while_it_remembers_changes_nothing() {
    CallListener broken =
        new CallListener() {
          @Override
          public CallerContext capture() {
            throw new IllegalStateException("no context");
          }
        };
    CallListener halfBroken =
        new CallListener() {
          @Override
          public CallerContext capture() {
            return () -> {
              throw new IllegalStateException("not current");
            };
          }
        };
    CallListener brokenAtEnd =
        new CallListener() {
          @Override
          public CallerContext capture() {
            return () ->
                () -> {
                  throw new IllegalStateException("not closed");
                };
          }
        };
    try (InvoiceXpressClient client =
        InvoiceXpressClient.builder()
            .baseUrl(sandbox.invoiceXpressUrl())
            .apiKey(sandbox.invoiceXpressApiKey())
            .listener(broken)
            .listener(halfBroken)
            .listener(brokenAtEnd)
            .listener(listener)
            .build()) {
      Span parent =
          under("order", () -> client.async().clients().list().withPageSize(10).toList().join());

      assertThat(spans())
          .hasSizeGreaterThan(2)
          .allMatch(span -> span.getParentSpanId().equals(parent.getSpanContext().getSpanId()));
    }
  }

  private Span under(String name, Runnable work) {
    Span span = telemetry.getTracer("test").spanBuilder(name).startSpan();
    try (Scope scope = span.makeCurrent()) {
      assertThat(scope).isNotNull();
      work.run();
    } finally {
      span.end();
    }
    return span;
  }

  /** The spans that the listener has made. */
  private List<SpanData> spans() {
    return exporter.getFinishedSpanItems().stream()
        .filter(
            span -> span.getInstrumentationScopeInfo().getName().equals("io.github.invoicingsdk"))
        .toList();
  }

  private URI file() {
    long id = sandbox.invoiceXpress().addDocument(0);
    return invoiceXpress.documents().pdf(id).await(Duration.ofMinutes(1));
  }

  private void saved(URI file) {
    try {
      invoiceXpress.download(file).to(new ByteArrayOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private IdokladClient idoklad() {
    IdokladCredentials credentials = sandbox.idokladCredentials();
    return BuilderAccess.withTime(
            IdokladClient.builder()
                .baseUrl(sandbox.idokladUrl())
                .tokenUrl(sandbox.idokladTokenUrl())
                .clientCredentials(
                    keys ->
                        keys.applicationId(credentials.applicationId())
                            .clientId(credentials.clientId())
                            .clientSecret(credentials.clientSecret()))
                .listener(listener),
            time)
        .build();
  }
}
