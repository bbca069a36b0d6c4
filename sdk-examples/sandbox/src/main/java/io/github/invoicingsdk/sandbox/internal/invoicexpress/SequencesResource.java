package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.InvoiceXpressAccount.SequenceWrapper;
import io.github.invoicingsdk.sandbox.internal.http.Handler;
import io.github.invoicingsdk.sandbox.internal.http.Json;
import io.github.invoicingsdk.sandbox.internal.http.Request;
import io.github.invoicingsdk.sandbox.internal.http.Router;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The five operations on series. */
final class SequencesResource {
  private final Account account;

  SequencesResource(Account account) {
    this.account = account;
  }

  void addTo(Router router) {
    router
        .add("GET", "/sequences.json", counted(request -> list()))
        .add("POST", "/sequences.json", counted(this::create))
        .add("GET", "/sequences/{id}.json", counted(this::get))
        .add("PUT", "/sequences/{id}/set_current.json", counted(this::setCurrent))
        .add("PUT", "/sequences/{id}/register.json", counted(this::register));
  }

  private Handler counted(Handler handler) {
    return request -> {
      account.series().requestArrives();
      return handler.handle(request);
    };
  }

  private CannedResponse list() {
    return array(account.series().all());
  }

  private CannedResponse create(Request request) {
    JsonObject body = Json.readObject(request.recorded().body());
    JsonElement sequence = body == null ? null : body.get("sequence");
    JsonObject fields =
        sequence != null && sequence.isJsonObject() ? sequence.getAsJsonObject() : new JsonObject();
    // The live API ignores the number 1: only the text makes a default.
    boolean asDefault = new JsonPrimitive("1").equals(fields.get("default_sequence"));
    return one(201, account.series().create(name(fields.get("serie")), asDefault));
  }

  private CannedResponse get(Request request) {
    Series series = account.series().find(request.pathId("id"));
    return series == null ? InvoiceXpressDialect.empty(404) : one(200, series);
  }

  private CannedResponse setCurrent(Request request) {
    Series series = account.series().find(request.pathId("id"));
    if (series == null) {
      return InvoiceXpressDialect.empty(404);
    }
    account.series().makeDefault(series);
    return InvoiceXpressDialect.empty(200);
  }

  private CannedResponse register(Request request) {
    return array(List.of(account.series().register(request.pathId("id"))));
  }

  private CannedResponse array(List<Series> all) {
    JsonArray array = new JsonArray();
    all.forEach(series -> array.add(toJson(series)));
    return Json.response(200, Json.object("sequences", array));
  }

  private CannedResponse one(int status, Series series) {
    boolean recorded = account.sequenceWrapper() == SequenceWrapper.SEQUENCE;
    return Json.response(status, Json.object(recorded ? "sequence" : "sequences", toJson(series)));
  }

  private JsonObject toJson(Series series) {
    return series.toJson(account.series().isDefault(series));
  }

  private static @Nullable JsonPrimitive name(@Nullable JsonElement serie) {
    if (serie == null || !serie.isJsonPrimitive()) {
      return null;
    }
    JsonPrimitive name = serie.getAsJsonPrimitive();
    return name.isBoolean() ? null : name;
  }
}
