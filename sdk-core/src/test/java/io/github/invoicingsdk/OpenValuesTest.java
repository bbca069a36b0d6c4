package io.github.invoicingsdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.fixture.Reply;
import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.fixture.StubServer;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.model.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments that look like parts of an address arrive as they were given, and back. */
class OpenValuesTest {

  private final StubServer server = StubServer.start();
  private final InvoiceXpressClient client = StubClients.invoiceXpress(server).build();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/b",
        "/",
        "a%20b",
        "100%",
        "%",
        "%2F",
        "a+b",
        "a b",
        "a?b",
        "a#b",
        ".",
        "..",
        "../clients",
        "a&api_key=other",
        "a=b",
        "a;b",
        "{clientId}",
        "\"quoted\\\"",
        "<tag>",
        "Série nº 1",
        "čšž",
        "\uD83D\uDE00",
        "\u0000",
        "a\r\nX-Header: y",
        "\t",
        "'",
        "|",
        "[]"
      })
  void a_code_arrives_as_it_was_given(String code) {
    server.respondWith(Reply.json("{\"client\":{\"id\":1}}"));

    Client found = client.clients().findByCode(code);

    assertThat(found.id()).isEqualTo(1);
    assertThat(server.onlyRequest().uri().getRawPath()).isEqualTo("/clients/find-by-code.json");
    assertThat(server.onlyRequest().query("client_code")).isEqualTo(code);
    assertThat(server.onlyRequest().query("api_key")).isEqualTo("stub-api-key");
    assertThat(server.onlyRequest().uri().getRawQuery().split("&", -1)).hasSize(2);
  }
}
