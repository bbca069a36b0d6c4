package io.github.invoicingsdk.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.invoicingsdk.fixture.ReceivedRequest;
import io.github.invoicingsdk.fixture.Reply;
import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.fixture.StubServer;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.model.NewSequence;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server gets of an argument, whatever the argument holds. */
class ArgumentsOnTheWireTest {

  private static final String PATH = "/clients/find-by-code.json";

  private final StubServer server =
      StubServer.start().respondWith(Reply.json("{\"client\":{\"id\":1,\"name\":\"A\"}}"));
  private final InvoiceXpressClient client = StubClients.invoiceXpress(server).build();

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void every_ascii_character_arrives_as_sent() {
    for (char c = 0; c < 128; c++) {
      assertArrives(String.valueOf(c));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%2F",
        "a%20b",
        "a+b c",
        "{x}",
        "{clientCode}",
        ".",
        "..",
        "../../sequences",
        "a&api_key=stolen",
        "a;b,c=d#e?f",
        "x\r\nX-Injected: 1",
        "null",
        "\u202Etxt.exe",
        "\uFFFF",
        "žluťoučký 🙂"
      })
  void what_means_something_elsewhere_arrives_as_sent(String code) {
    assertArrives(code);
  }

  @Test
  void random_texts_arrive_as_sent() {
    Random random = new Random(20261121);
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      int length = 1 + random.nextInt(20);
      for (int c = 0; c < length; c++) {
        text.appendCodePoint(random.nextInt(Character.MIN_SURROGATE));
      }
      assertArrives(text.toString());
    }
  }

  @Test
  void half_of_a_surrogate_pair_is_refused_before_anything_is_sent() {
    for (String text : List.of("\uD83D", "a\uDE00", "\uDE00\uD83D")) {
      NewSequence sequence = NewSequence.builder().serie(text).build();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> client.clients().findByCode(text))
          .withMessageContaining("surrogate pair");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> client.sequences().create(sequence))
          .withMessageContaining("surrogate pair");
    }

    assertThat(server.requests()).isEmpty();
  }

  @Test
  void an_empty_code_is_sent_as_an_empty_value() {
    client.clients().findByCode("");

    assertThat(parameters(server.onlyRequest())).contains("client_code=");
  }

  private void assertArrives(String code) {
    client.clients().findByCode(code);

    List<ReceivedRequest> requests = server.requests();
    ReceivedRequest request = requests.get(requests.size() - 1);
    assertThat(request.uri().getRawPath()).isEqualTo(PATH);
    List<String> decoded = new ArrayList<>();
    for (String parameter : parameters(request)) {
      decoded.add(URLDecoder.decode(parameter.replace("+", "%2B"), StandardCharsets.UTF_8));
    }
    assertThat(decoded).containsExactlyInAnyOrder("client_code=" + code, "api_key=stub-api-key");
  }

  private static List<String> parameters(ReceivedRequest request) {
    return List.of(request.uri().getRawQuery().split("&", -1));
  }
}
