package io.github.invoicingsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.error.AuthenticationException;
import io.github.invoicingsdk.error.InvalidRequestException;
import io.github.invoicingsdk.error.NotFoundException;
import io.github.invoicingsdk.error.OutcomeUnknownException;
import io.github.invoicingsdk.fixture.Reply;
import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.fixture.StubServer;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.observation.Call;
import io.github.invoicingsdk.observation.CallListener;
import io.github.invoicingsdk.observation.CallResult;
import io.github.invoicingsdk.sandbox.Sandbox;
import io.github.invoicingsdk.testing.RawServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that the SDK has no method for, as calls like every other. */
@Timeout(60)
class SendTest {

  private static final String KEY = "0123456789abcdef-key";

  private final List<String> ended = new CopyOnWriteArrayList<>();

  @Test
  void a_sequence_is_created_and_read_in_the_sandbox() {
    try (Sandbox sandbox = Sandbox.start();
        InvoiceXpressClient client =
            InvoiceXpressClient.builder()
                .baseUrl(sandbox.invoiceXpressUrl())
                .apiKey(sandbox.invoiceXpressApiKey())
                .build()) {
      RawResponse created =
          client.send(
              ApiRequest.post("/sequences.json")
                  .json("{\"sequence\":{\"serie\":\"S2027\",\"default_sequence\":\"0\"}}"));
      String sequence = created.json().getAsJsonObject().get("sequence").toString();
      long id = Sequence.fromJson(sequence).id();
      RawResponse read = client.async().send(ApiRequest.get("/sequences/" + id + ".json")).join();

      assertThat(created.status()).isEqualTo(201);
      assertThat(read.text()).contains("S2027");
      assertThatThrownBy(() -> client.send(ApiRequest.get("/sequences/1.json")))
          .isInstanceOfSatisfying(
              NotFoundException.class,
              e -> assertThat(e.operation()).isEqualTo("GET /sequences/{id}.json"));
    }
  }

  @Test
  void the_request_on_the_wire_is_what_was_given_with_the_credentials_of_the_client()
      throws Exception {
    try (RawServer server = RawServer.respondingWith(RawServer.json(200, "{}"));
        InvoiceXpressClient client = client(server)) {
      client
          .with(CallOptions.defaults().toBuilder().header("X-A", "all").build())
          .send(
              ApiRequest.post("/items.json")
                  .query("type[]", "a&b")
                  .query("type[]", "ç")
                  .header("x-a", "one")
                  .json("{\"a\": 1.10}"));

      RawServer.Recorded sent = server.requests().get(0);
      assertThat(sent.line())
          .isEqualTo(
              "POST /items.json?type%5B%5D=a%26b&type%5B%5D=%C3%A7&api_key=" + KEY + " HTTP/1.1");
      assertThat(sent.header("X-A")).containsExactly("one");
      assertThat(sent.header("Accept")).containsExactly("application/json");
      assertThat(sent.header("Content-Type")).containsExactly("application/json; charset=utf-8");
      assertThat(sent.body()).isEqualTo("{\"a\": 1.10}");
      assertThat(ended).containsExactly("POST /items.json SUCCEEDED");
    }
  }

  @Test
  void a_delete_may_have_a_body_and_a_post_may_lack_one() throws Exception {
    try (RawServer server =
            RawServer.respondingWith(RawServer.json(200, "{}"), RawServer.json(200, "{}"));
        InvoiceXpressClient client = client(server)) {
      client.send(ApiRequest.delete("/items.json").json("[1]"));
      client.send(ApiRequest.post("/items.json"));

      assertThat(server.requests().get(0).line()).startsWith("DELETE ");
      assertThat(server.requests().get(0).body()).isEqualTo("[1]");
      assertThat(server.requests().get(1).header("Content-Type")).isEmpty();
      assertThat(server.requests().get(1).body()).isEmpty();
    }
  }

  @Test
  void reading_is_sent_again_and_a_write_whose_outcome_is_unknown_is_not() throws Exception {
    try (RawServer server =
            RawServer.respondingWith(RawServer.json(500, "{}"), RawServer.json(200, "{}"));
        InvoiceXpressClient client = client(server)) {
      client.send(ApiRequest.get("/items.json"));
      assertThat(server.requests()).hasSize(2);
    }
    try (RawServer server =
            RawServer.respondingWith(RawServer.json(500, "{}"), RawServer.json(200, "{}"));
        InvoiceXpressClient client = client(server)) {
      assertThatThrownBy(() -> client.send(ApiRequest.post("/items.json").json("{}")))
          .isInstanceOfSatisfying(
              OutcomeUnknownException.class,
              e -> {
                assertThat(e.operation()).isEqualTo("POST /items.json");
                assertThat(e.howToFindOut()).isNotBlank();
              });
      assertThat(server.requests()).hasSize(1);
    }
    try (RawServer server =
            RawServer.respondingWith(RawServer.json(500, "{}"), RawServer.json(200, "{}"));
        InvoiceXpressClient client = client(server)) {
      client.async().send(ApiRequest.post("/items.json").json("{}").repeatable()).join();
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void a_refusal_is_the_exception_that_every_operation_throws() throws Exception {
    try (RawServer server =
            RawServer.respondingWith(
                RawServer.json(422, "{\"errors\":[{\"error\":\"No name\"}]}"));
        InvoiceXpressClient client = client(server)) {
      assertThatThrownBy(() -> client.async().send(ApiRequest.post("/items.json")).join())
          .isInstanceOf(CompletionException.class)
          .cause()
          .isInstanceOfSatisfying(
              InvalidRequestException.class,
              e -> assertThat(e.providerMessage()).isEqualTo("No name"));
    }
  }

  @Test
  void an_envelope_of_idoklad_that_says_no_is_a_refusal() {
    try (StubServer server =
            StubServer.start()
                .respondWith(
                    Reply.json("{\"IsSuccess\":false,\"StatusCode\":401,\"Message\":\"No\"}"),
                    Reply.json("{\"Data\":1,\"IsSuccess\":true}"),
                    Reply.json("[]"));
        IdokladClient client = StubClients.idoklad(server).build()) {
      assertThatThrownBy(() -> client.send(ApiRequest.get("/Contacts")))
          .isInstanceOf(AuthenticationException.class);
      assertThat(client.send(ApiRequest.get("/Contacts")).text()).contains("Data");
      assertThat(client.send(ApiRequest.get("/Contacts")).text()).isEqualTo("[]");
      assertThat(server.requests())
          .allSatisfy(seen -> assertThat(seen.authorization()).isEqualTo("Bearer stub-token"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api_key",
        "API_KEY",
        "Api-Key",
        " api_key",
        "api%5Fkey",
        "api%255fkey",
        "api_key[]",
        "api_key[a]",
        "[api_key]",
        "ａｐｉ_key",
        "x_api_key",
        "Authorization",
        "cookie"
      })
  void a_parameter_that_carries_credentials_is_refused_before_anything_is_sent(String name)
      throws Exception {
    try (RawServer server = RawServer.respondingWith(RawServer.json(200, "{}"));
        InvoiceXpressClient client = client(server)) {
      ApiRequest request = ApiRequest.get("/items.json").query(name, "MARK");

      assertThatIllegalArgumentException()
          .isThrownBy(() -> client.send(request))
          .withMessageContaining("credentials")
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("MARK"));
      assertThatIllegalArgumentException().isThrownBy(() -> client.async().send(request));
      assertThat(server.requests()).isEmpty();
      assertThat(ended).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Api-Key", "api_key"})
  void a_header_that_carries_credentials_is_refused(String name) throws Exception {
    try (RawServer server = RawServer.respondingWith(RawServer.json(200, "{}"));
        InvoiceXpressClient client = client(server)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> client.send(ApiRequest.get("/items.json").header(name, "MARK")))
          .withMessageContaining(name);
    }
  }

  @Test
  void the_key_of_the_client_stands_nowhere_in_a_request() throws Exception {
    try (RawServer server = RawServer.respondingWith(RawServer.json(200, "{}"));
        InvoiceXpressClient client = client(server)) {
      for (ApiRequest request :
          List.of(
              ApiRequest.get("/items/" + KEY + ".json"),
              ApiRequest.get("/items/" + KEY.replace("-", "%2D") + ".json"),
              ApiRequest.get("/items.json").query("q", KEY),
              ApiRequest.get("/items.json").header("X-Q", KEY))) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> client.send(request))
            .satisfies(e -> assertThat(e.getMessage()).doesNotContain(KEY));
      }
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void a_token_in_the_query_is_refused_for_idoklad() {
    try (StubServer server = StubServer.start();
        IdokladClient client = StubClients.idoklad(server).build()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> client.send(ApiRequest.get("/Contacts").query("Access_Token", "x")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/items", "/items/1", "/items.xml"})
  void a_path_of_invoicexpress_ends_in_json(String path) throws Exception {
    try (RawServer server = RawServer.respondingWith(RawServer.json(200, "{}"));
        InvoiceXpressClient client = client(server)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> client.send(ApiRequest.get(path)))
          .withMessageContaining(".json");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/items.json, GET /items.json",
    "/items/7.json, GET /items/{id}.json",
    "/document/7/related_documents.json, GET /document/{id}/related_documents.json",
    "/clients/a%20b/c.json, GET /clients/{id}/c.json",
    "/x/0f8fad5b-d9cb.json, GET /x/{id}.json",
    "/x/a.b7.json, GET /x/{id}.json",
  })
  void the_operation_is_the_path_without_what_tells_objects_apart(String path, String operation)
      throws Exception {
    try (RawServer server = RawServer.respondingWith(RawServer.json(200, "{}"));
        InvoiceXpressClient client = client(server)) {
      client.send(ApiRequest.get(path));

      assertThat(ended).containsExactly(operation + " SUCCEEDED");
    }
  }

  @Test
  void with_response_knows_the_response_of_a_request_of_ones_own() throws Exception {
    try (RawServer server = RawServer.respondingWith(RawServer.json(200, "{}"));
        InvoiceXpressClient client = client(server)) {
      var response = client.withResponse(c -> c.send(ApiRequest.get("/items.json")).status());

      assertThat(response.value()).isEqualTo(200);
      assertThat(response.raw().text()).isEqualTo("{}");
    }
  }

  private InvoiceXpressClient client(RawServer server) {
    return InvoiceXpressClient.builder()
        .baseUrl(URI.create(server.url("")))
        .apiKey(KEY)
        .options(
            CallOptions.defaults().toBuilder()
                .retry(
                    RetryPolicy.defaults().toBuilder()
                        .firstDelay(Duration.ofMillis(1))
                        .longestDelay(Duration.ofMillis(1))
                        .build())
                .build())
        .listener(
            new CallListener() {
              @Override
              public void ended(Call call, CallResult result) {
                ended.add(call.operation() + " " + result.outcome());
              }
            })
        .build();
  }
}
