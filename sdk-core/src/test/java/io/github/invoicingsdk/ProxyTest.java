package io.github.invoicingsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.invoicingsdk.error.ConnectionException;
import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.fixture.LeakScan;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.idoklad.IdokladClientBuilder;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClientBuilder;
import io.github.invoicingsdk.testing.AuthenticatingProxy;
import io.github.invoicingsdk.testing.RawServer;
import io.github.invoicingsdk.testing.TlsServers;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proxies that want a user name and password, or refuse otherwise, for all that a client sends. */
class ProxyTest {

  private static final String TUNNELS = "jdk.http.auth.tunneling.disabledSchemes";
  private static final ProxyCredentials RIGHT =
      ProxyCredentials.ofUser(AuthenticatingProxy.USER).withPassword(AuthenticatingProxy.PASSWORD);
  private static final ProxyCredentials WRONG =
      ProxyCredentials.ofUser(AuthenticatingProxy.USER).withPassword("wrong-password");

  private final AuthenticatingProxy proxy = AuthenticatingProxy.start();
  private final String tunnels = System.getProperty(TUNNELS);

  /** What a client sends, and where the proxy is met. */
  enum Sent {
    READ,
    WRITE,
    FUTURE,
    TOKEN,
    DOWNLOAD;

    void send(URI server, Consumer<ClientBuilder<?>> settings) {
      if (this == TOKEN) {
        IdokladClientBuilder builder =
            IdokladClient.builder()
                .baseUrl(server)
                .tokenUrl(server.resolve("/token"))
                .clientCredentials(
                    keys ->
                        keys.applicationId("application")
                            .clientId("client")
                            .clientSecret("secret"));
        settings.accept(builder.unlimitedRate());
        try (IdokladClient client = builder.build()) {
          client.numericSequences().get(7);
        }
        return;
      }
      InvoiceXpressClientBuilder builder =
          InvoiceXpressClient.builder().baseUrl(server).apiKey("key").unlimitedRate();
      settings.accept(builder);
      try (InvoiceXpressClient client = builder.build()) {
        switch (this) {
          case READ, TOKEN -> client.sequences().get(7);
          case WRITE -> client.sequences().register(7);
          case FUTURE -> client.async().sequences().register(7).join();
          case DOWNLOAD ->
              client.download(server.resolve("/file.pdf")).to(OutputStream.nullOutputStream());
        }
      } catch (IOException e) {
        throw new AssertionError(e);
      } catch (CompletionException e) {
        throw (RuntimeException) e.getCause();
      }
    }

    RawServer.ScriptedResponse[] responses() {
      RawServer.ScriptedResponse sequence = RawServer.json(200, "{\"sequence\":{\"id\":7}}");
      return switch (this) {
        case READ, WRITE, FUTURE -> new RawServer.ScriptedResponse[] {sequence};
        case TOKEN ->
            new RawServer.ScriptedResponse[] {
              RawServer.json(200, "{\"access_token\":\"token\",\"expires_in\":3600}"),
              RawServer.json(200, "{\"Data\":{\"Id\":7},\"IsSuccess\":true}")
            };
        case DOWNLOAD ->
            new RawServer.ScriptedResponse[] {RawServer.response(200, new byte[] {1, 2, 3})};
      };
    }
  }

  /** The test's JVM lets a password through to a tunnel, as one must whose user wants that. */
  @BeforeEach
  void requireTunnelsWithPassword() {
    assertThat(tunnels).isEmpty();
  }

  @AfterEach
  void close() throws IOException {
    Authenticator.setDefault(null);
    System.setProperty(TUNNELS, tunnels);
    proxy.close();
  }

  @ParameterizedTest
  @EnumSource(Sent.class)
  void everything_passes_with_credentials_over_http(Sent sent) throws Exception {
    try (RawServer server = RawServer.respondingWith(sent.responses())) {
      sent.send(URI.create(server.url("")), b -> b.proxy(proxy.selector(), RIGHT));

      assertThat(proxy.refused()).isEmpty();
      assertThat(server.requests()).hasSameSizeAs(sent.responses());
      assertThat(server.requests())
          .allSatisfy(request -> assertThat(request.header("Proxy-Authorization")).isEmpty());
    }
  }

  @ParameterizedTest
  @EnumSource(Sent.class)
  void everything_passes_with_credentials_over_tls(Sent sent) throws Exception {
    try (RawServer server = TlsServers.respondingWith(sent.responses())) {
      sent.send(
          URI.create(server.url("")),
          b -> b.proxy(proxy.selector(), RIGHT).sslContext(TlsServers.trusted()));

      assertThat(proxy.refused()).isEmpty();
      assertThat(proxy.let()).isNotEmpty().allMatch(line -> line.startsWith("CONNECT "));
      assertThat(server.requests()).hasSameSizeAs(sent.responses());
      assertThat(server.requests())
          .allSatisfy(request -> assertThat(request.header("Proxy-Authorization")).isEmpty());
    }
  }

  @ParameterizedTest
  @EnumSource(Sent.class)
  void shared_connections_bring_their_own_proxy_and_trust(Sent sent) throws Exception {
    try (RawServer server = TlsServers.respondingWith(sent.responses());
        Connections connections =
            Connections.builder()
                .proxy(proxy.selector(), RIGHT)
                .sslContext(TlsServers.trusted())
                .open()) {
      sent.send(URI.create(server.url("")), b -> b.connections(connections));

      assertThat(proxy.refused()).isEmpty();
      assertThat(server.requests()).hasSameSizeAs(sent.responses());
    }
  }

  @ParameterizedTest(name = "{0}, TLS: {1}")
  @CsvSource({
    "READ, false", "WRITE, false", "FUTURE, false", "TOKEN, false", "DOWNLOAD, false",
    "READ, true", "WRITE, true", "FUTURE, true", "TOKEN, true", "DOWNLOAD, true"
  })
  void without_credentials_the_failure_says_that_the_proxy_wants_them(Sent sent, boolean tls)
      throws Exception {
    Authenticator.setDefault(
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(
                AuthenticatingProxy.USER, AuthenticatingProxy.PASSWORD.toCharArray());
          }
        });
    assertRefused(sent, tls, b -> b.proxy(proxy.selector()), "the proxy wants credentials");
  }

  @ParameterizedTest(name = "{0}, TLS: {1}")
  @CsvSource({
    "READ, false", "WRITE, false", "FUTURE, false", "TOKEN, false", "DOWNLOAD, false",
    "READ, true", "WRITE, true", "FUTURE, true", "TOKEN, true", "DOWNLOAD, true"
  })
  void wrong_credentials_are_called_that_and_never_shown(Sent sent, boolean tls) throws Exception {
    assertRefused(sent, tls, b -> b.proxy(proxy.selector(), WRONG), "did not accept the user name");
  }

  private void assertRefused(
      Sent sent, boolean tls, Consumer<ClientBuilder<?>> settings, String text) throws Exception {
    try (RawServer server = tls ? TlsServers.respondingWith() : RawServer.respondingWith()) {
      InvoicingException failure =
          catchThrowableOfType(
              InvoicingException.class,
              () ->
                  sent.send(
                      URI.create(server.url("")),
                      b -> {
                        settings.accept(b);
                        b.sslContext(TlsServers.trusted());
                      }));

      assertThat(failure).isExactlyInstanceOf(ConnectionException.class).hasMessageContaining(text);
      assertThat(failure.mayHaveBeenProcessed()).isFalse();
      assertThat(LeakScan.of(failure))
          .noneMatch(shown -> shown.contains("wrong-password"))
          .noneMatch(shown -> shown.contains("YW5hOndyb25nLXBhc3N3b3Jk"));
      // The same proxy would say the same again.
      assertThat(proxy.refused()).hasSize(1);
      assertThat(server.connections()).isZero();
    }
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource({
    "READ, 403", "WRITE, 403", "FUTURE, 403", "TOKEN, 403", "DOWNLOAD, 403",
    "READ, 502", "WRITE, 502", "FUTURE, 502", "TOKEN, 502", "DOWNLOAD, 502",
    "READ, 503", "WRITE, 503", "FUTURE, 503", "TOKEN, 503", "DOWNLOAD, 503"
  })
  void a_refused_tunnel_is_asked_for_again_and_a_write_is_not_in_doubt(Sent sent, int status)
      throws Exception {
    proxy.refuseNext(status);
    try (RawServer server = TlsServers.respondingWith(sent.responses())) {
      sent.send(URI.create(server.url("")), this::throughProxy);

      assertThat(proxy.refused()).hasSize(1);
      assertThat(server.requests()).hasSameSizeAs(sent.responses());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 502, 503})
  void a_tunnel_that_is_refused_for_good_ends_in_no_connection(int status) throws Exception {
    for (int i = 0; i < 3; i++) {
      proxy.refuseNext(status);
    }
    try (RawServer server = TlsServers.respondingWith()) {
      InvoicingException failure =
          catchThrowableOfType(
              InvoicingException.class,
              () -> Sent.WRITE.send(URI.create(server.url("")), this::throughProxy));

      assertThat(failure)
          .isExactlyInstanceOf(ConnectionException.class)
          .hasMessageContaining("the proxy refused to connect to 127.0.0.1")
          .hasMessageContaining("status " + status);
      assertThat(failure.mayHaveBeenProcessed()).isFalse();
      assertThat(server.connections()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic", "NTLM, basic", ""})
  void a_jvm_that_would_keep_the_password_back_is_refused_with_the_remedy(String schemes) {
    if (schemes.isEmpty()) {
      // What conf/net.properties of the JDK says then.
      System.clearProperty(TUNNELS);
    } else {
      System.setProperty(TUNNELS, schemes);
    }
    InvoiceXpressClientBuilder builder =
        InvoiceXpressClient.builder().account("acme").apiKey("key").proxy(proxy.selector(), RIGHT);

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("-D" + TUNNELS + "= ")
        .hasMessageNotContaining(AuthenticatingProxy.PASSWORD);
    assertThat(proxy.let()).isEmpty();
    assertThat(proxy.refused()).isEmpty();
  }

  @Test
  void a_jvm_that_keeps_passwords_back_does_no_harm_where_no_proxy_is_on_the_way()
      throws Exception {
    System.setProperty(TUNNELS, "Basic");
    try (RawServer server = TlsServers.respondingWith(Sent.READ.responses())) {
      Sent.READ.send(
          URI.create(server.url("")),
          b -> b.proxy(NO_PROXY, RIGHT).sslContext(TlsServers.trusted()));

      assertThat(server.requests())
          .singleElement()
          .satisfies(request -> assertThat(request.header("Proxy-Authorization")).isEmpty());
    }
  }

  @Test
  void settings_that_would_be_ignored_are_refused() {
    try (Connections connections = Connections.open()) {
      InvoiceXpressClientBuilder builder =
          InvoiceXpressClient.builder().account("acme").apiKey("key").connections(connections);

      assertThatThrownBy(() -> builder.sslContext(TlsServers.trusted()).build())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("sslContext(...) has no effect beside connections(...)");
      assertThatThrownBy(() -> builder.proxy(proxy.selector()).build())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("proxy(...) has no effect beside connections(...)");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a:b", "a\nb"})
  void a_user_that_no_proxy_can_be_told_is_refused(String user) {
    assertThatThrownBy(() -> ProxyCredentials.ofUser(user))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("user");
  }

  @Test
  void a_password_is_never_shown() {
    assertThatThrownBy(() -> RIGHT.withPassword("secret\nsecret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("password")
        .hasMessageNotContaining("secret");
    assertThat(RIGHT).hasToString("ProxyCredentials{user=ana, password=***}");
  }

  private void throughProxy(ClientBuilder<?> builder) {
    builder
        .proxy(proxy.selector(), RIGHT)
        .sslContext(TlsServers.trusted())
        .options(
            CallOptions.defaults().toBuilder()
                .retry(
                    RetryPolicy.defaults().toBuilder()
                        .maxAttempts(3)
                        .firstDelay(Duration.ZERO)
                        .build())
                .build());
  }

  private static final ProxySelector NO_PROXY =
      new ProxySelector() {
        @Override
        public List<Proxy> select(URI uri) {
          return List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
          throw new AssertionError(failure);
        }
      };
}
