package io.github.invoicingsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import feign.Request;
import io.github.invoicingsdk.fixture.LeakScan;
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
import org.junit.jupiter.params.provider.Arguments;
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
    IOException safe = SafeFailures.withoutSecrets(new IOException(text), REQUEST, Map.of());

    assertThat(safe).hasMessageStartingWith("java.io.IOException (its text is withheld");
    assertThat(safe.toString()).doesNotContain("MARKED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=b&c=MARKED+x%2By", "a=b&c=MARKED x+y", "a=b&c=MARKED%20x%2By"})
  void a_query_that_is_quoted_as_a_whole_is_withheld_in_every_form(String text) {
    Request request = TestCalls.get("https://host/x?a=b&c=MARKED%20x%2By");

    Throwable safe =
        SafeFailures.withoutSecrets(new IllegalStateException(text), request, Map.of());

    assertThat(safe.toString()).doesNotContain("MARKED");
  }

  @Test
  void a_replaced_bug_shows_where_it_happened() {
    IllegalStateException bug = new IllegalStateException("MARKED-TOKEN");

    assertThat(SafeFailures.withoutSecrets(bug, REQUEST, Map.of()).getStackTrace())
        .isEqualTo(bug.getStackTrace());
  }

  @Test
  void a_secret_in_a_cause_or_a_suppressed_exception_is_found() {
    IOException cause = new IOException("outer", new IOException("MARKED-TOKEN"));
    IOException suppressed = new IOException("outer");
    suppressed.addSuppressed(new IOException("MARKED+KEY", cause));

    assertThat(SafeFailures.withoutSecrets(cause, REQUEST, Map.of()))
        .hasNoCause()
        .isNotSameAs(cause);
    assertThat(SafeFailures.withoutSecrets(suppressed, REQUEST, Map.of()))
        .hasNoSuppressedExceptions()
        .isNotSameAs(suppressed);
  }

  @Test
  void causes_that_form_a_circle_do_not_hang() {
    IOException first = new IOException("first");
    IOException second = new IOException("second", first);
    first.initCause(second);

    assertThat(SafeFailures.withoutSecrets(first, REQUEST, Map.of())).isSameAs(first);
  }

  @Test
  void a_harmless_failure_is_returned_as_it_is() {
    IOException harmless = new IOException("Connection reset on page 2");
    RuntimeException unchecked = new IllegalStateException("this client is closed");

    assertThat(SafeFailures.withoutSecrets(harmless, REQUEST, Map.of())).isSameAs(harmless);
    assertThat(SafeFailures.withoutSecrets(unchecked, REQUEST, Map.of())).isSameAs(unchecked);
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
    IOException safe = SafeFailures.withoutSecrets(failure, REQUEST, Map.of());

    assertThat(safe).hasSameClassAs(failure);
    assertThat(safe.getMessage()).doesNotContain("MARKED");
    assertThat(safe.getStackTrace()).isEqualTo(failure.getStackTrace());
  }

  @Test
  void an_illegal_argument_stays_one() {
    assertThat(
            SafeFailures.withoutSecrets(
                new IllegalArgumentException("MARKED-TOKEN"), REQUEST, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("MARKED");
  }

  @ParameterizedTest
  @MethodSource("errors")
  void an_error_keeps_its_kind_and_loses_its_secret(Error error, Class<? extends Error> kind) {
    Error safe = SafeFailures.withoutSecrets(error, REQUEST, Map.of());

    assertThat(safe).isExactlyInstanceOf(kind).isNotSameAs(error);
    assertThat(safe.getStackTrace()).isEqualTo(error.getStackTrace());
    assertThat(LeakScan.of(safe)).noneMatch(text -> text.contains("MARKED"));
  }

  static List<Arguments> errors() {
    String text = "GET https://host/list.json?api_key=MARKED%2BKEY";
    return List.of(
        Arguments.of(new OutOfMemoryError(text), InternalError.class),
        Arguments.of(new StackOverflowError(text), InternalError.class),
        Arguments.of(new InternalError(text), InternalError.class),
        Arguments.of(new NoSuchMethodError(text), LinkageError.class),
        Arguments.of(new ExceptionInInitializerError(new IOException(text)), LinkageError.class),
        Arguments.of(new AssertionError(text), AssertionError.class),
        Arguments.of(new AssertionError("harmless", new IOException(text)), AssertionError.class),
        Arguments.of(new Error(text), Error.class));
  }

  @Test
  void a_harmless_error_is_returned_as_it_is() {
    Error harmless = new OutOfMemoryError("Java heap space");

    assertThat(SafeFailures.withoutSecrets(harmless, REQUEST, Map.of())).isSameAs(harmless);
  }

  @Test
  void the_value_of_a_header_of_the_caller_is_a_secret_in_every_kind_of_failure() {
    Map<String, String> headers = Map.of("X-Partner", "MARKED-VALUE");
    String text = "X-Partner: MARKED-VALUE";

    assertThat(
            List.of(
                SafeFailures.withoutSecrets(new IOException(text), REQUEST, headers),
                SafeFailures.withoutSecrets(new IllegalStateException(text), REQUEST, headers),
                SafeFailures.withoutSecrets(new AssertionError(text), REQUEST, headers)))
        .allSatisfy(
            safe -> assertThat(LeakScan.of(safe)).noneMatch(shown -> shown.contains("MARKED")));
  }
}
