package io.github.invoicingsdk.sandbox;

import static io.github.invoicingsdk.sandbox.Http.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.YearMonth;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceXpressSaftTest {
  private final Sandbox sandbox = Sandbox.builder().clock(new TestClock()).start();
  private final Http http = new Http(sandbox);
  private final SaftExports exports = sandbox.invoiceXpress().saftExports();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void the_url_comes_after_the_pending_responses() {
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> pending = export("month=3&year=2025");
      assertThat(pending.statusCode()).isEqualTo(202);
      assertThat(pending.body())
          .isEqualTo(
              "{\"message\":\"The SAF-T file generation was started."
                  + " Please keep requesting until you get back the url.\"}");
    }

    for (int i = 0; i < 2; i++) {
      HttpResponse<String> ready = export("month=03&year=2025");
      assertThat(ready.statusCode()).isEqualTo(200);
      assertThat(json(ready).keySet()).containsExactly("Url");
      assertThat(url(ready).toString()).endsWith("/files/saft-2025-03.xml");
    }
  }

  @Test
  void each_month_is_an_export_of_its_own() {
    exports.addMonth(YearMonth.of(2024, 12));
    exports.pendingResponses(1);
    export("month=3&year=2025");

    assertThat(export("month=12&year=2024").statusCode()).isEqualTo(202);
    assertThat(export("month=3&year=2025").statusCode()).isEqualTo(200);
  }

  @Test
  void a_month_without_documents_is_refused() {
    HttpResponse<String> response = export("month=2&year=2025");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body())
        .isEqualTo(
            "{\"message\":\"There aren't any documents to export on the selected period.\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"month=3", "year=2025", "month=13&year=2025", "month=x&year=2025", "a=b"})
  void an_unusable_period_is_refused(String query) {
    HttpResponse<String> response = export(query);

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(json(response).has("message")).isTrue();
  }

  @Test
  void an_export_can_fail_and_begins_again() {
    exports.pendingResponses(1);
    export("month=3&year=2025");
    exports.failNext();

    HttpResponse<String> failed = export("month=3&year=2025");

    assertThat(failed.statusCode()).isEqualTo(500);
    assertThat(failed.body())
        .isEqualTo("{\"message\":\"Error generating SAF-T. Please try again.\"}");
    assertThat(export("month=3&year=2025").statusCode()).isEqualTo(202);
    assertThat(export("month=3&year=2025").statusCode()).isEqualTo(200);
  }

  @Test
  void the_file_is_xml_of_the_chosen_size_and_needs_no_key() throws Exception {
    exports.pendingResponses(0);
    exports.fileBytes(5_000_000);
    URI file = url(export("month=3&year=2025"));

    HttpResponse<byte[]> response = Http.sendForBytes(Http.request(file));

    assertThat(file.getQuery()).isNull();
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/xml");
    assertThat(response.body().length).isBetween(5_000_000, 5_001_000);
    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(response.body()))
                .getElementsByTagName("EndDate")
                .item(0)
                .getTextContent())
        .isEqualTo("2025-03-31");
  }

  @Test
  void there_is_no_file_before_the_export_is_ready() {
    URI file = sandbox.invoiceXpressUrl().resolve("/files/saft-2025-03.xml");
    export("month=3&year=2025");

    assertThat(Http.send(Http.request(file)).statusCode()).isEqualTo(404);
  }

  @Test
  void clearing_the_account_takes_exports_and_documents_away() {
    exports.pendingResponses(0);
    URI file = url(export("month=3&year=2025"));

    sandbox.invoiceXpress().clear();

    assertThat(Http.send(Http.request(file)).statusCode()).isEqualTo(404);
    assertThat(export("month=3&year=2025").statusCode()).isEqualTo(422);
  }

  @Test
  void settings_out_of_range_are_refused() {
    assertThatThrownBy(() -> exports.pendingResponses(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
    assertThatThrownBy(() -> exports.fileBytes(100_000_001))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("100000001");
    assertThatThrownBy(() -> exports.fileBytes(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  private HttpResponse<String> export(String query) {
    return http.invoiceXpress("GET", "/api/export_saft.json?" + query);
  }

  private static URI url(HttpResponse<String> response) {
    return URI.create(json(response).get("Url").getAsString());
  }
}
