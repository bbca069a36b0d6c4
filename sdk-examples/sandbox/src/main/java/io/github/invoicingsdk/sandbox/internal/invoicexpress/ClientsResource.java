package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.invoicingsdk.sandbox.Answer;
import io.github.invoicingsdk.sandbox.internal.http.Json;
import io.github.invoicingsdk.sandbox.internal.http.Request;
import io.github.invoicingsdk.sandbox.internal.http.Router;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reading operations on clients. */
final class ClientsResource {
  private static final int DEFAULT_PER_PAGE = 10;
  private static final int MAX_PER_PAGE = 100;

  private final Account account;

  ClientsResource(Account account) {
    this.account = account;
  }

  void addTo(Router router) {
    router
        .add("GET", "/clients.json", this::list)
        .add("GET", "/clients/find-by-code.json", this::findByCode)
        .add("GET", "/clients/{id}.json", this::get);
  }

  private Answer list(Request request) {
    int page = positive(request.query("page"), 1);
    int perPage = Math.min(MAX_PER_PAGE, positive(request.query("per_page"), DEFAULT_PER_PAGE));
    List<JsonObject> all = account.clients().all();
    JsonArray clients = new JsonArray();
    all.stream().skip((page - 1L) * perPage).limit(perPage).forEach(clients::add);

    JsonObject pagination = new JsonObject();
    pagination.addProperty("current_page", page);
    pagination.addProperty("total_entries", all.size());
    pagination.addProperty("per_page", perPage);
    pagination.addProperty("total_pages", (all.size() + perPage - 1) / perPage);

    JsonObject body = Json.object("clients", clients);
    body.add("pagination", pagination);
    return Json.answer(200, body);
  }

  private Answer get(Request request) {
    return one(account.clients().find("id", request.path("id")));
  }

  private Answer findByCode(Request request) {
    String code = request.query("client_code");
    return one(code == null ? null : account.clients().find("code", code));
  }

  private static Answer one(@Nullable JsonObject client) {
    return client == null
        ? InvoiceXpressDialect.empty(404)
        : Json.answer(200, Json.object("client", client));
  }

  private static int positive(@Nullable String text, int otherwise) {
    if (text == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text);
      return number < 1 ? otherwise : number;
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
