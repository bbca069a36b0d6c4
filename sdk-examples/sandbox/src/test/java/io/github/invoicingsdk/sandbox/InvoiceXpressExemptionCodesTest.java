package io.github.invoicingsdk.sandbox;

import static io.github.invoicingsdk.sandbox.DocumentCalls.fields;
import static io.github.invoicingsdk.sandbox.DocumentCalls.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exemption codes that are stored otherwise than they were sent. */
class InvoiceXpressExemptionCodesTest {
  private final Sandbox sandbox = Sandbox.builder().clock(new TestClock()).start();
  private final Documents documents = sandbox.invoiceXpress().documents();
  private final DocumentCalls calls = new DocumentCalls(new Http(sandbox));

  @AfterEach
  void close() {
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tax_exemption", "tax_exemption_reason"})
  void a_document_stores_another_code_than_was_sent(String member) {
    documents.replaceDocumentExemption("M10", "M99");

    JsonObject created = calls.create("invoices", exempt(member, "M10", "M10"));

    assertThat(codes(created)).containsExactly("M99", "M10");
    long id = created.get("id").getAsLong();
    assertThat(ok("invoices", calls.get("invoices", id))).isEqualTo(created);
    JsonObject changed = ok("invoices", calls.put("invoices", id, exempt(member, "M07", "M10")));
    assertThat(codes(changed)).containsExactly("M07", "M10");
    changed = ok("invoices", calls.put("invoices", id, exempt(member, "M10", "M10")));
    assertThat(codes(changed)).containsExactly("M99", "M10");
    JsonObject issued = ok("invoices", calls.changeState("invoices", id, "finalized"));
    assertThat(codes(issued)).containsExactly("M99", "M10");
  }

  @Test
  void a_reason_in_words_is_no_code() {
    JsonObject taxed = fields("tax_exemption_reason", "\"By law\"");
    assertThat(calls.create("invoices", taxed).get("tax_exemption").isJsonNull()).isTrue();

    assertThat(
            DocumentCalls.refusal(
                calls.post("invoices", exempt("tax_exemption_reason", "By law", ""))))
        .startsWith("Tax exemption can't be blank");
    assertThat(
            DocumentCalls.refusal(
                calls.post("invoices", exempt("tax_exemption_reason", "M98", ""))))
        .isEqualTo("Tax exemption M98 is not in the list");
  }

  @Test
  void a_line_stores_another_code_than_was_sent() {
    documents.replaceLineExemption("M10", "M99");

    assertThat(codes(calls.create("quotes", exempt("tax_exemption", "M10", "M10"))))
        .containsExactly("M10", "M99");
    assertThat(codes(calls.create("quotes", exempt("tax_exemption", "M10", "M07"))))
        .containsExactly("M10", "M07");
    assertThat(codes(calls.create("quotes", exempt("tax_exemption", "M10", ""))))
        .containsExactly("M10", "none");
  }

  @Test
  void an_exempt_line_without_a_code_can_get_one() {
    documents.replaceLineExemption(null, "M99");

    assertThat(codes(calls.create("invoices", exempt("tax_exemption", "M10", ""))))
        .containsExactly("M10", "M99");
    assertThat(codes(calls.create("invoices", fields()))).containsExactly("none", "none");
  }

  @Test
  void documents_from_before_keep_their_codes() {
    long id = calls.create("invoices", exempt("tax_exemption", "M10", "M10")).get("id").getAsLong();

    documents.replaceDocumentExemption("M10", "M99");
    documents.replaceLineExemption("M10", "M99");

    assertThat(codes(ok("invoices", calls.changeState("invoices", id, "finalized"))))
        .containsExactly("M10", "M10");
  }

  @Test
  void a_code_is_stored_as_sent_again_when_it_is_named_as_its_own_replacement() {
    documents.replaceDocumentExemption("M10", "M99");
    documents.replaceDocumentExemption("M10", "M10");

    assertThat(codes(calls.create("invoices", exempt("tax_exemption", "M10", ""))))
        .containsExactly("M10", "none");
  }

  @Test
  void a_code_that_does_not_exist_is_a_mistake_of_the_test() {
    assertThatThrownBy(() -> documents.replaceDocumentExemption("M03", "M99"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sent must be a documented exemption code such as M10, but is M03");
    assertThatThrownBy(() -> documents.replaceLineExemption(null, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("stored must be");
  }

  private static JsonObject exempt(String member, String ofDocument, String ofLine) {
    String lineMember = ofLine.isEmpty() ? "" : ",\"tax_exemption\":\"" + ofLine + "\"";
    JsonObject fields =
        fields(
            "items",
            "[{\"name\":\"W\",\"unit_price\":1,\"quantity\":1,\"tax\":{\"name\":\"Isento\"}"
                + lineMember
                + "}]");
    fields.addProperty(member, ofDocument);
    return fields;
  }

  /** The codes of the document and of its line. */
  private static String[] codes(JsonObject document) {
    JsonObject line = document.getAsJsonArray("items").get(0).getAsJsonObject();
    return new String[] {code(document), code(line)};
  }

  private static String code(JsonObject object) {
    JsonElement code = object.get("tax_exemption");
    return code == null || code.isJsonNull() ? "none" : code.getAsString();
  }
}
