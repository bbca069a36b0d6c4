package io.github.invoicingsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

/** That the JDK's question for the length of a body tells whether anything was sent. */
class WatchedBodyTest {

  private static final URI SERVER = URI.create("https://example.com/v3");

  private final WatchedBody body = new WatchedBody(BodyPublishers.ofString("12345"));
  private final Deadline deadline = Deadline.after(Duration.ofSeconds(2), new FakeTime());

  @Test
  void a_request_that_was_given_up_before_it_was_sent_is_not_sent_later() {
    assertThat(body.giveUp()).isTrue();
    assertThat(body.giveUp()).isTrue();

    assertThatIllegalStateException()
        .isThrownBy(body::contentLength)
        .withMessageContaining("given up");
  }

  @Test
  void a_request_whose_length_was_asked_for_may_have_been_sent() {
    assertThat(body.contentLength()).isEqualTo(5);

    assertThat(body.giveUp()).isFalse();
    assertThat(body.contentLength()).isEqualTo(5);
  }

  @Test
  void what_the_jdk_calls_a_connect_timeout_proves_nothing_after_the_request_was_sent() {
    IOException failure = new HttpConnectTimeoutException("HTTP connect timed out");

    assertThat(proved(failure, false)).isExactlyInstanceOf(HttpTimeoutException.class);
    assertThat(proved(failure, true)).isSameAs(failure);
  }

  @Test
  void a_connection_that_broke_before_the_request_was_sent_proves_that_nothing_was() {
    IOException failure = new SSLException("Unsupported or unrecognized SSL message");

    assertThat(proved(failure, true)).isExactlyInstanceOf(ConnectException.class).hasCause(failure);
    assertThat(proved(failure, false)).isSameAs(failure);
  }

  private IOException proved(IOException failure, boolean nothingSent) {
    return ExchangeFailures.proved(failure, nothingSent, SERVER, deadline);
  }
}
