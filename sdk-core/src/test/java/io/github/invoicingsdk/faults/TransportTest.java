package io.github.invoicingsdk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import feign.Client;
import feign.DefaultClient;
import feign.Response;
import io.github.invoicingsdk.ApacheTransport;
import io.github.invoicingsdk.ClientBuilder;
import io.github.invoicingsdk.OkHttpTransport;
import io.github.invoicingsdk.Transport;
import io.github.invoicingsdk.error.AuthenticationException;
import io.github.invoicingsdk.error.ConnectionException;
import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.error.OutcomeUnknownException;
import io.github.invoicingsdk.fixture.Await;
import io.github.invoicingsdk.internal.http.Clock;
import io.github.invoicingsdk.internal.http.FakeTime;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClientBuilder;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What transports that a caller brings along may do: send every write at most once. */
@Timeout(60)
class TransportTest {

  private final FaultServer api = FaultServer.start();
  private final FaultServer tokens = FaultServer.start();

  @AfterEach
  void close() throws IOException {
    api.close();
    tokens.close();
  }

  @SuppressWarnings("deprecation") // Whoever has an older program has it still.
  @Test
  void the_clients_of_feign_that_repeat_writes_are_refused_with_a_remedy() {
    InvoiceXpressClientBuilder builder = InvoiceXpressClient.builder();

    for (Client repeating :
        new Client[] {
          new DefaultClient(null, null),
          new Client.Default(null, null),
          new Client.Proxied(null, null, Proxy.NO_PROXY),
          new DefaultClient(null, null) {}
        }) {
      assertThatThrownBy(() -> builder.unverifiedTransport(repeating))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("created twice")
          .hasMessageContaining("leave the setting out");
    }
  }

  /** As a partner may configure a client that does everything it can. */
  static Stream<Arguments> eager_clients_and_calls() {
    return Stream.of(Sender.OKHTTP, Sender.APACHE)
        .flatMap(by -> Arrays.stream(Call.values()).map(call -> Arguments.of(by, call)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("eager_clients_and_calls")
  void a_client_that_was_told_to_authenticate_and_to_follow_sends_each_request_once(
      Sender by, Call call) throws Exception {
    for (String header :
        new String[] {
          "WWW-Authenticate: Basic realm=\"x\"", "Location: /elsewhere", "Retry-After: 0"
        }) {
      for (int status : new int[] {302, 307, 308, 401, 407, 408, 421, 425}) {
        try (Sender.Opened sender = eager(by);
            Call.Client client = call.open(api.url(), tokens.tokenUrl(), Clock.system(), sender)) {
          int before = api.requests();
          api.breakWith(Fault.response(status, "{}", header));

          InvoicingException failure = failure(client);

          assertThat(api.requests() - before)
              .as("requests for status %s with %s", status, header)
              .isEqualTo(failure.attempts());
        }
      }
    }
  }

  /** OkHttp would repeat it at once and by itself. */
  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("eager_clients_and_calls")
  void a_server_that_may_be_asked_again_at_once_is_asked_by_the_sdk_alone(Sender by, Call call)
      throws Exception {
    try (Sender.Opened sender = eager(by);
        Call.Client client = call.open(api.url(), tokens.tokenUrl(), new FakeTime(), sender)) {
      api.breakWith(Fault.response(503, "{}", "Retry-After: 0"));

      InvoicingException failure = failure(client);

      assertThat(api.faults()).isEqualTo(failure.attempts());
    }
  }

  private static InvoicingException failure(Call.Client client) {
    return catchThrowableOfType(InvoicingException.class, () -> client.call(Call.OPTIONS));
  }

  private static Sender.Opened eager(Sender by) {
    return by == Sender.OKHTTP ? eagerOkHttp() : eagerApache();
  }

  private static Sender.Opened eagerOkHttp() {
    OkHttpClient http =
        new OkHttpClient.Builder()
            .retryOnConnectionFailure(true)
            .followRedirects(true)
            .authenticator(
                (route, response) ->
                    response.request().newBuilder().header("Authorization", "Basic eDp5").build())
            .proxyAuthenticator(
                (route, response) ->
                    response.request().newBuilder().header("X-Tried", "yes").build())
            .build();
    return Sender.okHttp(http);
  }

  private static Sender.Opened eagerApache() {
    BasicCredentialsProvider credentials = new BasicCredentialsProvider();
    credentials.setCredentials(
        new AuthScope(null, -1), new UsernamePasswordCredentials("ana", "secret".toCharArray()));
    return Sender.apache(HttpClients.custom().setDefaultCredentialsProvider(credentials));
  }

  @Test
  void an_interceptor_of_okhttp_that_repeats_a_write_is_stopped() throws Exception {
    Interceptor insisting =
        chain -> {
          chain.proceed(chain.request()).close();
          return chain.proceed(chain.request());
        };
    OkHttpClient http = new OkHttpClient.Builder().addInterceptor(insisting).build();

    assertSentOnce(builder -> builder.transport(OkHttpTransport.of(http)));
  }

  @Test
  void a_handler_of_apaches_client_that_repeats_a_write_is_stopped() throws Exception {
    try (ApacheTransport transport =
        ApacheTransport.of(
            HttpClients.custom()
                .addExecInterceptorFirst(
                    "insisting",
                    (request, scope, chain) -> {
                      chain.proceed(request, scope).close();
                      return chain.proceed(request, scope);
                    }))) {
      assertSentOnce(builder -> builder.transport(transport));
    }
  }

  private void assertSentOnce(Consumer<ClientBuilder<?>> settings) throws Exception {
    Sender.Opened sender =
        new Sender.Opened() {
          @Override
          void applyTo(ClientBuilder<?> builder) {
            settings.accept(builder);
          }

          @Override
          void end() {}
        };
    for (Call call : new Call[] {Call.INVOICEXPRESS_WRITE, Call.INVOICEXPRESS_IDEMPOTENT_WRITE}) {
      int before = api.requests();
      try (Call.Client client = call.open(api.url(), tokens.tokenUrl(), Clock.system(), sender)) {
        InvoicingException failure = failure(client);

        assertThat(failure)
            .isInstanceOf(
                call.kind() == Call.Kind.WRITE
                    ? OutcomeUnknownException.class
                    : ConnectionException.class);
        assertThat(api.requests() - before).isEqualTo(failure.attempts());
      }
    }
  }

  /** A proxy that opens no tunnel has kept the request from leaving. */
  @ParameterizedTest
  @ValueSource(ints = {403, 407, 502, 503})
  void a_proxy_that_opens_no_tunnel_proves_that_nothing_was_sent(int status) throws Exception {
    api.breakWith(Fault.response(status, "no"));
    InetSocketAddress proxy =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), api.url().getPort());
    OkHttpClient http = new OkHttpClient.Builder().proxy(new Proxy(Proxy.Type.HTTP, proxy)).build();
    try (ApacheTransport apache =
        ApacheTransport.of(
            HttpClients.custom()
                .setProxy(new HttpHost("http", proxy.getHostString(), proxy.getPort())))) {
      for (Transport transport : new Transport[] {OkHttpTransport.of(http), apache}) {
        int before = api.requests();
        try (InvoiceXpressClient client =
            InvoiceXpressClient.builder()
                .baseUrl(URI.create("https://acme.invalid"))
                .apiKey(Call.API_KEY.value())
                .options(Call.OPTIONS)
                .transport(transport)
                .build()) {
          InvoicingException failure =
              catchThrowableOfType(
                  InvoicingException.class, () -> client.sequences().register(Call.ID));

          assertThat(failure).isExactlyInstanceOf(ConnectionException.class);
          assertThat(failure.mayHaveBeenProcessed()).isFalse();
          // Other credentials do not come by trying again.
          assertThat(api.requests() - before).isEqualTo(status == 407 ? 1 : Call.ATTEMPTS);
          Outcome.assertShowsNoSecret(failure);
        }
      }
    }
  }

  /** It takes the connection and the wish for a tunnel, and that is all. */
  @ParameterizedTest
  @EnumSource(
      value = Sender.class,
      names = {"JDK", "OKHTTP", "APACHE"})
  void a_proxy_that_never_answers_proves_that_nothing_was_sent(Sender by) throws Exception {
    api.breakWith(FaultServer.Connection::stall);
    try (Sender.Opened sender = by.openThrough(api)) {
      InvoiceXpressClientBuilder builder =
          InvoiceXpressClient.builder()
              .baseUrl(URI.create("https://acme.invalid"))
              .apiKey(Call.API_KEY.value())
              .options(FaultTableTest.SHORT_ATTEMPTS);
      sender.applyTo(builder);
      try (InvoiceXpressClient client = builder.build()) {
        InvoicingException failure =
            catchThrowableOfType(
                InvoicingException.class, () -> client.sequences().register(Call.ID));

        assertThat(failure).isExactlyInstanceOf(ConnectionException.class);
        assertThat(failure.mayHaveBeenProcessed()).isFalse();
        assertThat(failure.attempts()).isEqualTo(Call.ATTEMPTS);
        Outcome.assertShowsNoSecret(failure);
      }
    }
    Await.await(() -> api.playing() == 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 2, 99, 600, 700, 999, 1000})
  void a_status_that_http_does_not_know_leaves_the_outcome_of_a_write_open(int status) {
    assertUnknown(
        (request, options) ->
            Response.builder().status(status).request(request).body(new byte[0]).build());
  }

  @Test
  void a_mistake_of_an_unverified_transport_leaves_the_outcome_of_a_write_open() {
    assertUnknown(
        (request, options) -> {
          throw new IllegalStateException("a mistake");
        });
    assertUnknown(
        (request, options) -> {
          throw new SSLHandshakeException("in the middle of the connection, perhaps");
        });
  }

  @Test
  void what_a_transport_says_about_connections_that_never_stood_is_believed() {
    int[] sent = new int[1];
    try (InvoiceXpressClient client =
        client(
            (request, options) -> {
              sent[0]++;
              throw new ConnectException("refused");
            })) {
      assertThatThrownBy(() -> client.sequences().register(Call.ID))
          .isExactlyInstanceOf(ConnectionException.class);
    }
    assertThat(sent[0]).isEqualTo(Call.ATTEMPTS);
  }

  private static void assertUnknown(Client transport) {
    int[] sent = new int[1];
    try (InvoiceXpressClient client =
        client(
            (request, options) -> {
              sent[0]++;
              return transport.execute(request, options);
            })) {
      assertThatThrownBy(() -> client.sequences().register(Call.ID))
          .isInstanceOf(OutcomeUnknownException.class);
    }
    assertThat(sent[0]).isEqualTo(1);
  }

  private static InvoiceXpressClient client(Client transport) {
    return InvoiceXpressClient.builder()
        .account("acme")
        .apiKey(Call.API_KEY.value())
        .options(Call.OPTIONS)
        .unverifiedTransport(transport)
        .build();
  }

  /** Shows that nothing but the repeating is wrong with a client that repeats. */
  @ParameterizedTest
  @EnumSource(Call.class)
  void a_refused_key_or_token_comes_through(Call call) throws Exception {
    for (Sender by : Sender.values()) {
      try (Sender.Opened sender = by.open();
          Call.Client client = call.open(api.url(), tokens.tokenUrl(), Clock.system(), sender)) {
        api.breakWith(Fault.response(401, "{}"));

        assertThat(failure(client)).isInstanceOf(AuthenticationException.class);
        api.heal();
      }
    }
  }
}
