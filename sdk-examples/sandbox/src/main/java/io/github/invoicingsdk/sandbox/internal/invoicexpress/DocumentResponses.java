package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.Documents.TaxForm;
import io.github.invoicingsdk.sandbox.Documents.WriteResponse;
import io.github.invoicingsdk.sandbox.internal.http.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the responses that show documents, as whole and as true as a test wants them. Guarded by
 * the account's lock.
 */
final class DocumentResponses {
  private static final List<String> UNDOCUMENTED_OF_CLIENT =
      List.of("address", "postal_code", "phone");

  private final ShownMembers shown = new ShownMembers();
  private WriteResponse writeResponse = WriteResponse.STORED;
  private WriteResponse updateResponse = WriteResponse.STORED;

  ShownMembers shown() {
    return shown;
  }

  void writeResponse(WriteResponse response) {
    writeResponse = response;
  }

  void updateResponse(WriteResponse response) {
    updateResponse = response;
  }

  void reset() {
    shown.reset();
    updateResponse = WriteResponse.STORED;
    writeResponse = WriteResponse.STORED;
  }

  /** The response to one document that is read, keyed by its type. */
  CannedResponse read(Document document) {
    return Json.response(200, keyed(document, detail(document)));
  }

  /**
   * The response to one document that was created or changed, keyed by its type.
   *
   * @param before the document before the change; null if there was none
   */
  CannedResponse written(int status, @Nullable Document before, Document document) {
    return written(writeResponse, status, before, document);
  }

  /** The response to a draft that was updated. */
  CannedResponse updated(Document before, Document document) {
    WriteResponse response =
        updateResponse == WriteResponse.STORED ? writeResponse : updateResponse;
    return written(response, 200, before, document);
  }

  private CannedResponse written(
      WriteResponse response, int status, @Nullable Document before, Document document) {
    return switch (response) {
      case STORED -> Json.response(status, keyed(document, detail(document)));
      case EMPTY -> InvoiceXpressDialect.empty(status);
      case BLANK -> ErrorResponses.blank(status);
      case BEFORE_CHANGE ->
          Json.response(status, keyed(document, detail(before == null ? document : before)));
      case OTHER_AMOUNTS -> {
        JsonObject json = detail(document);
        OtherAmounts.writeInto(json);
        yield Json.response(status, keyed(document, json));
      }
    };
  }

  /** The elements of a list. */
  JsonArray listed(List<Document> documents) {
    JsonArray elements = new JsonArray();
    if (!documents.isEmpty()) {
      TaxForm form = shown.takeTaxForm();
      for (Document document : documents) {
        JsonObject json = DocumentJson.listed(document);
        shown.apply(json, form);
        elements.add(json);
      }
    }
    return elements;
  }

  private JsonObject detail(Document document) {
    JsonObject json = DocumentJson.detail(document);
    if (shown.clientFiscalIds()) {
      addClientMember(document, json, "fiscal_id");
    }
    if (shown.undocumentedMembers()) {
      UNDOCUMENTED_OF_CLIENT.forEach(member -> addClientMember(document, json, member));
      json.add("global_discount", document.content().sent().get("global_discount"));
    }
    shown.apply(json, shown.takeTaxForm());
    return json;
  }

  private static void addClientMember(Document document, JsonObject json, String member) {
    String value = Fields.text(document.content().client(), member);
    json.getAsJsonObject("client").addProperty(member, value);
  }

  private static JsonObject keyed(Document document, JsonObject json) {
    return Json.object(document.kind().key(), json);
  }
}
