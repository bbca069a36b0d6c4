package io.github.invoicingsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.sandbox.InvoiceXpressAccount.UnauthorizedBody;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceXpressAccessTest {
  private final TestClock clock = new TestClock();
  private final Sandbox sandbox = Sandbox.builder().clock(clock).start();
  private final Http http = new Http(sandbox);
  private final InvoiceXpressAccount account = sandbox.invoiceXpress();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?api_key=", "?api_key=wrong", "?API_KEY=sandbox-api-key"})
  void a_wrong_key_is_refused(String query) {
    HttpResponse<String> response = withoutKey(query);

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body()).isEqualTo("{\"errors\":{\"error\":\"Invalid API key\"}}");
  }

  @Test
  void the_refusal_can_have_the_recorded_shape() {
    account.unauthorizedBody(UnauthorizedBody.ARRAY);

    assertThat(withoutKey("").body()).isEqualTo("{\"errors\":[{\"error\":\"Invalid API key\"}]}");
  }

  @Test
  void the_key_can_be_chosen() {
    try (Sandbox other = Sandbox.builder().invoiceXpressApiKey("k&y+/ü").start()) {
      URI uri =
          URI.create(other.invoiceXpressUrl() + "/sequences.json?api_key=" + Http.encode("k&y+/ü"));

      assertThat(Http.send(Http.request(uri)).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void allows_780_requests_a_minute() {
    for (int i = 0; i < 780; i++) {
      assertThat(sequences().statusCode()).isEqualTo(200);
    }
    HttpResponse<String> refused = sequences();
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).isEqualTo("Too Many Requests");
    assertThat(refused.headers().firstValue("Retry-After")).isEmpty();

    clock.advance(Duration.ofMinutes(1));
    assertThat(sequences().statusCode()).isEqualTo(200);
  }

  @Test
  void counts_the_last_minute_at_any_moment() {
    account.rateLimit().allowPerMinute(2);
    sequences();
    clock.advance(Duration.ofSeconds(40));
    sequences();
    clock.advance(Duration.ofSeconds(19));
    assertThat(sequences().statusCode()).isEqualTo(429);

    clock.advance(Duration.ofSeconds(1));
    assertThat(sequences().statusCode()).isEqualTo(200);
    assertThat(sequences().statusCode()).isEqualTo(429);
  }

  @Test
  void a_refusal_for_the_limit_can_say_when_to_come_back() {
    account.rateLimit().allowPerMinute(1);
    account.rateLimit().sendRetryAfter(Duration.ofSeconds(7));
    sequences();

    assertThat(sequences().headers().firstValue("Retry-After")).hasValue("7");
  }

  @Test
  void the_limit_can_be_removed_and_unauthorized_requests_do_not_count() {
    account.rateLimit().allowPerMinute(1);
    withoutKey("");
    assertThat(sequences().statusCode()).isEqualTo(200);

    account.rateLimit().allowAll();
    assertThat(sequences().statusCode()).isEqualTo(200);
    assertThatThrownBy(() -> account.rateLimit().allowPerMinute(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
  }

  @Test
  void an_unknown_route_lists_the_known_ones() {
    HttpResponse<String> response = http.invoiceXpress("GET", "/purchase_orders.json");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/plain");
    assertThat(response.body())
        .contains("GET /invoicexpress/purchase_orders.json")
        .contains("PUT /invoicexpress/sequences/{id}/register.json")
        .doesNotContain("sandbox-api-key");
  }

  @Test
  void an_unknown_route_can_redirect_like_the_live_one() {
    account.redirectUnknownRoutes(true);

    HttpResponse<String> response = http.invoiceXpress("GET", "/purchase_orders.json");

    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(response.headers().firstValue("Location")).isPresent();
  }

  @Test
  void another_method_names_the_known_ones() {
    HttpResponse<String> response = http.invoiceXpress("DELETE", "/sequences.json");

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).hasValue("GET, POST");
    assertThat(http.invoiceXpress("HEAD", "/sequences.json").statusCode()).isEqualTo(405);
  }

  @Test
  void a_body_of_another_type_is_refused() {
    HttpResponse<String> response =
        Http.send(
            Http.request(http.invoiceXpressUri("/sequences.json"))
                .header("Content-Type", "text/xml")
                .POST(BodyPublishers.ofString("{\"sequence\":{\"serie\":\"2027\"}}")));

    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(response.body()).contains("application/json").contains("text/xml");
  }

  @Test
  void a_body_without_a_type_is_refused() {
    HttpResponse<String> response =
        Http.send(
            Http.request(http.invoiceXpressUri("/sequences.json"))
                .POST(BodyPublishers.ofString("{}")));

    assertThat(response.statusCode()).isEqualTo(415);
  }

  private HttpResponse<String> sequences() {
    return http.invoiceXpress("GET", "/sequences.json");
  }

  private HttpResponse<String> withoutKey(String query) {
    return Http.send(
        Http.request(URI.create(sandbox.invoiceXpressUrl() + "/sequences.json" + query)));
  }
}
