package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.InvoiceXpressAccount.ValidationBody;
import io.github.invoicingsdk.sandbox.internal.http.Json;
import io.github.invoicingsdk.sandbox.internal.http.RefusedException;
import io.github.invoicingsdk.sandbox.internal.http.Request;
import io.github.invoicingsdk.sandbox.internal.http.Router;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The five operations on taxes. Their empty responses hold one blank, as recorded. */
final class TaxesResource {
  private static final Set<String> CODES = Set.of("NOR", "INT", "RED", "OUT", "ISE");
  private static final BigDecimal MAX_VALUE = new BigDecimal("99.99");
  private static final String BLANK = "can't be blank";

  private final Account account;

  TaxesResource(Account account) {
    this.account = account;
  }

  void addTo(Router router) {
    router
        .add("GET", "/taxes.json", request -> list())
        .add("POST", "/taxes.json", this::create)
        .add("GET", "/taxes/{id}.json", this::get)
        .add("PUT", "/taxes/{id}.json", this::update)
        .add("DELETE", "/taxes/{id}.json", this::delete);
  }

  private CannedResponse list() {
    JsonArray taxes = new JsonArray();
    taxes().all().forEach(tax -> taxes.add(toJson(tax)));
    return Json.response(200, Json.object("taxes", taxes));
  }

  private CannedResponse get(Request request) {
    Tax tax = taxes().find(request.pathId("id"));
    return tax == null ? ErrorResponses.blank(404) : one(200, tax);
  }

  private CannedResponse create(Request request) {
    JsonObject sent = Fields.rootOrEmpty(request, "tax");
    Tax checked = check(sent, null);
    Tax tax = taxes().add(checked.name(), checked.value(), checked.region(), checked.code());
    makeDefaultIfAsked(sent, tax);
    return one(201, tax);
  }

  private CannedResponse update(Request request) {
    Tax old = taxes().find(request.pathId("id"));
    if (old == null) {
      return ErrorResponses.blank(404);
    }
    JsonObject sent = Fields.rootOrEmpty(request, "tax");
    Tax tax = check(sent, old);
    taxes().replace(tax);
    makeDefaultIfAsked(sent, tax);
    return InvoiceXpressDialect.empty(200);
  }

  private CannedResponse delete(Request request) {
    return ErrorResponses.blank(taxes().remove(request.pathId("id")) ? 200 : 404);
  }

  /** The tax as sent; of an update, members that were not sent stay. */
  private Tax check(JsonObject sent, @Nullable Tax old) {
    if (Fields.isNumber(sent, "value")) {
      // The live API takes texts only, and fails over a number.
      throw new RefusedException(ErrorResponses.single(500, ErrorResponses.LEAKED));
    }
    String name = Fields.text(sent, "name");
    if (name == null) {
      throw invalid("name", BLANK);
    }
    Tax namesake = taxes().named(name);
    if (namesake != null && (old == null || namesake.id() != old.id())) {
      throw new RefusedException(taken());
    }
    if (Fields.text(sent, "value") == null) {
      throw invalid("value", BLANK);
    }
    BigDecimal value = Fields.decimal(sent, "value");
    if (value == null) {
      throw invalid("value", "is not a number");
    }
    if (value.signum() < 0 || value.compareTo(MAX_VALUE) > 0) {
      throw invalid("value", "must be between 0 and 99.99");
    }
    String region = sent.has("region") || old == null ? Fields.text(sent, "region") : old.region();
    if (region == null) {
      throw invalid("base", "Tax region is empty");
    }
    String code = sent.has("code") || old == null ? Fields.text(sent, "code") : old.code();
    if (code != null && !CODES.contains(code)) {
      throw invalid("code", "is not included in the list");
    }
    return new Tax(old == null ? 0 : old.id(), name, value, region, code);
  }

  private CannedResponse taken() {
    return account.validationBody() == ValidationBody.RECORDED
        ? ErrorResponses.pair(422, "name", "não está disponível.")
        : ErrorResponses.field(422, "name", "is not available.");
  }

  private void makeDefaultIfAsked(JsonObject sent, Tax tax) {
    if ("1".equals(Fields.text(sent, "default_tax"))) {
      taxes().makeDefault(tax);
    }
  }

  private CannedResponse one(int status, Tax tax) {
    return Json.response(status, Json.object("tax", toJson(tax)));
  }

  private JsonObject toJson(Tax tax) {
    return tax.toJson(taxes().isDefault(tax), account.decimalForm());
  }

  private TaxBook taxes() {
    return account.data().taxes();
  }

  private static RefusedException invalid(String name, String message) {
    return new RefusedException(ErrorResponses.field(422, name, message));
  }
}
