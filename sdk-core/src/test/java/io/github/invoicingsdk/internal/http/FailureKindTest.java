package io.github.invoicingsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.UnresolvedAddressException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What failures prove, where no response came. */
class FailureKindTest {

  static Stream<IOException> interruptions() {
    return Stream.of(
        new InterruptedIOException("x"),
        new ClosedByInterruptException(),
        new IOException("x", new IOException("y", new InterruptedException())));
  }

  @ParameterizedTest
  @MethodSource("interruptions")
  void an_interruption_is_final_whatever_a_transport_makes_of_it(IOException failure) {
    assertThat(FailureKind.of(failure)).isEqualTo(FailureKind.FINAL);
  }

  @Test
  void a_time_that_is_over_proves_nothing_whatever_a_transport_calls_it() {
    assertThat(FailureKind.of(new InterruptedIOException("timeout")))
        .isEqualTo(FailureKind.UNKNOWN);
    assertThat(FailureKind.of(new SocketTimeoutException())).isEqualTo(FailureKind.UNKNOWN);
    assertThat(FailureKind.of(new HttpTimeoutException("x"))).isEqualTo(FailureKind.UNKNOWN);
  }

  @Test
  void an_address_that_was_not_resolved_proves_that_nothing_was_sent() {
    IOException failure =
        new IOException("x", new IOException("y", new UnresolvedAddressException()));

    assertThat(FailureKind.of(failure)).isEqualTo(FailureKind.NOT_PROCESSED);
  }

  @Test
  void what_was_not_sent_before_the_call_was_over_is_not_tried_again() {
    assertThat(FailureKind.of(new NotSentInTimeException("x"))).isEqualTo(FailureKind.FINAL);
  }

  @Test
  void another_cause_proves_nothing() {
    IOException failure = new IOException("x", new SocketException("reset"));

    assertThat(FailureKind.of(failure)).isEqualTo(FailureKind.UNKNOWN);
  }
}
