package io.github.invoicingsdk.sandbox;

import static io.github.invoicingsdk.sandbox.DocumentCalls.refusal;
import static io.github.invoicingsdk.sandbox.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceXpressDocumentEmailsTest {
  private final Sandbox sandbox = Sandbox.builder().clock(new TestClock()).start();
  private final Documents documents = sandbox.invoiceXpress().documents();
  private final Http http = new Http(sandbox);
  private final DocumentCalls calls = new DocumentCalls(http);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"invoices", "proformas", "transports"})
  void an_email_is_recorded(String path) {
    long document = issued(path);

    HttpResponse<String> response = email(path, document, "rui@example.com", "0");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(documents.emails(document)).containsExactly("rui@example.com");
    assertThat(clientEmail()).isEqualTo("null");
  }

  @Test
  void the_address_is_saved_with_the_client_if_asked_for() {
    email("invoices", issued("invoices"), "rui@example.com", "1");

    assertThat(clientEmail()).isEqualTo("\"rui@example.com\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "rui", "rui@example", "rui@ example.com", "@example.com"})
  void a_bad_address_is_refused(String address) {
    long invoice = issued("invoices");

    assertThat(refusal(email("invoices", invoice, address, "0")))
        .isEqualTo("Email is a required field");
    assertThat(documents.emails(invoice)).isEmpty();
  }

  @Test
  void it_must_be_said_whether_the_address_is_saved() {
    assertThat(refusal(email("invoices", issued("invoices"), "rui@example.com", "")))
        .isEqualTo("Save must be 0 or 1");
  }

  @Test
  void drafts_are_not_sent() {
    long draft = calls.draft("invoices");

    assertThat(refusal(email("invoices", draft, "rui@example.com", "0"))).contains("Drafts");
    assertThat(documents.emails(draft)).isEmpty();
  }

  @Test
  void an_unknown_document_has_an_empty_response() {
    HttpResponse<String> response = email("invoices", 1, "rui@example.com", "0");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).isEmpty();
  }

  private long issued(String path) {
    return calls.issue(path).get("id").getAsLong();
  }

  private HttpResponse<String> email(String path, long document, String address, String save) {
    return http.invoiceXpress(
        "PUT",
        "/" + path + "/" + document + "/email-document.json",
        "{\"message\":{\"client\":{\"email\":\"" + address + "\",\"save\":\"" + save + "\"}}}");
  }

  private String clientEmail() {
    return json(http.invoiceXpress("GET", "/clients/find-by-code.json?client_code=A1"))
        .getAsJsonObject("client")
        .get("email")
        .toString();
  }
}
