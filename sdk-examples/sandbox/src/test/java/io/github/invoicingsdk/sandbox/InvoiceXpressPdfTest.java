package io.github.invoicingsdk.sandbox;

import static io.github.invoicingsdk.sandbox.Http.json;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InvoiceXpressPdfTest {
  private final Sandbox sandbox = Sandbox.start();
  private final Http http = new Http(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void is_ready_after_the_pending_responses() {
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> pending = pdf(9_000_001, "");
      assertThat(pending.statusCode()).isEqualTo(202);
      assertThat(pending.body()).isEmpty();
    }

    HttpResponse<String> ready = pdf(9_000_001, "");
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(pdfUrl(ready)).endsWith("/files/9000001.pdf");
    assertThat(pdf(9_000_001, "").statusCode()).isEqualTo(200);
  }

  @Test
  void the_number_of_pending_responses_can_be_chosen() {
    long document = sandbox.invoiceXpress().addDocument(0);

    assertThat(pdf(document, "").statusCode()).isEqualTo(200);
  }

  @Test
  void a_second_copy_is_another_file() {
    long document = sandbox.invoiceXpress().addDocument(0);

    assertThat(pdfUrl(pdf(document, "?second_copy=true"))).endsWith("-second-copy.pdf");
    assertThat(pdfUrl(pdf(document, "?second_copy=false"))).doesNotContain("second-copy");
  }

  @Test
  void the_file_is_a_pdf_and_needs_no_key() throws Exception {
    long document = sandbox.invoiceXpress().addDocument(0);
    URI file = URI.create(pdfUrl(pdf(document, "?second_copy=true")));

    HttpResponse<byte[]> response = Http.sendForBytes(Http.request(file));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/pdf");
    String text = new String(response.body(), US_ASCII);
    assertThat(text).startsWith("%PDF-1.4\n").contains("second copy").endsWith("%%EOF\n");
    int table = Integer.parseInt(text.replaceAll("(?s).*startxref\n(\\d+)\n.*", "$1"));
    assertThat(text.substring(table)).startsWith("xref\n");
    int thirdObject = Integer.parseInt(text.substring(table).split("\n", -1)[5].substring(0, 10));
    assertThat(text.substring(thirdObject)).startsWith("3 0 obj\n");
  }

  @Test
  void an_unknown_document_has_an_empty_response() {
    HttpResponse<String> response = pdf(1, "");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void an_unknown_file_is_not_found() {
    URI file = sandbox.invoiceXpressUrl().resolve("/files/1.pdf");

    assertThat(Http.send(Http.request(file)).statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> pdf(long document, String query) {
    return http.invoiceXpress("GET", "/api/pdf/" + document + ".json" + query);
  }

  private static String pdfUrl(HttpResponse<String> response) {
    return json(response).getAsJsonObject("output").get("pdfUrl").getAsString();
  }
}
