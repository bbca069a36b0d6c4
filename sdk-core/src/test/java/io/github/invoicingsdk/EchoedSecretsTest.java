package io.github.invoicingsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.invoicingsdk.fixture.CapturedLog;
import io.github.invoicingsdk.fixture.LeakScan;
import io.github.invoicingsdk.fixture.MarkedSecret;
import io.github.invoicingsdk.fixture.Reply;
import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.fixture.StubServer;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.api.AccountsApi;
import io.github.invoicingsdk.invoicexpress.model.AccountCredentials;
import io.github.invoicingsdk.invoicexpress.model.AccountDetails;
import io.github.invoicingsdk.invoicexpress.model.AccountUpdate;
import io.github.invoicingsdk.invoicexpress.model.CommunicationType;
import io.github.invoicingsdk.invoicexpress.model.CredentialsContext;
import io.github.invoicingsdk.invoicexpress.model.CredentialsType;
import io.github.invoicingsdk.invoicexpress.model.InvoiceXpressModels;
import io.github.invoicingsdk.invoicexpress.model.TaxAuthorityCommunication;
import io.github.invoicingsdk.observation.Attempt;
import io.github.invoicingsdk.observation.Call;
import io.github.invoicingsdk.observation.CallListener;
import io.github.invoicingsdk.observation.CallResult;
import io.github.invoicingsdk.observation.LoggingListener;
import io.github.invoicingsdk.observation.MicrometerListener;
import io.github.invoicingsdk.observation.OpenTelemetryListener;
import io.github.invoicingsdk.vocabulary.Operation;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Calls every operation whose body holds what the spec marks as a secret, with a server that echoes
 * it in every form, and looks for it in exceptions and in what all listeners are told.
 */
@Timeout(120)
class EchoedSecretsTest {

  private static final MarkedSecret PASSWORD =
      new MarkedSecret("PassMark", "+/=%&\"\\ \u00e9\uD83D\uDD11?#<'>;");
  private static final MarkedSecret HEADER = new MarkedSecret("HeadMark", "+/=%&\"\\?#<'>;");
  private static final List<MarkedSecret> ALL = List.of(PASSWORD, HEADER);

  private static final String ERROR =
      "{\"errors\":{\"code\":\"@JSON@\",\"error\":\"@JSON@\",\"@JSON@\":[\"@JSON@\"]},"
          + "\"Message\":\"@JSON@\",\"other\":{\"deep\":[\"@JSON@\"]}}";

  private final StubServer server = StubServer.start();
  private final CapturedLog log = CapturedLog.open();
  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final OpenTelemetrySdk telemetry =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(spans))
                  .build())
          .build();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<String> told = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    log.close();
    telemetry.close();
    server.close();
  }

  private static Map<String, Consumer<InvoiceXpressClient>> calls() {
    AccountDetails details =
        AccountDetails.builder()
            .organizationName("Acme")
            .email("ana@example.test")
            .password(PASSWORD.value())
            .terms(true)
            .build();
    AccountUpdate.Builder update =
        AccountUpdate.builder().organizationName("Acme").email("ana@example.test").terms(true);
    AccountUpdate withPassword = update.password(PASSWORD.value()).build();
    AccountUpdate withCredentials =
        update
            .password("another password")
            .credentials(
                AccountCredentials.builder()
                    .username("500100200/1")
                    .password(PASSWORD.value())
                    .type(CredentialsType.of("at"))
                    .context(CredentialsContext.of("saft"))
                    .build())
            .build();
    TaxAuthorityCommunication communication =
        TaxAuthorityCommunication.builder()
            .atSubuser("500100200/1")
            .atPassword(PASSWORD.value())
            .communicationType(CommunicationType.of("auto"))
            .build();
    Map<String, Consumer<InvoiceXpressClient>> calls = new LinkedHashMap<>();
    calls.put("createAccount", client -> client.accounts().create(details));
    calls.put("createAccountExisting", client -> client.accounts().createForExistingUser(details));
    calls.put("updateAccount", client -> client.accounts().update(7, withPassword));
    calls.put("updateAccount, nested", client -> client.accounts().update(7, withCredentials));
    calls.put("atCommunication", client -> client.accounts().configureTaxAuthority(communication));
    calls.put("createAccount, async", client -> client.async().accounts().create(details).join());
    calls.put(
        "createAccountExisting, async",
        client -> client.async().accounts().createForExistingUser(details).join());
    calls.put(
        "updateAccount, async",
        client -> client.async().accounts().update(7, withCredentials).join());
    calls.put(
        "atCommunication, async",
        client -> client.async().accounts().configureTaxAuthority(communication).join());
    return calls;
  }

  @Test
  void every_operation_whose_body_holds_a_secret_is_called() {
    Set<String> operations = new TreeSet<>();
    for (Method method : AccountsApi.class.getMethods()) {
      Operation operation = method.getAnnotation(Operation.class);
      if (operation != null
          && Stream.of(method.getParameterTypes()).anyMatch(type -> holdsSecret(type))) {
        operations.add(operation.id());
      }
    }
    assertThat(operations).hasSize(4).isSubsetOf(calls().keySet());
    assertThat(InvoiceXpressModels.REGISTRY.secretProperties())
        .contains("password", "at_password", "api_key", "permalink");
    // Whatever is new and has one must be called here too.
    assertThat(
            InvoiceXpressModels.REGISTRY.types().stream()
                .filter(type -> holdsSecret(type))
                .map(Class::getSimpleName))
        .contains("AccountDetails", "AccountUpdate", "TaxAuthorityCommunication");
  }

  private static boolean holdsSecret(Class<?> type) {
    return InvoiceXpressModels.REGISTRY.types().contains(type)
        && Stream.of(type.getMethods())
            .anyMatch(
                method ->
                    method.getParameterCount() == 0
                        && (method.getName().toLowerCase(Locale.ROOT).endsWith("password")
                            || (method.getReturnType() != type
                                && holdsSecret(method.getReturnType()))));
  }

  static List<Arguments> echoes() {
    List<Arguments> echoes = new ArrayList<>();
    for (int status : new int[] {400, 422, 500, 302}) {
      echoes.add(Arguments.of(status, "application/json", ERROR));
      echoes.add(Arguments.of(status, "text/html", "<html><title>@RAW@</title>@RAW@</html>"));
      echoes.add(Arguments.of(status, "application/xml", "<e><message>@RAW@</message></e>"));
      echoes.add(Arguments.of(status, "text/plain", "@RAW@"));
      echoes.add(Arguments.of(status, "application/json", "[[\"@JSON@\",\"@JSON@\"]]"));
    }
    echoes.add(Arguments.of(200, "application/json", "{\"account\":\"@JSON@\"}"));
    echoes.add(Arguments.of(200, "application/json", "{\"account\":{\"id\":\"@JSON@\"},\"x\":1,}"));
    echoes.add(Arguments.of(200, "text/html", "<title>@RAW@</title>"));
    return echoes;
  }

  @ParameterizedTest
  @MethodSource("echoes")
  void a_secret_of_the_request_is_nowhere(int status, String type, String body) {
    server.respond(
        request ->
            Reply.of(status, type, MarkedSecret.fill(body, ALL))
                .with("X-Echo", MarkedSecret.fill("@RAW@", List.of(HEADER)).replace('\u00e9', 'e'))
                .with("X-Body", PASSWORD.inJson().get(8)));
    CallOptions options =
        StubClients.ONCE.toBuilder().header("X-Partner-Key", HEADER.value()).build();
    try (InvoiceXpressClient client =
        StubClients.invoiceXpress(server)
            .options(options)
            .listener(LoggingListener.create().withBodies())
            .listener(new OpenTelemetryListener(telemetry))
            .listener(new MicrometerListener(meters))
            .listener(new Told())
            .build()) {
      calls()
          .forEach(
              (name, call) -> {
                Throwable failure = catchThrowable(() -> call.accept(client));
                if (failure instanceof CompletionException wrapped) {
                  failure = wrapped.getCause();
                }
                if (status != 200) {
                  assertThat(failure).as(name).isNotNull();
                }
                if (failure != null) {
                  assertHidden(LeakScan.of(failure));
                }
              });
    }
    assertThat(told).isNotEmpty();
    assertHidden(told);
    assertHidden(log.events().stream().map(ILoggingEvent::getFormattedMessage).toList());
    assertHidden(List.of(spans.getFinishedSpanItems().toString(), meters.getMetersAsString()));
    assertThat(log.events()).isNotEmpty();
    assertThat(spans.getFinishedSpanItems()).isNotEmpty();
  }

  private static void assertHidden(List<String> texts) {
    for (String text : texts) {
      for (MarkedSecret secret : ALL) {
        assertThat(secret.marksIn(text))
            .as("marks in: %s", text.replaceAll("(\\*\\*\\* *)+", "*"))
            .isEmpty();
      }
    }
  }

  /** A listener that shows all that it is told. */
  private final class Told implements CallListener {

    @Override
    public void attempted(Call call, Attempt attempt) {
      told.add(attempt.requestBody().text());
      told.add(attempt.responseBody().text());
    }

    @Override
    public void ended(Call call, CallResult result) {
      result.failure().ifPresent(failure -> told.addAll(LeakScan.of(failure)));
    }
  }
}
