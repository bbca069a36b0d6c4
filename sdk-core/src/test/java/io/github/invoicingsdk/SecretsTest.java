package io.github.invoicingsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import feign.Client;
import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.fixture.Exposure;
import io.github.invoicingsdk.fixture.MarkedSecret;
import io.github.invoicingsdk.fixture.Reply;
import io.github.invoicingsdk.fixture.Seen;
import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.fixture.StubServer;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.idoklad.IdokladV2Client;
import io.github.invoicingsdk.idoklad.model.NumericSequencePatch;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.model.NewSequence;
import io.github.invoicingsdk.vocabulary.QueryValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Drives every failure that a server, a network or a mistake can bring about with marked secrets,
 * and looks for the marks in whatever comes out.
 */
@Timeout(120)
class SecretsTest {

  private static final String ENCODABLE = "+/=%&\"\\ \u00e9\uD83D\uDD11?#<'>;";
  private static final MarkedSecret API_KEY = new MarkedSecret("KeyMark", ENCODABLE);
  private static final MarkedSecret CLIENT_SECRET = new MarkedSecret("SecretMark", ENCODABLE);
  private static final MarkedSecret TOKEN = new MarkedSecret("TokenMark", "+/=%&\"\\.~-_");
  private static final List<MarkedSecret> ALL = List.of(API_KEY, CLIENT_SECRET, TOKEN);
  private static final String ERROR =
      "{\"errors\":{\"code\":\"@JSON@\",\"error\":\"@JSON@\",\"@JSON@\":[\"@JSON@\"]},"
          + "\"error\":\"@JSON@\",\"error_description\":\"@JSON@\",\"Message\":\"@JSON@\"}";

  private final StubServer server = StubServer.start();
  private final CountDownLatch end = new CountDownLatch(1);
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeEach
  void capture() {
    PrintStream capture = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(capture);
    System.setErr(capture);
    server.tokens(request -> token(TOKEN));
  }

  @AfterEach
  void close() {
    end.countDown();
    System.setOut(out);
    System.setErr(err);
    server.close();
    assertHidden(List.of(printed.toString(StandardCharsets.UTF_8)));
  }

  @Test
  void the_search_finds_a_secret_in_every_form_and_place() {
    for (MarkedSecret secret : ALL) {
      assertThat(secret.forms()).allSatisfy(form -> assertThat(secret.marksIn(form)).hasSize(2));
    }
    String form = QueryValue.encode(API_KEY.value());
    IOException deep = new IOException("x", new IOException("?api_key=" + form));
    deep.addSuppressed(new IOException(TOKEN.value()));
    List<String> exposed = Exposure.of(new IllegalStateException("y", deep));
    assertThat(exposed).anySatisfy(text -> assertThat(API_KEY.marksIn(text)).isNotEmpty());
    assertThat(exposed).anySatisfy(text -> assertThat(TOKEN.marksIn(text)).isNotEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        300, 301, 302, 303, 304, 307, 308, 399, 400, 401, 402, 403, 404, 405, 406, 407, 408, 409,
        410, 413, 415, 422, 429, 499, 500, 502, 503, 504, 599
      })
  void refusals_that_echo_the_secrets_in_bodies_and_headers(int status) {
    server.respond(request -> echoed(status, "application/json", ERROR, request));
    everyCallFails();
    server.respond(request -> echoed(status, "text/html", "<title>@RAW@</title>", request));
    everyCallFails();
    server.respond(request -> echoed(status, "text/plain", "@RAW@", request));
    everyCallFails();
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void answers_of_success_that_cannot_be_read(String body) {
    server.respond(request -> echoed(200, "application/json", body, request));

    // What one API has to refuse may be a property that is not known in another.
    List<Throwable> failures =
        calls(builder -> {}).stream()
            .flatMap(call -> Stream.ofNullable(catchThrowable(call)))
            .toList();
    assertThat(failures).hasSizeGreaterThanOrEqualTo(3);
    failures.forEach(failure -> assertHidden(Exposure.of(failure)));
  }

  static Stream<String> unreadable() {
    String json = "\"@JSON@\"";
    return Stream.of(
        "",
        "@RAW@",
        "<html><title>@RAW@</title></html>",
        json,
        "[" + json + "]",
        "{" + json + ":{}}",
        "{\"sequence\":" + json + ",\"Data\":" + json + "}",
        "{\"sequence\":{\"id\":" + json + "},\"Data\":{\"Id\":" + json + "},\"Id\":" + json + "}",
        "{\"sequence\":{" + json + ":1,},\"Data\":{" + json + ":1,}," + json + "}",
        "{" + json + ":" + json + ",\"sequence\":{\"id\":7 \"serie\"},\"Data\":{\"Id\":7 \"Name\"}",
        "{\"api_key\":" + json + ",\"access_token\":" + json + ",",
        "{\"Data\":null,\"IsSuccess\":false,\"StatusCode\":400,\"Message\":" + json + "}",
        "{\"IsSuccess\":false,\"ErrorCode\":" + json + ",\"Message\":[" + json + "]}");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 400, 401, 403, 404, 429, 500, 503})
  void token_endpoints_that_refuse_and_echo_the_secret(int status) {
    server.tokens(request -> echoed(status, "application/json", ERROR, request));
    everyIdokladCallFails();
    server.tokens(request -> echoed(status, "text/html", "@RAW@", request));
    everyIdokladCallFails();
    server.tokens(request -> echoed(status, "application/json", "", request));
    everyIdokladCallFails();
  }

  @Test
  void a_token_that_no_header_can_carry() {
    MarkedSecret odd = new MarkedSecret("TokenMark", "\u017E\uD83D\uDD11");
    server.tokens(request -> token(odd));
    everyIdokladCallFails();
    MarkedSecret lines = new MarkedSecret("TokenMark", "\\r\\nX: y");
    server.tokens(
        request -> Reply.json("{\"access_token\":\"" + lines.value() + "\",\"expires_in\":60}"));
    everyIdokladCallFails();
  }

  @Test
  void answers_that_are_too_large() {
    server.respond(request -> echoed(200, "application/json", "@RAW@".repeat(10), request));

    everyCallFails(builder -> builder.maxResponseBytes(200));
  }

  @Test
  void connections_that_are_refused() {
    server.close();

    everyCallFails();
  }

  @Test
  void answers_that_do_not_come_in_time() {
    server.respond(
        request -> {
          try {
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Reply.empty(200);
        });

    everyCallFails(builder -> builder.timeout(Duration.ofMillis(300)));
  }

  @Test
  void threads_that_are_interrupted() {
    for (ThrowingCallable call : calls(builder -> {})) {
      Thread.currentThread().interrupt();
      Throwable failure = catchThrowable(call);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(failure).isInstanceOf(InvoicingException.class);
      assertHidden(Exposure.of(failure));
    }
  }

  @ParameterizedTest
  @MethodSource("failures")
  void transports_whose_failures_show_what_they_were_given(Failing failing) {
    Client transport =
        (request, options) -> {
          byte[] body = request.body();
          String sent = body == null ? "" : new String(body, StandardCharsets.UTF_8);
          String text = request + " " + request.url() + " " + request.headers() + " " + sent;
          Exception failure = failing.with(text);
          if (failure instanceof IOException checked) {
            throw checked;
          }
          throw (RuntimeException) failure;
        };

    everyCallFails(builder -> builder.transport(transport));
  }

  static List<Failing> failures() {
    return List.of(
        IOException::new,
        UnknownHostException::new,
        ConnectException::new,
        text -> new IOException("harmless", new IOException(text)),
        text -> {
          IOException failure = new IOException("harmless");
          failure.addSuppressed(new IllegalStateException(text));
          return failure;
        },
        text -> new UncheckedIOException(text, new IOException(text)),
        IllegalArgumentException::new,
        IllegalStateException::new,
        UnsupportedOperationException::new,
        text -> new IllegalStateException("harmless", new IOException(text)));
  }

  @Test
  void clients_and_their_resources_as_texts() {
    try (InvoiceXpressClient client = invoiceXpress(builder -> {});
        IdokladClient idoklad = idoklad(builder -> {});
        IdokladV2Client idokladV2 = idokladV2(builder -> {})) {
      assertHidden(List.of(client.toString(), idoklad.toString(), idokladV2.toString()));
      assertHidden(List.of(client.sequences().toString(), client.clients().list().toString()));
    }
  }

  @Test
  void mistakes_in_the_settings() {
    String key = QueryValue.encode(API_KEY.value());
    for (String address :
        List.of(
            "https://user:" + key + "@example.test",
            "http://user:" + key + "@example.test",
            "ftp://" + key + "@example.test",
            "https://user:" + key + "@under_score.example.test",
            "https://example.test/?api_key=" + key,
            "http://example.test/?api_key=" + key,
            "https://example.test/#" + key)) {
      assertMistakeHidden(() -> InvoiceXpressClient.builder().baseUrl(URI.create(address)));
      assertMistakeHidden(() -> IdokladClient.builder().tokenUrl(URI.create(address)));
    }
    assertMistakeHidden(() -> InvoiceXpressClient.builder().apiKey(API_KEY.value()).build());
    assertMistakeHidden(
        () -> IdokladClient.builder().clientCredentials("a", "", CLIENT_SECRET.value()));
  }

  @Test
  void token_answers_that_break_off() {
    server.tokens(
        request ->
            Reply.json("{\"access_token\":\"" + TOKEN.inJson().get(0) + "\",\"expires_in\":"));

    everyIdokladCallFails();
  }

  /** The answer with the secrets of the client that asks in place of the marks. */
  private Reply echoed(int status, String contentType, String body, Seen request) {
    List<MarkedSecret> known =
        request.query("api_key") != null
            ? List.of(API_KEY)
            : request.authorization() == null
                ? List.of(CLIENT_SECRET)
                : List.of(CLIENT_SECRET, TOKEN);
    String percent = QueryValue.encode(known.get(0).value());
    return Reply.of(status, contentType, MarkedSecret.fill(body, known))
        .with("Location", server.url() + "/elsewhere?next=" + percent + "&api_key=" + percent)
        .with("X-Request", request.uri() + " " + request.authorization())
        .with("Set-Cookie", "session=" + percent);
  }

  private static Reply token(MarkedSecret token) {
    return Reply.json("{\"access_token\":\"" + token.inJson().get(0) + "\",\"expires_in\":60}");
  }

  private static void assertMistakeHidden(ThrowingCallable mistake) {
    Throwable failure = catchThrowable(mistake);
    assertThat(failure)
        .isInstanceOfAny(IllegalArgumentException.class, IllegalStateException.class);
    assertHidden(Exposure.of(failure));
  }

  private void everyIdokladCallFails() {
    for (ThrowingCallable call : idokladCalls(builder -> {})) {
      assertFailsHidden(call);
    }
  }

  private void everyCallFails() {
    everyCallFails(builder -> {});
  }

  private void everyCallFails(Consumer<ClientBuilder<?>> settings) {
    for (ThrowingCallable call : calls(settings)) {
      assertFailsHidden(call);
    }
  }

  private static void assertFailsHidden(ThrowingCallable call) {
    Throwable failure = catchThrowable(call);
    assertThat(failure).isNotNull();
    assertHidden(Exposure.of(failure));
  }

  private static void assertHidden(List<String> texts) {
    for (String text : texts) {
      for (MarkedSecret secret : ALL) {
        assertThat(secret.marksIn(text)).as("marks in: %s", text).isEmpty();
      }
    }
  }

  private List<ThrowingCallable> calls(Consumer<ClientBuilder<?>> settings) {
    List<ThrowingCallable> calls = new ArrayList<>(idokladCalls(settings));
    calls.add(onInvoiceXpress(settings, client -> client.sequences().register(7)));
    calls.add(
        onInvoiceXpress(
            settings,
            client -> client.sequences().create(NewSequence.builder().serie("2027").build())));
    calls.add(onInvoiceXpress(settings, client -> client.clients().list().page(2)));
    return calls;
  }

  private List<ThrowingCallable> idokladCalls(Consumer<ClientBuilder<?>> settings) {
    NumericSequencePatch patch = NumericSequencePatch.builder().id(7).build();
    return List.of(
        onIdoklad(settings, client -> client.numericSequences().get(7, null)),
        onIdoklad(settings, client -> client.numericSequences().patch(patch)),
        () -> {
          try (IdokladV2Client client = idokladV2(settings)) {
            client.numericSequences().get(7);
          }
        });
  }

  private ThrowingCallable onInvoiceXpress(
      Consumer<ClientBuilder<?>> settings, Consumer<InvoiceXpressClient> action) {
    return () -> {
      try (InvoiceXpressClient client = invoiceXpress(settings)) {
        action.accept(client);
      }
    };
  }

  private ThrowingCallable onIdoklad(
      Consumer<ClientBuilder<?>> settings, Consumer<IdokladClient> action) {
    return () -> {
      try (IdokladClient client = idoklad(settings)) {
        action.accept(client);
      }
    };
  }

  private InvoiceXpressClient invoiceXpress(Consumer<ClientBuilder<?>> settings) {
    InvoiceXpressClient.Builder builder = StubClients.invoiceXpress(server).apiKey(API_KEY.value());
    settings.accept(builder);
    return builder.build();
  }

  private IdokladClient idoklad(Consumer<ClientBuilder<?>> settings) {
    IdokladClient.Builder builder =
        StubClients.idoklad(server).clientCredentials("app", "client", CLIENT_SECRET.value());
    settings.accept(builder);
    return builder.build();
  }

  private IdokladV2Client idokladV2(Consumer<ClientBuilder<?>> settings) {
    IdokladV2Client.Builder builder =
        StubClients.idokladV2(server).clientCredentials("app", "client", CLIENT_SECRET.value());
    settings.accept(builder);
    return builder.build();
  }

  /** A failure that holds a text. */
  interface Failing {
    /** The failure, which is an IOException or unchecked. */
    Exception with(String text) throws IOException;
  }
}
