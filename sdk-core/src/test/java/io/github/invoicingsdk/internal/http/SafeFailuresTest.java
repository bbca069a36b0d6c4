package io.github.invoicingsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import feign.Request;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeFailuresTest {

  private static final Request REQUEST =
      TestCalls.request(
          Request.HttpMethod.GET,
          "https://host/list.json?page=2&api_key=MARKED%2BKEY",
          Map.of("authorization", List.of("Bearer MARKED-TOKEN")),
          null);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET https://host/list.json?page=2&api_key=MARKED%2BKEY failed",
        "decoded: MARKED+KEY",
        "encoded: MARKED%2BKEY",
        "header Bearer MARKED-TOKEN is bad",
        "token MARKED-TOKEN"
      })
  void a_text_that_quotes_a_secret_is_withheld(String text) {
    IOException safe = SafeFailures.withoutSecrets(new IOException(text), REQUEST);

    assertThat(safe).hasMessageStartingWith("java.io.IOException (its text is withheld");
    assertThat(safe.toString()).doesNotContain("MARKED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=b&c=MARKED+x%2By", "a=b&c=MARKED x+y", "a=b&c=MARKED%20x%2By"})
  void a_query_that_is_quoted_as_a_whole_is_withheld_in_every_form(String text) {
    Request request = TestCalls.get("https://host/x?a=b&c=MARKED%20x%2By");

    Throwable safe = SafeFailures.withoutSecrets(new IllegalStateException(text), request);

    assertThat(safe.toString()).doesNotContain("MARKED");
  }

  @Test
  void a_replaced_bug_shows_where_it_happened() {
    IllegalStateException bug = new IllegalStateException("MARKED-TOKEN");

    assertThat(SafeFailures.withoutSecrets(bug, REQUEST).getStackTrace())
        .isEqualTo(bug.getStackTrace());
  }

  @Test
  void a_secret_in_a_cause_or_a_suppressed_exception_is_found() {
    IOException cause = new IOException("outer", new IOException("MARKED-TOKEN"));
    IOException suppressed = new IOException("outer");
    suppressed.addSuppressed(new IOException("MARKED+KEY", cause));

    assertThat(SafeFailures.withoutSecrets(cause, REQUEST)).hasNoCause().isNotSameAs(cause);
    assertThat(SafeFailures.withoutSecrets(suppressed, REQUEST))
        .hasNoSuppressedExceptions()
        .isNotSameAs(suppressed);
  }

  @Test
  void causes_that_form_a_circle_do_not_hang() {
    IOException first = new IOException("first");
    IOException second = new IOException("second", first);
    first.initCause(second);

    assertThat(SafeFailures.withoutSecrets(first, REQUEST)).isSameAs(first);
  }

  @Test
  void a_harmless_failure_is_returned_as_it_is() {
    IOException harmless = new IOException("Connection reset on page 2");
    RuntimeException unchecked = new IllegalStateException("this client is closed");

    assertThat(SafeFailures.withoutSecrets(harmless, REQUEST)).isSameAs(harmless);
    assertThat(SafeFailures.withoutSecrets(unchecked, REQUEST)).isSameAs(unchecked);
  }

  static Stream<IOException> kinds() {
    String text = "MARKED-TOKEN";
    return Stream.of(
        new HttpConnectTimeoutException(text),
        new HttpTimeoutException(text),
        new SocketTimeoutException(text),
        new InterruptedIOException(text),
        new ConnectException(text),
        new UnknownHostException(text),
        new IOException(text));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void the_replacement_is_of_the_same_kind_and_shows_where_it_happened(IOException failure) {
    IOException safe = SafeFailures.withoutSecrets(failure, REQUEST);

    assertThat(safe).hasSameClassAs(failure);
    assertThat(safe.getMessage()).doesNotContain("MARKED");
    assertThat(safe.getStackTrace()).isEqualTo(failure.getStackTrace());
  }

  @Test
  void an_illegal_argument_stays_one() {
    assertThat(SafeFailures.withoutSecrets(new IllegalArgumentException("MARKED-TOKEN"), REQUEST))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("MARKED");
  }
}
