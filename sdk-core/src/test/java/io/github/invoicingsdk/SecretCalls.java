package io.github.invoicingsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.invoicingsdk.fixture.LeakScan;
import io.github.invoicingsdk.fixture.MarkedSecret;
import io.github.invoicingsdk.fixture.Reply;
import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.fixture.StubServer;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.idoklad.IdokladClientBuilder;
import io.github.invoicingsdk.idoklad.IdokladV2Client;
import io.github.invoicingsdk.idoklad.IdokladV2ClientBuilder;
import io.github.invoicingsdk.idoklad.model.NumericSequencePatch;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClientBuilder;
import io.github.invoicingsdk.invoicexpress.model.NewSequence;
import io.github.invoicingsdk.observation.Attempt;
import io.github.invoicingsdk.observation.Call;
import io.github.invoicingsdk.observation.CallListener;
import io.github.invoicingsdk.observation.CallResult;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Makes calls of every kind with marked secrets, and looks for the marks in what comes out. */
final class SecretCalls implements AutoCloseable {

  private static final String ENCODABLE = "+/=%&\"\\ \u00e9\uD83D\uDD11?#<'>;";

  static final MarkedSecret API_KEY = new MarkedSecret("KeyMark", ENCODABLE);
  static final MarkedSecret CLIENT_SECRET = new MarkedSecret("SecretMark", ENCODABLE);
  static final MarkedSecret TOKEN = new MarkedSecret("TokenMark", "+/=%&\"\\.~-_");
  static final List<MarkedSecret> ALL = List.of(API_KEY, CLIENT_SECRET, TOKEN);

  private final StubServer server = StubServer.start();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private final List<String> told = new CopyOnWriteArrayList<>();

  private SecretCalls() {}

  /** Starts a server that gives the marked token, and listens to what is printed. */
  static SecretCalls start() {
    SecretCalls calls = new SecretCalls();
    PrintStream capture = new PrintStream(calls.printed, true, StandardCharsets.UTF_8);
    System.setOut(capture);
    System.setErr(capture);
    calls.server.tokens(request -> token(TOKEN));
    return calls;
  }

  StubServer server() {
    return server;
  }

  /** Stops the server and looks for marks in what was printed. */
  @Override
  public void close() {
    System.setOut(out);
    System.setErr(err);
    server.close();
    assertHidden(List.of(printed.toString(StandardCharsets.UTF_8)));
    assertHidden(told);
  }

  /** Notes all that a listener is told. */
  private CallListener listener() {
    return new CallListener() {
      @Override
      public void attempted(Call call, Attempt attempt) {
        told.add(attempt.requestBody().text());
        told.add(attempt.responseBody().text());
      }

      @Override
      public void ended(Call call, CallResult result) {
        result
            .failure()
            .ifPresent(
                failure -> {
                  told.addAll(LeakScan.of(failure));
                  told.add(LeakScan.serialized(failure));
                });
      }
    };
  }

  /** A response with a token. */
  static Reply token(MarkedSecret token) {
    return Reply.json("{\"access_token\":\"" + token.inJson().get(0) + "\",\"expires_in\":60}");
  }

  void everyIdokladCallFails() {
    for (ThrowingCallable call : idokladCalls(builder -> {})) {
      assertFailsHidden(call);
    }
  }

  void everyCallFails() {
    everyCallFails(builder -> {});
  }

  void everyCallFails(Consumer<ClientBuilder<?>> settings) {
    for (ThrowingCallable call : calls(settings)) {
      assertFailsHidden(call);
    }
  }

  private static void assertFailsHidden(ThrowingCallable call) {
    Throwable failure = catchThrowable(call);
    assertThat(failure).isNotNull();
    assertHidden(LeakScan.of(failure));
  }

  /** Looks for marks in texts. */
  static void assertHidden(List<String> texts) {
    for (String text : texts) {
      for (MarkedSecret secret : ALL) {
        assertThat(secret.marksIn(text)).as("marks in: %s", text).isEmpty();
      }
    }
  }

  /** A call of every kind, each with a client of its own. */
  List<ThrowingCallable> calls(Consumer<ClientBuilder<?>> settings) {
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
        onIdoklad(settings, client -> client.numericSequences().get(7)),
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

  InvoiceXpressClient invoiceXpress(Consumer<ClientBuilder<?>> settings) {
    InvoiceXpressClientBuilder builder =
        StubClients.invoiceXpress(server).apiKey(API_KEY.value()).listener(listener());
    settings.accept(builder);
    return builder.build();
  }

  IdokladClient idoklad(Consumer<ClientBuilder<?>> settings) {
    IdokladClientBuilder builder =
        StubClients.idoklad(server)
            .clientCredentials(
                keys ->
                    keys.applicationId("app")
                        .clientId("client")
                        .clientSecret(CLIENT_SECRET.value()))
            .listener(listener());
    settings.accept(builder);
    return builder.build();
  }

  IdokladV2Client idokladV2(Consumer<ClientBuilder<?>> settings) {
    IdokladV2ClientBuilder builder =
        StubClients.idokladV2(server)
            .clientCredentials(
                keys ->
                    keys.applicationId("app")
                        .clientId("client")
                        .clientSecret(CLIENT_SECRET.value()))
            .listener(listener());
    settings.accept(builder);
    return builder.build();
  }
}
