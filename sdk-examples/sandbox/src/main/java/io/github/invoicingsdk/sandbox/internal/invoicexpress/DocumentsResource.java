package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonObject;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.internal.http.Json;
import io.github.invoicingsdk.sandbox.internal.http.Request;
import io.github.invoicingsdk.sandbox.internal.http.Router;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The operations on one document, at the path of each type. */
final class DocumentsResource {
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@.]+");

  private final DocumentBook book;
  private final Ledger ledger;
  private final DocumentResponses responses;

  DocumentsResource(DocumentBook book, Ledger ledger, DocumentResponses responses) {
    this.book = book;
    this.ledger = ledger;
    this.responses = responses;
  }

  void addTo(Router router) {
    for (DocumentKind kind : DocumentKind.creatable()) {
      String one = "/" + kind.path() + "/{id}";
      router
          .add("POST", "/" + kind.path() + ".json", request -> create(kind, request))
          .add("GET", one + ".json", request -> get(kind, request))
          .add("PUT", one + ".json", request -> update(kind, request))
          .add("PUT", one + "/change-state.json", request -> changeState(kind, request))
          .add("PUT", one + "/email-document.json", request -> email(kind, request));
    }
  }

  private CannedResponse create(DocumentKind kind, Request request) {
    JsonObject body = Json.readObject(request.recorded().body());
    String uid =
        body == null || kind.group() != DocumentGroup.INVOICES
            ? null
            : Fields.text(body, "proprietary_uid");
    if (uid != null && book.uidTaken(uid)) {
      JsonObject reason = new JsonObject();
      reason.addProperty(
          "reason", "There's an ongoing document creation with the provided UID " + uid);
      return Json.response(409, reason);
    }
    return responses.written(201, null, book.create(kind, root(kind, body), uid));
  }

  private CannedResponse get(DocumentKind kind, Request request) {
    Document document = book.find(kind, request.pathId("id"));
    return document == null ? InvoiceXpressDialect.empty(404) : responses.read(document);
  }

  private CannedResponse update(DocumentKind kind, Request request) {
    Document document = known(kind, request);
    Document before = document.asItIs();
    book.update(document, root(kind, Json.readObject(request.recorded().body())));
    return responses.updated(before, document);
  }

  private CannedResponse changeState(DocumentKind kind, Request request) {
    Document document = known(kind, request);
    Document before = document.asItIs();
    JsonObject root = root(kind, Json.readObject(request.recorded().body()));
    String state = Fields.text(root, "state");
    book.changeState(document, state == null ? "" : state);
    return responses.written(200, before, document);
  }

  private CannedResponse email(DocumentKind kind, Request request) {
    Document document = book.find(kind, request.pathId("id"));
    if (document == null) {
      throw DocumentErrors.notFoundWithoutBody();
    }
    JsonObject client = Fields.object(Fields.rootOrEmpty(request, "message"), "client");
    String email = client == null ? null : Fields.text(client, "email");
    if (client == null || email == null || !EMAIL.matcher(email).matches()) {
      throw DocumentErrors.refuse("Email is a required field");
    }
    String save = Fields.text(client, "save");
    if (!"0".equals(save) && !"1".equals(save)) {
      throw DocumentErrors.refuse("Save must be 0 or 1");
    }
    if (document.status() == DocumentStatus.DRAFT) {
      throw DocumentErrors.refuse("Drafts can't be sent by email");
    }
    if ("1".equals(save)) {
      saveEmail(document, email);
    }
    document.emails().add(email);
    return InvoiceXpressDialect.empty(200);
  }

  private void saveEmail(Document document, String email) {
    JsonObject client = new JsonObject();
    for (String member : new String[] {"name", "code"}) {
      client.addProperty(member, Fields.text(document.content().client(), member));
    }
    client.addProperty("email", email);
    ledger.clientFor(client);
  }

  private Document known(DocumentKind kind, Request request) {
    Document document = book.find(kind, request.pathId("id"));
    if (document == null) {
      throw DocumentErrors.notFound();
    }
    return document;
  }

  /** The object under the type's own root or its group's. */
  private static JsonObject root(DocumentKind kind, @Nullable JsonObject body) {
    JsonObject own = body == null ? null : Fields.object(body, kind.key());
    JsonObject root = body == null || own != null ? own : Fields.object(body, kind.group().root());
    if (root == null) {
      throw DocumentErrors.refuse("Elemento " + kind.group().root() + " não fornecido");
    }
    return root;
  }
}
