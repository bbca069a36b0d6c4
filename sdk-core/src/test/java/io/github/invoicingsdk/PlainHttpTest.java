package io.github.invoicingsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.testing.RawServer;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** A sandbox on another machine that speaks no TLS. */
class PlainHttpTest {

  private static final URI SANDBOX = URI.create("http://sandbox.example.test:8080");

  @Test
  void the_refusal_of_plain_http_names_the_setting_that_allows_it() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InvoiceXpressClient.builder().baseUrl(SANDBOX))
        .withMessageContaining("baseUrl is http://sandbox.example.test:8080")
        .withMessageContaining("dangerouslyAllowPlainHttp()");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IdokladClient.builder().tokenUrl(SANDBOX))
        .withMessageContaining("tokenUrl is http://sandbox.example.test:8080")
        .withMessageContaining("dangerouslyAllowPlainHttp()");
  }

  @Test
  void the_api_tokens_and_files_of_one_host_come_over_http_where_that_is_allowed()
      throws Exception {
    try (RawServer server =
            RawServer.respondingWith(
                RawServer.json(200, "{\"access_token\":\"token\",\"expires_in\":3600}"),
                RawServer.json(200, "{\"Data\":{\"Id\":7},\"IsSuccess\":true}"));
        IdokladClient client =
            IdokladClient.builder()
                .dangerouslyAllowPlainHttp()
                .baseUrl(SANDBOX)
                .tokenUrl(SANDBOX.resolve("/token"))
                .clientCredentials(
                    keys ->
                        keys.applicationId("application").clientId("client").clientSecret("secret"))
                .options(StubClients.ONCE)
                .proxy(at(server))
                .build()) {
      assertThat(client.numericSequences().get(7).id()).isEqualTo(7);

      assertThat(server.requests())
          .extracting(RawServer.Recorded::line)
          .containsExactly(
              "POST http://sandbox.example.test:8080/token HTTP/1.1",
              "GET http://sandbox.example.test:8080/NumericSequences/7 HTTP/1.1");
    }
  }

  @Test
  void files_come_over_http_from_the_host_of_such_an_api_and_from_no_other() throws Exception {
    try (RawServer server =
            RawServer.respondingWith(RawServer.response(200, new byte[] {1, 2, 3}));
        InvoiceXpressClient client =
            InvoiceXpressClient.builder()
                .dangerouslyAllowPlainHttp()
                .baseUrl(SANDBOX)
                .apiKey("key")
                .options(StubClients.ONCE)
                .proxy(at(server))
                .build()) {
      assertThat(
              client.download(SANDBOX.resolve("/files/1.pdf")).to(OutputStream.nullOutputStream()))
          .isEqualTo(3);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> client.download(URI.create("http://files.example.test/1.pdf")))
          .withMessageContaining("files are fetched over https only");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void what_was_allowed_for_one_client_is_not_for_the_next() {
    InvoiceXpressClient.builder().dangerouslyAllowPlainHttp().baseUrl(SANDBOX);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> InvoiceXpressClient.builder().baseUrl(SANDBOX));
  }

  private static ProxySelector at(RawServer server) {
    return ProxySelector.of(
        new InetSocketAddress(
            InetAddress.getLoopbackAddress(), URI.create(server.url("")).getPort()));
  }
}
