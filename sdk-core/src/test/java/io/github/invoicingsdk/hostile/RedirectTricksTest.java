package io.github.invoicingsdk.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.invoicingsdk.error.OutcomeUnknownException;
import io.github.invoicingsdk.error.UnexpectedResponseException;
import io.github.invoicingsdk.fixture.LeakScan;
import io.github.invoicingsdk.fixture.Reply;
import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.fixture.StubServer;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses to which a response would lead a client: whatever they are, nobody goes there. */
class RedirectTricksTest {

  private final StubServer server = StubServer.start();
  private final StubServer evil = StubServer.start();

  @AfterEach
  void close() {
    server.close();
    evil.close();
  }

  static Stream<String> locations() {
    return Stream.of(
        "@EVIL@",
        "@EVIL@/sequences/7.json",
        "@EVIL@/sequences/7.json?api_key=stub-api-key",
        "http://127.0.0.1@@EVIL-HOST@/",
        "http://127.0.0.1:80@@EVIL-HOST@/",
        "//@EVIL-HOST@/",
        "///@EVIL-HOST@/",
        "\\\\@EVIL-HOST@\\",
        "/\\@EVIL-HOST@/",
        "http:\\\\@EVIL-HOST@",
        "http:@EVIL-HOST@",
        "HTTP://@EVIL-HOST@",
        " @EVIL@ ",
        "@EVIL@#@server",
        "@EVIL@, @EVIL@",
        "",
        "/",
        ".",
        "..",
        "?",
        "?api_key=stub-api-key",
        "#",
        "/sequences/8.json",
        "%0d%0aX-Injected: 1",
        "http://[::1",
        "http://\u00e9vil.test",
        "ftp://@EVIL-HOST@/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:application/json,{}",
        "x".repeat(8_000));
  }

  @ParameterizedTest
  @MethodSource("locations")
  void the_api_leads_nowhere(String location) {
    for (int status : new int[] {302, 307}) {
      server.respond(request -> redirect(status, location));
      try (InvoiceXpressClient client = StubClients.invoiceXpress(server).build()) {
        Throwable failure = catchThrowable(() -> client.sequences().register(7));

        assertThat(failure)
            .isInstanceOfSatisfying(
                OutcomeUnknownException.class,
                unknown ->
                    assertThat(unknown.reason()).isInstanceOf(UnexpectedResponseException.class));
        assertThat(LeakScan.of(failure)).noneMatch(text -> text.contains("stub-api-key"));
      }
    }

    assertThat(server.requests()).hasSize(2);
    assertThat(evil.requests()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("locations")
  void the_token_endpoint_leads_nowhere(String location) {
    for (int status : new int[] {302, 307}) {
      server.tokens(request -> redirect(status, location));
      try (IdokladClient client = StubClients.idoklad(server).build()) {
        Throwable failure = catchThrowable(() -> client.numericSequences().get(7));

        assertThat(failure).isInstanceOf(UnexpectedResponseException.class);
        assertThat(LeakScan.of(failure)).noneMatch(text -> text.contains("stub-secret"));
      }
    }

    assertThat(server.tokenRequests()).hasSize(2);
    assertThat(server.requests()).isEmpty();
    assertThat(evil.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Location", "Content-Location", "Refresh", "Link", "Alt-Svc", "Host"})
  void a_response_of_success_leads_nowhere_whatever_its_headers_say(String header) {
    String value =
        switch (header) {
          case "Refresh" -> "0; url=@EVIL@";
          case "Link" -> "<@EVIL@>; rel=\"next\"";
          case "Alt-Svc" -> "h2=\"@EVIL-HOST@\"; ma=3600";
          default -> "@EVIL@";
        };
    server.respond(request -> Reply.json("{\"sequence\":{\"id\":7}}").with(header, filled(value)));
    try (InvoiceXpressClient client = StubClients.invoiceXpress(server).build()) {
      assertThat(client.sequences().get(7).id()).isEqualTo(7);
      assertThat(client.sequences().get(7).id()).isEqualTo(7);
    }

    assertThat(server.requests()).hasSize(2);
    assertThat(evil.requests()).isEmpty();
  }

  private Reply redirect(int status, String location) {
    return Reply.json(status, "{}").with("Location", filled(location));
  }

  private String filled(String text) {
    return text.replace("@EVIL-HOST@", evil.url().getAuthority())
        .replace("@EVIL@", evil.url().toString());
  }
}
