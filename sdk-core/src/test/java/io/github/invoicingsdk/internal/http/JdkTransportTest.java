package io.github.invoicingsdk.internal.http;

import static io.github.invoicingsdk.internal.http.TestCalls.context;
import static io.github.invoicingsdk.internal.http.TestCalls.get;
import static io.github.invoicingsdk.internal.http.TestCalls.request;
import static io.github.invoicingsdk.internal.http.TestCalls.text;
import static io.github.invoicingsdk.testing.RawServer.head;
import static io.github.invoicingsdk.testing.RawServer.json;
import static io.github.invoicingsdk.testing.RawServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import feign.Request;
import feign.Request.HttpMethod;
import feign.Response;
import io.github.invoicingsdk.testing.RawServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the transport sends and returns when all goes well, and its closing. */
class JdkTransportTest {

  private static final int CAP = 1_000_000;

  private final JdkTransport transport = new JdkTransport(Duration.ofSeconds(10), CAP, null);

  @AfterEach
  void closeTransport() {
    transport.close();
  }

  @Test
  void a_patch_arrives_with_method_headers_and_body() throws Exception {
    try (RawServer server = RawServer.respondingWith(json(200, "{}"))) {
      Request request =
          request(
              HttpMethod.PATCH,
              server.url("/v3/items?x=a%2Fb"),
              Map.of("Content-Type", List.of("application/json"), "X-Two", List.of("1", "2")),
              "{\"name\":\"č\"}");

      transport.execute(request, context());

      RawServer.Recorded sent = server.requests().get(0);
      assertThat(sent.line()).isEqualTo("PATCH /v3/items?x=a%2Fb HTTP/1.1");
      assertThat(sent.header("Content-Type")).containsExactly("application/json");
      assertThat(sent.header("X-Two")).containsExactly("1", "2");
      assertThat(sent.header("Accept-Encoding")).containsExactly("gzip");
      assertThat(sent.header("Upgrade")).isEmpty();
      assertThat(sent.body()).isEqualTo("{\"name\":\"č\"}");
    }
  }

  @Test
  void a_response_refers_to_the_request_as_it_is_to_be_shown() throws Exception {
    try (RawServer server = RawServer.respondingWith(json(200, "{}"), json(200, "{}"))) {
      Request shown = get(server.url("/list"));
      Request sent = get(server.url("/list?api_key=MARKED"));
      CallContext context = context().showing(shown);

      assertThat(transport.execute(sent, context).request()).isSameAs(shown);
      assertThat(transport.executeAsync(sent, context).get().request()).isSameAs(shown);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = HttpMethod.class,
      names = {"POST", "PUT", "PATCH"})
  void a_write_without_body_says_that_its_length_is_zero(HttpMethod method) throws Exception {
    try (RawServer server = RawServer.respondingWith(json(200, "{}"))) {
      transport.execute(request(method, server.url("/"), Map.of(), null), context());

      assertThat(server.requests().get(0).header("Content-Length")).containsExactly("0");
    }
  }

  @Test
  void headers_that_the_jdk_writes_itself_are_left_out() throws Exception {
    try (RawServer server = RawServer.respondingWith(json(200, "{}"))) {
      Map<String, Collection<String>> headers =
          Map.of(
              "content-length", List.of("999"),
              "HOST", List.of("elsewhere.example"),
              "Connection", List.of("close"),
              "Expect", List.of("100-continue"),
              "Upgrade", List.of("websocket"),
              "Transfer-Encoding", List.of("chunked"),
              "accept-encoding", List.of("br"));

      transport.execute(request(HttpMethod.POST, server.url("/"), headers, "abc"), context());

      RawServer.Recorded sent = server.requests().get(0);
      assertThat(sent.header("Content-Length")).containsExactly("3");
      assertThat(sent.header("Host")).hasSize(1).noneMatch(host -> host.contains("elsewhere"));
      assertThat(sent.header("Accept-Encoding")).containsExactly("gzip");
      assertThat(sent.header("Transfer-Encoding")).isEmpty();
      assertThat(sent.header("Expect")).isEmpty();
    }
  }

  @Test
  void all_values_of_a_response_header_are_kept_in_order_under_a_name_of_any_case()
      throws Exception {
    try (RawServer server =
        RawServer.respondingWith(
            response(201, new byte[0], "X-Many: b", "x-many: a", "X-MANY: b"))) {
      Response response = transport.execute(get(server.url("/")), context());

      assertThat(response.status()).isEqualTo(201);
      assertThat(response.headers().get("x-mANY")).containsExactly("b", "a", "b");
      assertThat(text(response)).isEmpty();
    }
  }

  @Test
  void a_body_without_announced_length_arrives_whole() throws Exception {
    String large = "0123456789".repeat(50_000);
    try (RawServer server =
        RawServer.respondingWith(
            exchange -> {
              exchange.write(head(200, "Connection: close") + "\r\n" + large);
              exchange.end();
            })) {
      assertThat(text(transport.execute(get(server.url("/")), context()))).isEqualTo(large);
    }
  }

  @Test
  void a_body_larger_than_the_first_buffer_arrives_whole() throws Exception {
    byte[] large = "0123456789abcdef".repeat(200_000).getBytes(StandardCharsets.US_ASCII);
    try (JdkTransport roomy = new JdkTransport(Duration.ofSeconds(10), large.length, null);
        RawServer server = RawServer.respondingWith(response(200, large))) {
      Response response = roomy.execute(get(server.url("/")), context());

      assertThat(response.body().asInputStream()).hasBinaryContent(large);
    }
  }

  @Test
  void an_unauthorized_response_without_a_challenge_is_returned() throws Exception {
    try (RawServer server = RawServer.respondingWith(json(401, "{\"error\":\"no\"}"))) {
      Response response = transport.execute(get(server.url("/")), context());

      assertThat(response.status()).isEqualTo(401);
      assertThat(text(response)).isEqualTo("{\"error\":\"no\"}");
    }
  }

  @Test
  void a_redirect_is_returned_and_not_followed() throws Exception {
    try (RawServer elsewhere = RawServer.respondingWith();
        RawServer server =
            RawServer.respondingWith(
                response(302, new byte[0], "Location: " + elsewhere.url("/stolen")))) {
      Response response = transport.execute(get(server.url("/?api_key=MARKED")), context());

      assertThat(response.status()).isEqualTo(302);
      assertThat(server.requests()).hasSize(1);
      assertThat(elsewhere.connections()).isZero();
    }
  }

  @Test
  void sequential_requests_share_one_connection() throws Exception {
    try (RawServer server =
        RawServer.respondingWith(
            json(200, "1"), json(404, "not found"), json(200, ""), json(200, "4"))) {
      for (int i = 0; i < 4; i++) {
        transport.execute(get(server.url("/")), context());
      }

      assertThat(server.requests()).hasSize(4);
      assertThat(server.connections()).isOne();
    }
  }

  @Test
  void the_response_to_a_head_has_no_body_however_large_it_is_announced() throws Exception {
    try (RawServer server =
        RawServer.respondingWith(
            exchange -> exchange.write(head(200, "Content-Length: " + 2 * CAP) + "\r\n"))) {
      Request head = request(HttpMethod.HEAD, server.url("/"), Map.of(), null);

      assertThat(text(transport.execute(head, context()))).isEmpty();
    }
  }

  @Test
  void requests_go_through_the_proxy_that_is_given() throws Exception {
    try (RawServer proxy = RawServer.respondingWith(json(200, "{}"))) {
      int port = URI.create(proxy.url("/")).getPort();
      ProxySelector selector =
          ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      try (JdkTransport proxied = new JdkTransport(Duration.ofSeconds(10), CAP, selector)) {
        proxied.execute(get("http://provider.invalid/list"), context());
      }

      assertThat(proxy.requests().get(0).line())
          .isEqualTo("GET http://provider.invalid/list HTTP/1.1");
    }
  }

  @Test
  void a_closed_client_refuses_requests_and_stops_its_threads() throws Exception {
    try (RawServer server = RawServer.respondingWith(json(200, "{}"))) {
      transport.execute(get(server.url("/")), context());
      transport.close();
      transport.close();

      assertThatIllegalStateException()
          .isThrownBy(() -> transport.execute(get(server.url("/")), context()))
          .withMessageStartingWith("this client is closed");
      assertThat(server.requests()).hasSize(1);
      assertThat(transport.awaitStopped(Duration.ofSeconds(20))).isTrue();
    }
  }

  @Test
  void closing_lets_a_request_under_way_end() throws Exception {
    try (RawServer server =
        RawServer.respondingWith(
            exchange -> {
              exchange.write(head(200, "Content-Length: 2") + "\r\n");
              exchange.stall();
              exchange.write("{}");
            })) {
      CompletableFuture<String> body = new CompletableFuture<>();
      Thread caller =
          new Thread(
              () -> {
                try {
                  body.complete(text(transport.execute(get(server.url("/")), context())));
                } catch (Exception e) {
                  body.completeExceptionally(e);
                }
              });
      caller.start();
      server.awaitStall();
      transport.close();
      server.release();

      assertThat(body.get(20, TimeUnit.SECONDS)).isEqualTo("{}");
      assertThat(transport.awaitStopped(Duration.ofSeconds(20))).isTrue();
    }
  }

  @Test
  void limits_that_are_not_positive_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JdkTransport(Duration.ZERO, CAP, null))
        .withMessageContaining("connectTimeout")
        .withMessageContaining("PT0S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JdkTransport(Duration.ofSeconds(1), 0, null))
        .withMessageContaining("maxResponseBytes");
  }
}
