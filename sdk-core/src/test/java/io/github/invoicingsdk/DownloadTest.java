package io.github.invoicingsdk;

import static io.github.invoicingsdk.testing.RawServer.head;
import static io.github.invoicingsdk.testing.RawServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import feign.FeignException;
import feign.Request;
import feign.RetryableException;
import io.github.invoicingsdk.error.ConnectionException;
import io.github.invoicingsdk.error.DecodingException;
import io.github.invoicingsdk.error.NotFoundException;
import io.github.invoicingsdk.error.UnexpectedResponseException;
import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.internal.client.BuilderAccess;
import io.github.invoicingsdk.internal.http.FakeTime;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClientBuilder;
import io.github.invoicingsdk.testing.RawServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that a provider has made, and what may go wrong while they are fetched. */
@Timeout(60)
class DownloadTest {

  private static final String SECRET = "t0ken-of-the-file";
  private static final String PATH = "/files/" + SECRET + ".pdf?signature=s1gnature-of-it";
  private static final byte[] FILE = bytes(1_000_000);

  @TempDir Path folder;

  /** The SDK's own transport, and one of somebody else's. */
  static Stream<InvoiceXpressClient> clients() {
    return Stream.of(
        client().build(), client().transport(OkHttpTransport.of(new OkHttpClient())).build());
  }

  @ParameterizedTest
  @MethodSource("clients")
  void a_file_arrives_whole_without_credentials(InvoiceXpressClient client) throws IOException {
    Path file = folder.resolve("invoice.pdf");
    Files.writeString(file, "an older one");
    List<Long> seen = new ArrayList<>();
    try (client;
        RawServer server = RawServer.respondingWith(response(200, FILE, "Content-Type: x/y"))) {
      long bytes =
          client
              .download(address(server))
              .onProgress(
                  (count, total) -> {
                    assertThat(total).hasValue(FILE.length);
                    seen.add(count);
                  })
              .to(file);

      assertThat(bytes).isEqualTo(FILE.length);
      assertThat(file).hasBinaryContent(FILE);
      assertThat(seen).isSorted().endsWith((long) FILE.length);
      assertThat(folder).isDirectoryNotContaining("glob:**.part");
      RawServer.Recorded request = server.requests().get(0);
      assertThat(request.line()).isEqualTo("GET " + PATH + " HTTP/1.1");
      assertThat(request.toString()).doesNotContain("stub-api-key", "api_key", "Authorization");
    }
  }

  @Test
  void a_file_without_a_length_is_fetched_until_its_end() throws IOException {
    try (InvoiceXpressClient client = client().build();
        RawServer server =
            RawServer.respondingWith(
                exchange -> {
                  exchange.write(head(200, "Transfer-Encoding: chunked") + "\r\n");
                  exchange.write("3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
                })) {
      ByteArrayOutputStream target = new ByteArrayOutputStream();

      long bytes =
          client
              .download(address(server))
              .onProgress((count, total) -> assertThat(total).isEmpty())
              .to(target);

      assertThat(bytes).isEqualTo(5);
      assertThat(target.toString(StandardCharsets.UTF_8)).isEqualTo("abcde");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_file_beyond_the_cap_is_refused_and_nothing_is_left_behind(boolean announced)
      throws Exception {
    Path file = folder.resolve("invoice.pdf");
    try (InvoiceXpressClient client = client().build();
        RawServer server =
            RawServer.respondingWith(
                exchange -> {
                  exchange.write(
                      announced
                          ? head(200, "Content-Length: 1000001") + "\r\n"
                          : head(200, "Transfer-Encoding: chunked") + "\r\nf4241\r\n");
                  exchange.write(FILE);
                  exchange.write("x");
                  exchange.awaitEnd();
                })) {
      assertThatThrownBy(() -> client.download(address(server)).maxBytes(1_000_000).to(file))
          .isInstanceOf(DecodingException.class)
          .hasMessageContaining("larger than 1000000 bytes");
      assertThat(folder).isEmptyDirectory();
      server.awaitPeerGone();
    }
  }

  @ParameterizedTest
  @MethodSource("clients")
  void a_file_that_breaks_off_leaves_the_older_one_as_it_was(InvoiceXpressClient client)
      throws IOException {
    Path file = folder.resolve("invoice.pdf");
    Files.writeString(file, "an older one");
    try (client;
        RawServer server =
            RawServer.respondingWith(
                exchange -> {
                  exchange.write(head(200, "Content-Length: 10") + "\r\nhalf");
                  exchange.end();
                })) {
      assertThatThrownBy(() -> client.download(address(server)).to(file))
          .isInstanceOf(ConnectionException.class);

      assertThat(file).hasContent("an older one");
      assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }
  }

  @Test
  void opening_a_file_is_tried_again_and_what_is_not_there_is_not() throws IOException {
    FakeTime time = new FakeTime();
    CallOptions retrying = CallOptions.defaults();
    try (InvoiceXpressClient client =
            BuilderAccess.withTime(client().options(retrying), time).build();
        RawServer server =
            RawServer.respondingWith(
                response(503, new byte[0]),
                response(200, FILE),
                response(404, ("no " + SECRET).getBytes(StandardCharsets.UTF_8)))) {
      Download download = client.download(address(server));

      assertThat(download.to(OutputStream.nullOutputStream())).isEqualTo(FILE.length);
      assertThatThrownBy(() -> download.to(OutputStream.nullOutputStream()))
          .isInstanceOf(NotFoundException.class);
      assertThat(server.requests()).hasSize(3);
      assertThat(time.sleeps()).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("clients")
  void no_other_host_than_the_one_in_the_address_is_contacted(InvoiceXpressClient client)
      throws IOException {
    try (client;
        RawServer other = RawServer.respondingWith(response(200, FILE));
        RawServer server =
            RawServer.respondingWith(response(302, new byte[0], "Location: " + other.url("/f")))) {
      assertThatThrownBy(() -> client.download(address(server)).to(new ByteArrayOutputStream()))
          .isInstanceOf(UnexpectedResponseException.class);
      assertThat(other.connections()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("clients")
  void the_address_is_in_no_message(InvoiceXpressClient client) throws IOException {
    try (client;
        RawServer server =
            RawServer.respondingWith(
                response(500, ("failed: " + PATH).getBytes(StandardCharsets.UTF_8)),
                exchange -> exchange.reset())) {
      Download download = client.download(address(server));
      for (int i = 0; i < 2; i++) {
        Throwable failure = catchThrowable(() -> download.to(new ByteArrayOutputStream()));

        for (Throwable t = failure; t != null; t = t.getCause()) {
          assertThat(t.toString()).doesNotContain(SECRET, "s1gnature");
        }
      }
      assertThat(download.toString()).isEqualTo("Download{127.0.0.1}");
    }
  }

  static Stream<Arguments> failures_of_a_transport() {
    return Stream.of(
        Arguments.of(
            (Function<Request, RuntimeException>)
                request ->
                    new RetryableException(
                        -1, request.url(), Request.HttpMethod.GET, (Long) null, request),
            ConnectionException.class),
        Arguments.of(
            (Function<Request, RuntimeException>)
                request -> new UncheckedIOException(new IOException("lost " + request.url())),
            ConnectionException.class),
        Arguments.of(
            (Function<Request, RuntimeException>)
                request -> new IllegalArgumentException("cannot send " + request.url()),
            ConnectionException.class),
        Arguments.of(
            (Function<Request, RuntimeException>)
                request -> new UnsupportedOperationException("not to " + request.url()),
            ConnectionException.class));
  }

  @ParameterizedTest
  @MethodSource("failures_of_a_transport")
  void what_a_transport_of_somebody_elses_throws_does_not_show_the_address_either(
      Function<Request, RuntimeException> failing, Class<?> expected) {
    try (InvoiceXpressClient client =
        client()
            .unverifiedTransport(
                (request, options) -> {
                  throw failing.apply(request);
                })
            .build()) {
      Throwable failure =
          catchThrowable(
              () ->
                  client
                      .download(URI.create("https://files.example" + PATH))
                      .to(new ByteArrayOutputStream()));

      assertThat(failure).isInstanceOf(expected);
      for (Throwable t = failure; t != null; t = t.getCause()) {
        assertThat(t.toString()).doesNotContain(SECRET, "s1gnature");
        assertThat(t).isNotInstanceOf(FeignException.class);
      }
    }
  }

  @Test
  void a_target_that_fails_is_no_failure_of_the_download() throws Exception {
    IOException full = new IOException("no space left");
    try (InvoiceXpressClient client = client().build();
        RawServer server =
            RawServer.respondingWith(
                exchange -> {
                  exchange.write(head(200, "Content-Length: 10") + "\r\nhalf");
                  exchange.awaitEnd();
                })) {
      OutputStream target =
          new OutputStream() {
            @Override
            public void write(int b) throws IOException {
              throw full;
            }
          };

      assertThatThrownBy(() -> client.download(address(server)).to(target)).isSameAs(full);
      server.awaitPeerGone();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://files.example/f.pdf",
        "ftp://files.example/f.pdf",
        "https://user@files.example/f.pdf",
        "https:/f.pdf",
        "/f.pdf",
        "https://files.example/a/../f.pdf",
        "https://files.example/a%2F..%2ff.pdf",
        "https://files.example/a%5c%2e%2e/f.pdf"
      })
  void an_address_from_which_no_file_comes_is_refused(String address) {
    try (InvoiceXpressClient client = client().build()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> client.download(URI.create(address)))
          .withMessageContaining("address");
    }
  }

  @Test
  void a_response_of_the_provider_does_not_lead_to_this_machine() {
    try (InvoiceXpressClient client =
        InvoiceXpressClient.builder().account("acme").apiKey("stub-api-key").build()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> client.download(URI.create("https://127.0.0.1:8443/admin")))
          .withMessageContaining("not on this machine");
    }
  }

  @Test
  void limits_out_of_range_are_refused() {
    try (InvoiceXpressClient client = client().build()) {
      Download download = client.download(URI.create("https://files.example/f.pdf"));

      assertThatIllegalArgumentException()
          .isThrownBy(() -> download.maxBytes(0))
          .withMessage("maxBytes is 0; it must be at least 1");
      assertThatIllegalArgumentException().isThrownBy(() -> download.timeout(Duration.ZERO));
      assertThatIllegalArgumentException().isThrownBy(() -> download.to(Path.of("/")));
    }
  }

  @ParameterizedTest
  @MethodSource("clients")
  void a_closed_client_fetches_nothing(InvoiceXpressClient client) throws IOException {
    try (RawServer server = RawServer.respondingWith(response(200, FILE))) {
      Download download = client.download(address(server));
      client.close();

      assertThatThrownBy(() -> download.to(new ByteArrayOutputStream()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("this client is closed");
      assertThat(server.connections()).isZero();
    }
  }

  private static InvoiceXpressClientBuilder client() {
    return InvoiceXpressClient.builder()
        .baseUrl(URI.create("http://127.0.0.1:1"))
        .apiKey("stub-api-key")
        .options(StubClients.ONCE)
        .unlimitedRate();
  }

  private static URI address(RawServer server) {
    return URI.create(server.url(PATH));
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(1).nextBytes(bytes);
    return bytes;
  }
}
