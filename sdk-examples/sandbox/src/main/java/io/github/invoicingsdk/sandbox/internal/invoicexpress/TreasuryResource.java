package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.internal.http.Handler;
import io.github.invoicingsdk.sandbox.internal.http.Json;
import io.github.invoicingsdk.sandbox.internal.http.RefusedException;
import io.github.invoicingsdk.sandbox.internal.http.Request;
import io.github.invoicingsdk.sandbox.internal.http.Router;
import io.github.invoicingsdk.sandbox.internal.invoicexpress.TreasuryBook.InitialBalance;
import io.github.invoicingsdk.sandbox.internal.invoicexpress.TreasuryBook.Regularization;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The operations on a client's balance. Dates are ISO dates here, unlike in documents. */
final class TreasuryResource {
  private static final String CLIENT = "/api/v3/clients/{client}";
  private static final String NO_DATE = "Date can't be blank";
  private static final String NO_NUMBER = "Value is not a number";
  private static final String NOT_POSITIVE = "Value must be greater than 0";

  private final Account account;
  private final TreasuryMovements movements;

  TreasuryResource(Account account) {
    this.account = account;
    this.movements = new TreasuryMovements(account.treasury());
  }

  void addTo(Router router) {
    router
        .add("GET", CLIENT + "/balance.json", forClient(this::balance))
        .add("PUT", CLIENT + "/initial_balance.json", forClient(this::initialBalance))
        .add("GET", CLIENT + "/regularization.json", forClient(this::regularizations))
        .add("POST", CLIENT + "/regularization.json", forClient(this::regularize))
        .add("DELETE", CLIENT + "/regularization/{id}.json", forClient(this::deregularize))
        .add("POST", CLIENT + "/treasury_movements.json", forClient(movements::create))
        .add("DELETE", CLIENT + "/treasury_movements/{id}.json", forClient(movements::delete));
  }

  private Handler forClient(Handler handler) {
    return request ->
        account.clients().listed("id", request.path("client")) == null
            ? ErrorResponses.objects(404, List.of("Client not found"))
            : handler.handle(request);
  }

  private CannedResponse balance(Request request) {
    long client = request.pathId("client");
    InitialBalance initial = treasury().initialBalance(client);
    BigDecimal balance = treasury().balance(client);

    JsonObject currency = new JsonObject();
    currency.addProperty("symbol", "€");
    currency.addProperty("code", "EUR");
    JsonObject remaining = new JsonObject();
    remaining.addProperty("total", initial.value());
    remaining.addProperty("value", treasury().remaining(client));

    JsonObject body = Json.object("currency", currency);
    body.add("initial_balance", toJson(initial, "created_at"));
    body.add("balance", vat(balance));
    body.add("overdue_balance", vat(BigDecimal.ZERO));
    body.add("remaining_balance", remaining);
    return Json.response(200, body);
  }

  private CannedResponse initialBalance(Request request) {
    JsonObject sent = Fields.root(request, "initial_balance");
    if (sent == null) {
      // The live API fails over members that are not wrapped.
      return ErrorResponses.single(500, ErrorResponses.LEAKED);
    }
    List<String> errors = new ArrayList<>();
    BigDecimal value = Fields.decimal(sent, "value");
    if (value == null) {
      errors.add(NO_NUMBER);
    }
    LocalDate date = Fields.date(sent, "date");
    if (date == null) {
      errors.add(NO_DATE);
    }
    if (value == null || date == null) {
      return ErrorResponses.objects(422, errors);
    }
    InitialBalance balance = new InitialBalance(value, date, Fields.text(sent, "observation"));
    treasury().initialBalance(request.pathId("client"), balance);
    return Json.response(200, Json.object("initial_balance", toJson(balance, "date")));
  }

  private CannedResponse regularizations(Request request) {
    Paging paging = Paging.of(request, account.maxPageSize());
    List<JsonObject> all =
        treasury().regularizations(request.pathId("client")).stream()
            .map(TreasuryResource::toJson)
            .toList();
    JsonObject body = Json.object("regularization", paging.cut(all));
    body.add("pagination", paging.block(all.size()));
    return Json.response(200, body);
  }

  private CannedResponse regularize(Request request) {
    long client = request.pathId("client");
    JsonObject sent = Fields.rootOrEmpty(request, "regularization");
    List<String> errors = new ArrayList<>();
    BigDecimal value = Fields.decimal(sent, "value");
    LocalDate date = Fields.date(sent, "date");
    if (value == null) {
      errors.add(NO_NUMBER);
    } else if (value.signum() <= 0) {
      errors.add(NOT_POSITIVE);
    } else if (value.compareTo(treasury().remaining(client)) > 0) {
      errors.add("The regularization amount must be less than or equal to the remaining balance");
    }
    if (date == null) {
      errors.add(NO_DATE);
    }
    if (!errors.isEmpty() || value == null || date == null) {
      throw new RefusedException(ErrorResponses.objects(422, errors));
    }
    String observation = Fields.text(sent, "observation");
    JsonArray made = new JsonArray();
    made.add(toJson(treasury().regularize(client, value, date, observation)));
    return Json.response(201, Json.object("regularization", made));
  }

  private CannedResponse deregularize(Request request) {
    return treasury().removeRegularization(request.pathId("client"), request.pathId("id"))
        ? InvoiceXpressDialect.empty(200)
        : ErrorResponses.objects(404, List.of("Regularization not found"));
  }

  private TreasuryBook treasury() {
    return account.treasury();
  }

  private static JsonObject toJson(InitialBalance balance, String dateName) {
    return described(balance.value(), dateName, balance.date(), balance.observation());
  }

  private static JsonObject toJson(Regularization regularization) {
    JsonObject json = new JsonObject();
    json.addProperty("id", regularization.id());
    json.addProperty("number", String.format(Locale.ROOT, "NR%08d", regularization.id()));
    described(regularization.value(), "date", regularization.date(), regularization.observation())
        .asMap()
        .forEach(json::add);
    return json;
  }

  private static JsonObject described(
      BigDecimal value, String dateName, LocalDate date, @Nullable String observation) {
    JsonObject json = new JsonObject();
    json.addProperty("value", value);
    json.addProperty(dateName, date.toString());
    json.addProperty("observation", observation);
    return json;
  }

  private static JsonObject vat(BigDecimal value) {
    JsonObject json = new JsonObject();
    json.addProperty("with_vat", value);
    json.addProperty("without_vat", value);
    return json;
  }
}
