package io.github.invoicingsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.nio.channels.UnresolvedAddressException;
import org.junit.jupiter.api.Test;

/** What failures prove, where no answer came. */
class FailureKindTest {

  @Test
  void an_interruption_is_final() {
    assertThat(FailureKind.of(new InterruptedIOException("x"))).isEqualTo(FailureKind.FINAL);
  }

  @Test
  void an_address_that_was_not_resolved_proves_that_nothing_was_sent() {
    IOException failure =
        new IOException("x", new IOException("y", new UnresolvedAddressException()));

    assertThat(FailureKind.of(failure)).isEqualTo(FailureKind.NOT_PROCESSED);
  }

  @Test
  void another_cause_proves_nothing() {
    IOException failure = new IOException("x", new SocketException("reset"));

    assertThat(FailureKind.of(failure)).isEqualTo(FailureKind.UNKNOWN);
  }
}
