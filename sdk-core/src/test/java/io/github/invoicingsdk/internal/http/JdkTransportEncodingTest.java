package io.github.invoicingsdk.internal.http;

import static io.github.invoicingsdk.internal.http.TestCalls.context;
import static io.github.invoicingsdk.internal.http.TestCalls.get;
import static io.github.invoicingsdk.internal.http.TestCalls.text;
import static io.github.invoicingsdk.testing.RawServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.Response;
import io.github.invoicingsdk.testing.RawServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Encoded bodies, good and bad. */
class JdkTransportEncodingTest {

  private static final int CAP = 10_000;

  private final JdkTransport transport = new JdkTransport(Duration.ofSeconds(10), CAP, null);

  @AfterEach
  void closeTransport() {
    transport.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "x-gzip", "X-Gzip", "identity, gzip", " gzip "})
  void a_gzip_body_is_decoded_and_its_headers_go(String coding) throws Exception {
    Response response = receive(gzip("{\"a\":1}"), "Content-Encoding: " + coding);

    assertThat(text(response)).isEqualTo("{\"a\":1}");
    assertThat(response.body().length()).isEqualTo(7);
    assertThat(response.headers()).doesNotContainKeys("Content-Encoding", "Content-Length");
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "Identity", "", " , "})
  void a_body_that_is_not_encoded_is_left_alone(String coding) throws Exception {
    assertThat(text(receive("{}".getBytes(StandardCharsets.UTF_8), "Content-Encoding: " + coding)))
        .isEqualTo("{}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "deflate", "gzip, gzip", "zstd"})
  void an_encoding_that_was_not_asked_for_is_refused(String coding) {
    assertThatThrownBy(() -> receive(gzip("{}"), "Content-Encoding: " + coding))
        .isInstanceOf(CorruptContentException.class)
        .hasMessageContaining(coding);
  }

  @Test
  void an_empty_body_is_empty_whatever_its_encoding() throws Exception {
    assertThat(text(receive(new byte[0], "Content-Encoding: gzip"))).isEmpty();
  }

  @Test
  void a_body_that_is_not_gzip_although_it_says_so_is_corrupt() {
    assertCorrupt("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void truncated_gzip_is_corrupt() throws Exception {
    byte[] whole = gzip("{\"a\":1}");

    for (int length = 1; length < whole.length; length++) {
      assertCorrupt(Arrays.copyOf(whole, length));
    }
  }

  @Test
  void gzip_with_a_wrong_checksum_is_corrupt() throws Exception {
    byte[] damaged = gzip("{\"a\":1}");
    damaged[damaged.length - 8] ^= 1;

    assertCorrupt(damaged);
  }

  @Test
  void gzip_that_inflates_beyond_the_cap_is_too_large() throws Exception {
    byte[] bomb = gzip("0".repeat(CAP + 1));

    assertThat(bomb).hasSizeLessThan(100);
    assertThatThrownBy(() -> receive(bomb, "Content-Encoding: gzip"))
        .isInstanceOf(ResponseTooLargeException.class)
        .hasMessageContaining("10000 bytes");
  }

  @Test
  void gzip_that_inflates_to_exactly_the_cap_is_accepted() throws Exception {
    assertThat(text(receive(gzip("0".repeat(CAP)), "Content-Encoding: gzip"))).hasSize(CAP);
  }

  private void assertCorrupt(byte[] body) {
    assertThatThrownBy(() -> receive(body, "Content-Encoding: gzip"))
        .isInstanceOf(CorruptContentException.class)
        .hasMessageContaining("gzip");
  }

  private Response receive(byte[] body, String header) throws IOException {
    try (RawServer server = RawServer.respondingWith(response(200, body, header))) {
      return transport.execute(get(server.url("/")), context());
    }
  }

  static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
