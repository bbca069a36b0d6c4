package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonObject;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.InvoiceXpressAccount.ValidationBody;
import io.github.invoicingsdk.sandbox.internal.http.Json;
import io.github.invoicingsdk.sandbox.internal.http.Request;
import io.github.invoicingsdk.sandbox.internal.http.Router;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operations on clients, except for the list of their documents. */
final class ClientsResource {
  private final Account account;

  ClientsResource(Account account) {
    this.account = account;
  }

  void addTo(Router router) {
    router
        .add("GET", "/clients.json", this::list)
        .add("POST", "/clients.json", this::create)
        .add("GET", "/clients/find-by-code.json", this::findByCode)
        .add("GET", "/clients/find-by-name.json", this::findByName)
        .add("GET", "/clients/{id}.json", this::get)
        .add("PUT", "/clients/{id}.json", this::update);
  }

  private CannedResponse list(Request request) {
    Paging paging = Paging.of(request, account.maxPageSize());
    List<JsonObject> all = account.clients().all();
    JsonObject body = Json.object("clients", paging.cut(all));
    body.add("pagination", paging.block(all.size()));
    return Json.response(200, body);
  }

  private CannedResponse create(Request request) {
    JsonObject sent = Fields.rootOrEmpty(request, "client");
    List<ClientError> errors = ClientError.in(sent, null, account.clients());
    return errors.isEmpty()
        ? Json.response(201, Json.object("client", account.clients().create(sent)))
        : refuse(errors);
  }

  private CannedResponse update(Request request) {
    JsonObject client = account.clients().listed("id", request.path("id"));
    if (client == null) {
      return InvoiceXpressDialect.empty(404);
    }
    JsonObject sent = Fields.rootOrEmpty(request, "client");
    if (!ClientError.in(sent, client, account.clients()).isEmpty()) {
      return InvoiceXpressDialect.empty(422);
    }
    ClientBook.write(sent, client);
    return InvoiceXpressDialect.empty(200);
  }

  private CannedResponse refuse(List<ClientError> errors) {
    return account.validationBody() == ValidationBody.RECORDED
        ? ErrorResponses.objects(422, errors.stream().map(ClientError::portuguese).toList())
        : ErrorResponses.texts(422, errors.stream().map(ClientError::english).toList());
  }

  private CannedResponse get(Request request) {
    return one(account.clients().find("id", request.path("id")));
  }

  private CannedResponse findByCode(Request request) {
    String code = request.query("client_code");
    return found(code == null ? null : account.clients().find("code", code));
  }

  private CannedResponse findByName(Request request) {
    String name = request.query("client_name");
    return found(name == null ? null : account.clients().find("name", name));
  }

  private CannedResponse found(@Nullable JsonObject client) {
    return client == null && account.clientSearchFails()
        ? ErrorResponses.objects(500, List.of("Internal Server Error"))
        : one(client);
  }

  private static CannedResponse one(@Nullable JsonObject client) {
    return client == null
        ? InvoiceXpressDialect.empty(404)
        : Json.response(200, Json.object("client", client));
  }
}
