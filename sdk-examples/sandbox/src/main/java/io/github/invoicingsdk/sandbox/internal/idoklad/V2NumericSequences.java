package io.github.invoicingsdk.sandbox.internal.idoklad;

import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.internal.http.Json;
import io.github.invoicingsdk.sandbox.internal.http.Request;
import io.github.invoicingsdk.sandbox.internal.http.Router;

/** v2's two reading operations on numeric sequences; the id of a single one is in the query. */
final class V2NumericSequences {
  private final Agenda agenda;

  V2NumericSequences(Agenda agenda) {
    this.agenda = agenda;
  }

  void addTo(Router router) {
    router.add("GET", "/NumericSequences", this::read);
  }

  private CannedResponse read(Request request) {
    String id = request.query("id");
    return id == null ? list(request) : one(id);
  }

  private CannedResponse list(Request request) {
    String filter = request.query("filter");
    try {
      return Json.response(
          200,
          new Listing(request)
              .page(
                  agenda.all(),
                  filter == null || filter.isEmpty()
                      ? sequence -> true
                      : V2Filter.parse(filter, request.query("filtertype")),
                  Integer.MAX_VALUE,
                  "Data",
                  NumericSequence::toV2));
    } catch (InvalidQueryException e) {
      return IdokladDialect.message(400, String.valueOf(e.getMessage()));
    }
  }

  private CannedResponse one(String id) {
    try {
      NumericSequence sequence = agenda.find(Long.parseLong(id));
      return sequence == null
          ? CannedResponse.of(404)
              .withBody("text/plain; charset=utf-8", "Resource with id " + id + " was not found.")
          : Json.response(200, sequence.toV2());
    } catch (NumberFormatException e) {
      return IdokladDialect.message(400, "id: '" + id + "' is not an integer");
    }
  }
}
