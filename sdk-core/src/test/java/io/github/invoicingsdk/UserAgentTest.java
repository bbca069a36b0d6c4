package io.github.invoicingsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.testing.RawServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What requests say of the program that sends them. */
@Timeout(60)
class UserAgentTest {

  private static final String SDK =
      "invoicing-sdk-java/[0-9][A-Za-z0-9.-]* \\(Java "
          + System.getProperty("java.version").replace("+", "\\+")
          + "\\)";

  @Test
  void calls_and_tokens_name_the_sdk_with_its_version_and_that_of_java() throws Exception {
    try (RawServer tokens =
            RawServer.respondingWith(RawServer.json(200, "{\"access_token\":\"one\"}"));
        RawServer api =
            RawServer.respondingWith(
                RawServer.json(200, "{\"Data\":{\"Id\":7},\"IsSuccess\":true}"),
                RawServer.json(200, "{}"));
        IdokladClient client =
            IdokladClient.builder()
                .baseUrl(URI.create(api.url("")))
                .tokenUrl(URI.create(tokens.url("/token")))
                .clientCredentials(
                    keys ->
                        keys.applicationId("application").clientId("client").clientSecret("secret"))
                .build()) {
      client.numericSequences().get(7);
      client.send(ApiRequest.get("/Contacts"));

      assertThat(agent(tokens, 0)).matches(SDK);
      assertThat(agent(api, 0)).matches(SDK);
      assertThat(agent(api, 1)).matches(SDK);
    }
  }

  @Test
  void products_follow_in_calls_and_downloads(@TempDir Path folder) throws Exception {
    try (RawServer server =
            RawServer.respondingWith(
                RawServer.json(200, "{\"sequence\":{\"id\":7}}"),
                RawServer.response(200, "x".getBytes(StandardCharsets.UTF_8)));
        InvoiceXpressClient client =
            InvoiceXpressClient.builder()
                .baseUrl(URI.create(server.url("")))
                .apiKey("key")
                .product("shop", "1.2")
                .product("plug-in", "3")
                .build()) {
      client.sequences().get(7);
      client.download(URI.create(server.url("/file"))).to(folder.resolve("file"));

      assertThat(agent(server, 0)).matches(SDK + " shop/1\\.2 plug-in/3");
      assertThat(agent(server, 1)).matches(SDK + " shop/1\\.2 plug-in/3");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "my shop", "shop/1", "shop(1)", "a\r\nX: b", "obchod\u016f"})
  void what_is_no_token_is_refused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InvoiceXpressClient.builder().product(text, "1"))
        .withMessageStartingWith("name ")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InvoiceXpressClient.builder().product("shop", text))
        .withMessageStartingWith("version ");
  }

  @ParameterizedTest
  @CsvSource({"shop, 1.2", "a!#$%&'*+.^_`|~b, 1-SNAPSHOT"})
  void a_token_is_taken(String name, String version) {
    assertThat(InvoiceXpressClient.builder().product(name, version)).isNotNull();
  }

  private static String agent(RawServer server, int request) {
    return String.join(", ", server.requests().get(request).header("User-Agent"));
  }
}
