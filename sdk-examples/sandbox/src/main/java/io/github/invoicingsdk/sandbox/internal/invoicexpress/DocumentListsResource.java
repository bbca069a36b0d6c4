package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.internal.http.Json;
import io.github.invoicingsdk.sandbox.internal.http.Request;
import io.github.invoicingsdk.sandbox.internal.http.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The lists of documents: of a group, of a client, and of those that belong to one. */
final class DocumentListsResource {
  /** The filter of a client's documents has no documented values, so it takes what exists. */
  private static final Set<String> TYPES_OF_CLIENT =
      Set.of(
          "Invoice",
          "InvoiceReceipt",
          "SimplifiedInvoice",
          "CreditNote",
          "DebitNote",
          "Receipt",
          "CashInvoice",
          "VatMossInvoice",
          "VatMossCreditNote",
          "VatMossReceipt");

  private static final Set<String> STATUSES_OF_CLIENT =
      Set.of(
          "draft", "sent", "settled", "canceled", "accepted", "refused", "second_copy", "deleted");

  private final DocumentBook book;
  private final Account account;
  private final DocumentResponses responses;

  DocumentListsResource(DocumentBook book, Account account) {
    this.book = book;
    this.account = account;
    this.responses = account.documentSettings().responses();
  }

  void addTo(Router router) {
    for (DocumentGroup group : DocumentGroup.values()) {
      router.add(
          "GET",
          "/" + group.listName() + ".json",
          request -> page(group.listName(), DocumentFilter.of(group, request), request));
    }
    router
        .add("POST", "/clients/{id}/invoices.json", this::ofClient)
        .add("GET", "/document/{id}/related_documents.json", this::related);
  }

  private CannedResponse page(String name, Predicate<Document> wanted, Request request) {
    DocumentSettings settings = account.documentSettings();
    Paging paging = Paging.of(request, account.maxPageSize());
    DocumentPages.Page page = settings.pages().cut(book.listed(wanted), paging);
    JsonObject body = Json.object(name, responses.listed(page.documents()));
    body.add("pagination", page.pagination());
    settings.listLag().listWasSent();
    return Json.response(200, body);
  }

  private CannedResponse ofClient(Request request) {
    if (account.clients().find("id", request.path("id")) == null) {
      return InvoiceXpressDialect.empty(404);
    }
    long id = request.pathId("id");
    JsonObject filter = Fields.rootOrEmpty(request, "filter");
    List<String> archived = texts(filter, "archived");
    if (!Set.of("archived", "non_archived").containsAll(archived)) {
      throw DocumentErrors.refuse("archived must be archived or non_archived");
    }
    Predicate<Document> wanted =
        document ->
            document.kind().group() == DocumentGroup.INVOICES
                && document.content().clientId() == id;
    return page(
        "invoices",
        wanted
            .and(DocumentFilter.types(texts(filter, "by_type"), TYPES_OF_CLIENT))
            .and(DocumentFilter.statuses(texts(filter, "status"), STATUSES_OF_CLIENT))
            .and(
                DocumentFilter.archived(
                    archived.isEmpty() || archived.contains("non_archived"),
                    archived.contains("archived"))),
        request);
  }

  private CannedResponse related(Request request) {
    Document document = book.find(request.pathId("id"));
    if (document == null) {
      return InvoiceXpressDialect.empty(404);
    }
    JsonArray documents = responses.listed(book.relatedTo(document));
    return Json.response(200, Json.object("documents", documents));
  }

  private static List<String> texts(JsonObject filter, String name) {
    List<String> texts = new ArrayList<>();
    JsonElement values = filter.get(name);
    if (values != null && values.isJsonArray()) {
      for (JsonElement value : values.getAsJsonArray()) {
        texts.add(value.isJsonPrimitive() ? value.getAsString() : value.toString());
      }
    }
    return texts;
  }
}
