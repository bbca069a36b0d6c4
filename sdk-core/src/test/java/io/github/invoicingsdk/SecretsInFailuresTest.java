package io.github.invoicingsdk;

import static io.github.invoicingsdk.SecretCalls.API_KEY;
import static io.github.invoicingsdk.SecretCalls.CLIENT_SECRET;
import static io.github.invoicingsdk.SecretCalls.assertHidden;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import feign.Client;
import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.fixture.LeakScan;
import io.github.invoicingsdk.fixture.Reply;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.idoklad.IdokladV2Client;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClientBuilder;
import io.github.invoicingsdk.vocabulary.QueryValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Drives every failure that a network, a transport or a mistake can bring about with marked
 * secrets, and looks for the marks in whatever comes out.
 */
@Timeout(120)
class SecretsInFailuresTest {

  private final SecretCalls calls = SecretCalls.start();
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void close() {
    end.countDown();
    calls.close();
  }

  @Test
  void connections_that_are_refused() {
    calls.server().close();

    calls.everyCallFails();
  }

  @Test
  void responses_that_do_not_come_in_time() {
    calls
        .server()
        .respond(
            request -> {
              try {
                end.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return Reply.empty(200);
            });

    calls.everyCallFails(builder -> builder.timeout(Duration.ofMillis(300)));
  }

  @Test
  void threads_that_are_interrupted() {
    for (ThrowingCallable call : calls.calls(builder -> {})) {
      Thread.currentThread().interrupt();
      Throwable failure = catchThrowable(call);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(failure).isInstanceOf(InvoicingException.class);
      assertHidden(LeakScan.of(failure));
    }
  }

  @ParameterizedTest
  @MethodSource("failures")
  void transports_whose_failures_show_what_they_were_given(Failing failing) {
    Client transport =
        (request, options) -> {
          byte[] body = request.body();
          String sent = body == null ? "" : new String(body, StandardCharsets.UTF_8);
          String text = request + " " + request.url() + " " + request.headers() + " " + sent;
          Throwable failure = failing.with(text);
          if (failure instanceof IOException checked) {
            throw checked;
          }
          if (failure instanceof Error error) {
            throw error;
          }
          throw (RuntimeException) failure;
        };

    calls.everyCallFails(builder -> builder.unverifiedTransport(transport));
  }

  static List<Failing> failures() {
    return List.of(
        IOException::new,
        UnknownHostException::new,
        ConnectException::new,
        text -> new IOException("harmless", new IOException(text)),
        text -> {
          IOException failure = new IOException("harmless");
          failure.addSuppressed(new IllegalStateException(text));
          return failure;
        },
        text -> new UncheckedIOException(text, new IOException(text)),
        IllegalArgumentException::new,
        IllegalStateException::new,
        UnsupportedOperationException::new,
        text -> new IllegalStateException("harmless", new IOException(text)),
        AssertionError::new,
        NoClassDefFoundError::new,
        OutOfMemoryError::new,
        text -> new StackOverflowError("harmless " + text),
        text -> new Error("harmless", new IOException(text)),
        text -> new IOException("harmless", new AssertionError(text)));
  }

  @Test
  void clients_and_their_resources_as_texts() {
    try (InvoiceXpressClient client = calls.invoiceXpress(builder -> {});
        IdokladClient idoklad = calls.idoklad(builder -> {});
        IdokladV2Client idokladV2 = calls.idokladV2(builder -> {})) {
      assertHidden(List.of(client.toString(), idoklad.toString(), idokladV2.toString()));
      assertHidden(List.of(client.sequences().toString(), client.clients().list().toString()));
    }
  }

  @Test
  void mistakes_in_the_settings() {
    String key = QueryValue.encode(API_KEY.value());
    for (String address :
        List.of(
            "https://user:" + key + "@example.test",
            "http://user:" + key + "@example.test",
            "ftp://" + key + "@example.test",
            "https://user:" + key + "@under_score.example.test",
            "https://example.test/?api_key=" + key,
            "http://example.test/?api_key=" + key,
            "https://example.test/#" + key)) {
      assertMistakeHidden(() -> InvoiceXpressClient.builder().baseUrl(URI.create(address)));
      assertMistakeHidden(() -> IdokladClient.builder().tokenUrl(URI.create(address)));
    }
    assertMistakeHidden(() -> InvoiceXpressClient.builder().apiKey(API_KEY.value()).build());
    assertMistakeHidden(() -> InvoiceXpressClient.builder().account(API_KEY.value()));
    assertMistakeHidden(
        () -> InvoiceXpressClient.builder().account(API_KEY.value()).apiKey("acme").build());
    assertMistakeHidden(() -> CallOptions.defaults().toBuilder().header(API_KEY.value(), "X-Key"));
    assertMistakeHidden(
        () -> CallOptions.defaults().toBuilder().header("X-Key", API_KEY.value() + "\n"));
    assertMistakeHidden(
        () ->
            IdokladClient.builder()
                .clientCredentials(
                    keys ->
                        keys.applicationId(CLIENT_SECRET.value())
                            .clientId("b")
                            .clientSecret("\u0007")));
    assertMistakeHidden(
        () ->
            IdokladClient.builder()
                .clientCredentials(
                    keys ->
                        keys.applicationId("a").clientId("").clientSecret(CLIENT_SECRET.value())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8f14e45fceea167a5a36dedd4bea2543",
        "8F14E45FCEEA167A5A36DEDD4BEA2543A5A3",
        "0123456789abcdef01234567"
      })
  void an_api_key_as_account_is_refused_and_not_shown(String key) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InvoiceXpressClient.builder().account(key))
        .withMessageContaining("looks like an API key")
        .withMessageNotContaining(key);
  }

  @Test
  void the_same_text_as_account_and_api_key_is_refused_and_not_shown() {
    InvoiceXpressClientBuilder builder =
        InvoiceXpressClient.builder().account("the-Key-17").apiKey("the-Key-17");

    assertThatIllegalStateException()
        .isThrownBy(builder::build)
        .withMessageContaining("the same")
        .withMessageNotContaining("Key-17");
  }

  private static void assertMistakeHidden(ThrowingCallable mistake) {
    Throwable failure = catchThrowable(mistake);
    assertThat(failure)
        .isInstanceOfAny(IllegalArgumentException.class, IllegalStateException.class);
    assertHidden(LeakScan.of(failure));
  }

  /** A failure that holds a text. */
  interface Failing {
    /** The failure, which is an IOException or unchecked. */
    Throwable with(String text) throws IOException;
  }
}
