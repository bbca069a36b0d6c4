package io.github.invoicingsdk.internal.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import feign.Request;
import feign.Request.HttpMethod;
import io.github.invoicingsdk.error.CallInterruptedException;
import io.github.invoicingsdk.error.ConnectionException;
import io.github.invoicingsdk.error.DeadlineExceededException;
import io.github.invoicingsdk.error.DecodingException;
import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.internal.http.CorruptContentException;
import io.github.invoicingsdk.internal.http.ResponseTooLargeException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TransportFailuresTest {

  private static final Request GET = Failures.request(HttpMethod.GET, "https://h/sequences.json");

  private final ErrorTranslator translator =
      new ErrorTranslator(new Redactor(List.of("secret")), Failures.TIME);

  private InvoicingException failed(IOException failure) {
    return translator.failed(
        Failures.context(Provider.INVOICEXPRESS, "listSequences"), GET, failure);
  }

  @AfterEach
  void clear_the_flag() {
    // Nothing to look at: it only must not reach the next test.
    boolean unused = Thread.interrupted();
  }

  static Stream<Arguments> neverArrived() {
    return Stream.of(
        arguments(new ConnectException("Connection refused"), "no connection (Connection refused)"),
        arguments(new ConnectException(), "no connection (ConnectException)"),
        arguments(new NoRouteToHostException("No route"), "no connection (No route)"),
        arguments(new UnknownHostException("h"), "unknown host"),
        arguments(
            new ConnectException().initCause(new UnresolvedAddressException()), "unknown host"),
        arguments(new SSLHandshakeException("PKIX"), "TLS handshake failed (PKIX)"),
        arguments(new SSLPeerUnverifiedException("name"), "TLS handshake failed (name)"),
        arguments(new HttpConnectTimeoutException("timed out"), "no connection in time"));
  }

  @ParameterizedTest
  @MethodSource("neverArrived")
  void a_request_that_never_arrived_was_not_processed(IOException failure, String text) {
    InvoicingException exception = failed(failure);

    assertThat(exception)
        .isInstanceOf(ConnectionException.class)
        .hasMessage(
            "InvoiceXpress listSequences: "
                + text
                + "; the request was not processed - GET https://h/sequences.json [errors#connection]")
        .hasCause(failure);
    assertThat(exception.mayHaveBeenProcessed()).isFalse();
  }

  static Stream<Arguments> brokenConnections() {
    return Stream.of(
        arguments(new SocketException("Connection reset")),
        arguments(new EOFException("EOF reached while reading")),
        arguments(new IOException("fixed content-length: 100, bytes received: 22")),
        arguments(new SSLException("closing inbound")),
        arguments(new IOException("wrapped", new ConnectException("below"))),
        arguments(new IOException((String) null)));
  }

  @ParameterizedTest
  @MethodSource("brokenConnections")
  void any_other_failure_leaves_open_what_happened(IOException failure) {
    InvoicingException exception = failed(failure);

    assertThat(exception)
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("the connection broke (")
        .hasMessageContaining("; the request may have been processed - GET");
    assertThat(exception.mayHaveBeenProcessed()).isTrue();
  }

  static Stream<Arguments> timeouts() {
    return Stream.of(
        arguments(new HttpTimeoutException("request timed out")),
        arguments(new SocketTimeoutException("Read timed out")),
        arguments(new InterruptedIOException("timeout")));
  }

  @ParameterizedTest
  @MethodSource("timeouts")
  void a_timeout_is_the_end_of_the_allowed_time(IOException failure) {
    assertThat(failed(failure))
        .isInstanceOfSatisfying(
            DeadlineExceededException.class,
            e -> {
              assertThat(e.allowed()).isEqualTo(Duration.ofSeconds(30));
              assertThat(e.mayHaveBeenProcessed()).isTrue();
            })
        .hasMessageContaining("not finished within PT30S; the request may have been processed");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  static Stream<Arguments> interruptions() {
    return Stream.of(
        arguments(new InterruptedIOException("interrupted")),
        arguments(new ClosedByInterruptException()),
        arguments(new IOException(new InterruptedException())));
  }

  @ParameterizedTest
  @MethodSource("interruptions")
  void an_interruption_ends_the_call_and_keeps_the_flag(IOException failure) {
    assertThat(failed(failure)).isInstanceOf(CallInterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  @Test
  void a_response_that_the_transport_could_not_take_is_unreadable() {
    for (IOException failure :
        List.of(
            new ResponseTooLargeException("larger than 10 bytes"),
            new CorruptContentException("not gzip"),
            new CorruptContentException("not gzip", new IOException("below")))) {
      assertThat(failed(failure))
          .isInstanceOfSatisfying(
              DecodingException.class,
              e -> {
                assertThat(e.status()).isEmpty();
                assertThat(e.headers()).isEmpty();
                assertThat(e.excerpt()).isEmpty();
                assertThat(e.mayHaveBeenProcessed()).isTrue();
              })
          .hasMessageContaining("unreadable response: " + failure.getMessage() + " - GET");
    }
  }
}
