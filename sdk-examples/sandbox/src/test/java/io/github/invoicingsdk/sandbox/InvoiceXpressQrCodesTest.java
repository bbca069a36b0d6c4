package io.github.invoicingsdk.sandbox;

import static io.github.invoicingsdk.sandbox.DocumentCalls.object;
import static io.github.invoicingsdk.sandbox.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InvoiceXpressQrCodesTest {
  private final Sandbox sandbox = Sandbox.builder().clock(new TestClock()).start();
  private final Http http = new Http(sandbox);
  private final DocumentCalls calls = new DocumentCalls(http);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void is_ready_after_the_pending_responses() {
    long invoice = calls.issue("invoices").get("id").getAsLong();

    for (int i = 0; i < 2; i++) {
      HttpResponse<String> pending = qrCode(invoice);
      assertThat(pending.statusCode()).isEqualTo(202);
      assertThat(json(pending)).isEqualTo(object("{\"qr_code\":{\"status\":\"In progress\"}}"));
    }
    assertThat(qrCode(invoice).statusCode()).isEqualTo(200);
    assertThat(json(qrCode(invoice)).getAsJsonObject("qr_code").get("url").getAsString())
        .endsWith("/files/" + invoice + ".png");
  }

  @Test
  void the_image_is_a_png_and_needs_no_key() throws Exception {
    sandbox.invoiceXpress().documents().pendingResponses(0);
    long invoice = calls.issue("invoices").get("id").getAsLong();
    URI url = URI.create(json(qrCode(invoice)).getAsJsonObject("qr_code").get("url").getAsString());

    HttpResponse<byte[]> image = Http.sendForBytes(Http.request(url));

    assertThat(image.headers().firstValue("Content-Type")).hasValue("image/png");
    assertThat(image.body()).startsWith(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');
    ByteArrayInputStream bytes = new ByteArrayInputStream(image.body());
    assertThat(bytes.skip(12)).isEqualTo(12);
    CRC32 checksum = new CRC32();
    checksum.update(bytes.readNBytes(17));
    assertThat(bytes.readNBytes(4))
        .isEqualTo(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
  }

  @Test
  void a_draft_has_none() {
    long draft = calls.draft("invoices");

    assertThat(qrCode(draft).statusCode()).isEqualTo(422);
    assertThat(json(qrCode(draft)).get("error").getAsString())
        .isEqualTo(
            "Document with ID "
                + draft
                + " is still in draft. QR Codes are only available for final, canceled or settled"
                + " documents.");
  }

  @Test
  void an_unknown_document_is_told_in_the_response() {
    assertThat(qrCode(1).statusCode()).isEqualTo(404);
    assertThat(json(qrCode(1)).get("error").getAsString())
        .isEqualTo("No document with ID 1 was found in this account");
    URI file = sandbox.invoiceXpressUrl().resolve("/files/1.png");
    assertThat(Http.send(Http.request(file)).statusCode()).isEqualTo(404);
  }

  @Test
  void every_document_has_a_pdf_unless_it_is_deleted() {
    long draft = calls.draft("quotes");
    String path = "/api/pdf/" + draft + ".json";

    assertThat(http.invoiceXpress("GET", path).statusCode()).isEqualTo(202);
    assertThat(http.invoiceXpress("GET", path).statusCode()).isEqualTo(202);
    assertThat(http.invoiceXpress("GET", path).statusCode()).isEqualTo(200);
    calls.changeState("quotes", draft, "deleted");
    assertThat(http.invoiceXpress("GET", path).statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> qrCode(long document) {
    return http.invoiceXpress("GET", "/api/qr_codes/" + document + ".json");
  }
}
