package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonObject;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.internal.http.Json;
import io.github.invoicingsdk.sandbox.internal.http.Request;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Payments and reimbursements that belong to no document. */
final class TreasuryMovements {
  private static final Set<String> TYPES = Set.of("Payment", "Reimbursement");
  private static final Set<String> METHODS =
      Set.of("CC", "CD", "CH", "CI", "CO", "CS", "DE", "LC", "MB", "NU", "OU", "PR", "TB", "TR");

  private final TreasuryBook treasury;

  TreasuryMovements(TreasuryBook treasury) {
    this.treasury = treasury;
  }

  /** The documented response has no id. */
  CannedResponse create(Request request) {
    JsonObject sent = Fields.rootOrEmpty(request, "treasury_movement");
    BigDecimal value = Fields.decimal(sent, "value");
    String type = Fields.text(sent, "movement_type");
    String method = Fields.text(sent, "payment_method");
    LocalDate date = Fields.date(sent, "date");
    if (value == null) {
      return invalid("Value is not a number");
    }
    if (value.signum() <= 0) {
      return invalid("Value must be greater than 0");
    }
    if (type == null || !TYPES.contains(type)) {
      return invalid("Movement type is not included in the list");
    }
    if (method != null && !METHODS.contains(method)) {
      return invalid("Payment method is not included in the list");
    }
    if (date == null) {
      return invalid("Date can't be blank");
    }
    treasury.move(request.pathId("client"), type.equals("Reimbursement"), value);
    JsonObject movement = new JsonObject();
    movement.addProperty("value", value);
    movement.addProperty("movement_type", type);
    movement.addProperty("payment_method", method);
    movement.addProperty("date", date.toString());
    movement.addProperty("serie", Fields.text(sent, "serie"));
    movement.addProperty("observation", Fields.text(sent, "observation"));
    return Json.response(201, Json.object("treasury_movement", movement));
  }

  CannedResponse delete(Request request) {
    if (!treasury.removeMovement(request.pathId("client"), request.pathId("id"))) {
      return ErrorResponses.objects(404, List.of("Treasury movement not found"));
    }
    return treasury.failsAppliedDeletes()
        ? ErrorResponses.single(500, ErrorResponses.LEAKED)
        : CannedResponse.of(204);
  }

  private static CannedResponse invalid(String message) {
    return ErrorResponses.objects(422, List.of("Validation failed: " + message));
  }
}
