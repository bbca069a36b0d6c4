package io.github.invoicingsdk;

import static io.github.invoicingsdk.DownloadForm.address;
import static io.github.invoicingsdk.testing.RawServer.head;
import static io.github.invoicingsdk.testing.RawServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import feign.Response;
import io.github.invoicingsdk.error.DecodingException;
import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.error.UnexpectedResponseException;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.observation.RecordingListener;
import io.github.invoicingsdk.testing.RawServer;
import io.github.invoicingsdk.testing.RawServer.ScriptedResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is called a whole file, by whichever transport and whoever waits for it. */
@Timeout(60)
class DownloadWholenessTest {

  private static final String OLDER = "an older one";
  private static final byte[] CONTENT = "%PDF-1.4 whole".getBytes(StandardCharsets.UTF_8);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final RecordingListener recording = new RecordingListener();

  @TempDir Path folder;

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  /** A response that is no whole file, and what becomes of it. */
  record NoFile(
      String name, ScriptedResponse response, Class<? extends InvoicingException> failure) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Arguments> no_files() {
    return Stream.of(
            new NoFile("202", response(202, CONTENT), UnexpectedResponseException.class),
            new NoFile("203", response(203, CONTENT), UnexpectedResponseException.class),
            new NoFile("204", response204(), UnexpectedResponseException.class),
            new NoFile(
                "206",
                response(206, CONTENT, "Content-Range: bytes 0-13/500"),
                UnexpectedResponseException.class),
            new NoFile("empty", response(200, new byte[0]), DecodingException.class),
            new NoFile(
                "empty in chunks",
                exchange -> {
                  exchange.write(head(200, "Transfer-Encoding: chunked") + "\r\n0\r\n\r\n");
                },
                DecodingException.class),
            new NoFile("without an end", untilClosed("HTTP/1.1"), DecodingException.class),
            new NoFile("of HTTP/1.0", untilClosed("HTTP/1.0"), DecodingException.class))
        .flatMap(file -> Stream.of(DownloadForm.values()).map(form -> Arguments.of(file, form)));
  }

  private static ScriptedResponse response204() {
    return exchange -> exchange.write(head(204) + "\r\n");
  }

  private static ScriptedResponse untilClosed(String version) {
    return exchange -> {
      exchange.write(version + " 200 OK\r\nConnection: close\r\n\r\n");
      exchange.write(CONTENT);
      exchange.end();
    };
  }

  @ParameterizedTest
  @MethodSource("no_files")
  void what_is_no_whole_file_is_refused_and_the_older_one_stays(NoFile given, DownloadForm form)
      throws IOException {
    Path file = folder.resolve("invoice.pdf");
    Files.writeString(file, OLDER);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    try (InvoiceXpressClient client = form.client().listener(recording).build();
        RawServer server =
            RawServer.respondingWith(
                given.response(), given.response(), given.response(), given.response())) {
      Download download = client.download(address(server));
      AsyncDownload asyncDownload = form.async(client, threads).download(address(server));

      assertThat(catchThrowable(() -> download.to(file))).isInstanceOf(given.failure());
      assertThat(asyncDownload.to(file)).failsWithin(Duration.ofSeconds(30));
      assertThat(catchThrowable(() -> asyncDownload.to(file).join()))
          .hasCauseInstanceOf(given.failure());
      assertThat(catchThrowable(() -> download.to(stream))).isInstanceOf(given.failure());
      assertThat(file).hasContent(OLDER);
      assertThat(folder).isDirectoryNotContaining("glob:**.part");
      assertThat(stream.size()).isZero();
      assertThat(recording.lines()).noneMatch(line -> line.contains("ACCEPTED"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_file_without_an_end_is_taken_by_who_says_so_and_the_refusal_says_how(DownloadForm form)
      throws IOException {
    Path file = folder.resolve("invoice.pdf");
    try (InvoiceXpressClient client = form.client().build();
        RawServer server =
            RawServer.respondingWith(
                untilClosed("HTTP/1.0"), untilClosed("HTTP/1.0"), untilClosed("HTTP/1.1"))) {
      assertThat(catchThrowable(() -> client.download(address(server)).to(file)))
          .hasMessageContaining("neither a length nor chunks")
          .hasMessageContaining("acceptUnknownLength()");

      assertThat(client.download(address(server)).acceptUnknownLength().to(file))
          .isEqualTo(CONTENT.length);
      assertThat(file).hasBinaryContent(CONTENT);
      Files.delete(file);
      assertThat(
              form.async(client, threads)
                  .download(address(server))
                  .acceptUnknownLength()
                  .to(file)
                  .join())
          .isEqualTo(CONTENT.length);
      assertThat(file).hasBinaryContent(CONTENT);
    }
  }

  @Test
  void what_a_transport_holds_in_memory_is_whole() throws IOException {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    try (InvoiceXpressClient client =
        DownloadForm.EXECUTOR
            .client()
            .unverifiedTransport(
                (request, options) ->
                    Response.builder()
                        .status(200)
                        .headers(Map.of())
                        .request(request)
                        .body(CONTENT)
                        .build())
            .build()) {
      long bytes = client.download(URI.create("https://files.example/f.pdf")).to(target);

      assertThat(bytes).isEqualTo(CONTENT.length);
      assertThat(target.toByteArray()).isEqualTo(CONTENT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_name_may_be_as_long_as_the_file_system_allows(DownloadForm form) throws IOException {
    Path file = folder.resolve("i".repeat(251) + ".pdf");
    try (InvoiceXpressClient client = form.client().build();
        RawServer server =
            RawServer.respondingWith(response(200, CONTENT), response(200, CONTENT))) {
      client.download(address(server)).to(file);
      form.async(client, threads).download(address(server)).to(file).join();

      assertThat(file).hasBinaryContent(CONTENT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_encoded_slash_in_the_address_goes_out_as_it_is(DownloadForm form) throws IOException {
    try (InvoiceXpressClient client = form.client().build();
        RawServer server =
            RawServer.respondingWith(response(200, CONTENT), response(200, CONTENT))) {
      URI address = URI.create(server.url("/v0/b/files/o/2026%2Finvoices%2F17.pdf?alt=media"));
      client.download(address).to(folder.resolve("a.pdf"));
      form.async(client, threads).download(address).to(folder.resolve("b.pdf")).join();

      assertThat(server.requests())
          .extracting(RawServer.Recorded::line)
          .containsOnly("GET /v0/b/files/o/2026%2Finvoices%2F17.pdf?alt=media HTTP/1.1")
          .hasSize(2);
    }
  }
}
