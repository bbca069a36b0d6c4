package io.github.invoicingsdk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.invoicingsdk.error.ConnectionException;
import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.error.OutcomeUnknownException;
import io.github.invoicingsdk.internal.http.Clock;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import okhttp3.OkHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Handshakes that fail: nothing of the request was sent, so every operation is tried again. */
@Timeout(60)
class TlsFaultsTest {

  private final SdkThreads threads = new SdkThreads();
  private final FaultServer tokens = FaultServer.start();

  @AfterEach
  void close() throws Exception {
    tokens.close();
    threads.assertEnded();
  }

  static Stream<Arguments> faults_and_calls() {
    return Arrays.stream(TlsServer.Kind.values())
        .filter(
            kind ->
                kind != TlsServer.Kind.WELL
                    && kind != TlsServer.Kind.PLAIN_TEXT
                    && kind != TlsServer.Kind.REPEATED_IN_VAIN)
        .flatMap(kind -> Arrays.stream(Call.values()).map(call -> Arguments.of(kind, call)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("faults_and_calls")
  void a_handshake_that_fails_is_tried_again_and_sends_nothing(TlsServer.Kind kind, Call call)
      throws Exception {
    SSLContext usual = SSLContext.getDefault();
    try (TlsServer api = TlsServer.start(kind)) {
      SSLContext.setDefault(api.trustedByClients());
      try (Call.Client client = call.open(api.url(), tokens.tokenUrl(), Clock.system())) {
        InvoicingException failure =
            catchThrowableOfType(InvoicingException.class, () -> client.call(Call.OPTIONS));

        assertThat(failure).isExactlyInstanceOf(ConnectionException.class);
        assertThat(failure.mayHaveBeenProcessed()).isFalse();
        assertThat(failure.attempts()).isEqualTo(Call.ATTEMPTS);
        Outcome.assertShowsNoSecret(failure);
        assertThat(api.connections()).isEqualTo(Call.ATTEMPTS * connectionsPerAttempt(kind, call));
        assertThat(api.requests()).isZero();
      }
    } finally {
      SSLContext.setDefault(usual);
    }
  }

  /** The JDK's exception for it may also come in the middle of a connection. */
  @ParameterizedTest
  @EnumSource(Call.class)
  void a_server_that_speaks_no_tls_was_sent_nothing(Call call) throws Exception {
    SSLContext usual = SSLContext.getDefault();
    try (TlsServer api = TlsServer.start(TlsServer.Kind.PLAIN_TEXT)) {
      SSLContext.setDefault(api.trustedByClients());
      try (Call.Client client = call.open(api.url(), tokens.tokenUrl(), Clock.system())) {
        InvoicingException failure =
            catchThrowableOfType(InvoicingException.class, () -> client.call(Call.OPTIONS));

        assertThat(failure).isExactlyInstanceOf(ConnectionException.class);
        assertThat(failure.attempts()).isEqualTo(Call.ATTEMPTS);
        Outcome.assertShowsNoSecret(failure);
        assertThat(api.requests()).isZero();
      }
    } finally {
      SSLContext.setDefault(usual);
    }
  }

  static Stream<Arguments> senders_and_calls() {
    return Stream.of(Sender.JDK, Sender.OKHTTP, Sender.APACHE)
        .flatMap(by -> Arrays.stream(Call.values()).map(call -> Arguments.of(by, call)));
  }

  /** It throws what a failed first handshake throws, but the server has the request. */
  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("senders_and_calls")
  void a_handshake_that_fails_after_the_request_leaves_open_what_happened(Sender by, Call call)
      throws Exception {
    SSLContext usual = SSLContext.getDefault();
    try (TlsServer api = TlsServer.start(TlsServer.Kind.REPEATED_IN_VAIN);
        Sender.Opened sender = trusting(by, api)) {
      SSLContext.setDefault(api.trustedByClients());
      try (Call.Client client = call.open(api.url(), tokens.tokenUrl(), Clock.system(), sender)) {
        InvoicingException failure =
            catchThrowableOfType(InvoicingException.class, () -> client.call(Call.OPTIONS));

        boolean plainWrite = call.kind() == Call.Kind.WRITE;
        assertThat(failure)
            .isExactlyInstanceOf(
                plainWrite ? OutcomeUnknownException.class : ConnectionException.class);
        assertThat(failure.mayHaveBeenProcessed()).isTrue();
        assertThat(failure.attempts()).isEqualTo(plainWrite ? 1 : Call.ATTEMPTS);
        assertThat(api.requests())
            .isBetween(failure.attempts(), failure.attempts() * (isDoubled(by, call) ? 2 : 1));
      }
    } finally {
      SSLContext.setDefault(usual);
    }
  }

  private static boolean isDoubled(Sender by, Call call) {
    return by == Sender.JDK && call.kind() == Call.Kind.READ;
  }

  private static Sender.Opened trusting(Sender by, TlsServer api) throws Exception {
    return switch (by) {
      case OKHTTP ->
          Sender.okHttp(
              new OkHttpClient.Builder()
                  .sslSocketFactory(api.trustedByClients().getSocketFactory(), api.trustManager())
                  .build());
      case APACHE ->
          Sender.apache(
              HttpClients.custom()
                  .setConnectionManager(
                      PoolingHttpClientConnectionManagerBuilder.create()
                          .setTlsSocketStrategy(
                              new DefaultClientTlsStrategy(api.trustedByClients()))
                          .build()));
      default -> by.open();
    };
  }

  private static int connectionsPerAttempt(TlsServer.Kind kind, Call call) {
    // The JDK takes the end of the connection for one before a response, and tries a GET once more.
    return kind == TlsServer.Kind.BROKEN_OFF && call.kind() == Call.Kind.READ ? 2 : 1;
  }

  /** Shows that nothing but the fault is wrong in the other test. */
  @ParameterizedTest
  @EnumSource(Call.class)
  void a_handshake_that_succeeds_lets_the_request_through(Call call) throws Exception {
    SSLContext usual = SSLContext.getDefault();
    try (TlsServer api = TlsServer.start(TlsServer.Kind.WELL)) {
      SSLContext.setDefault(api.trustedByClients());
      try (Call.Client client = call.open(api.url(), tokens.tokenUrl(), Clock.system())) {
        InvoicingException failure =
            catchThrowableOfType(InvoicingException.class, () -> client.call(Call.OPTIONS));

        // The server says 404 to everything.
        assertThat(failure.attempts()).isEqualTo(1);
        assertThat(api.requests()).isEqualTo(1);
      }
    } finally {
      SSLContext.setDefault(usual);
    }
  }
}
