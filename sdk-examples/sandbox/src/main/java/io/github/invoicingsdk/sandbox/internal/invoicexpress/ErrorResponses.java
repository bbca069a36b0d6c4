package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.internal.http.Json;
import java.util.List;

/** The many shapes in which the provider says no. */
final class ErrorResponses {
  /** What the live API shows of its inside when a value has a type it does not expect. */
  static final String LEAKED = "undefined method `match' for 1:Integer";

  private ErrorResponses() {}

  /** {@code {"errors":{"error":"..."}}}. */
  static CannedResponse single(int status, String message) {
    return Json.response(status, Json.object("errors", error(message)));
  }

  /** {@code {"errors":[{"error":"..."}]}}. */
  static CannedResponse objects(int status, List<String> messages) {
    JsonArray errors = new JsonArray();
    messages.forEach(message -> errors.add(error(message)));
    return Json.response(status, Json.object("errors", errors));
  }

  /** {@code {"errors":["..."]}}. */
  static CannedResponse texts(int status, List<String> messages) {
    JsonArray errors = new JsonArray();
    messages.forEach(errors::add);
    return Json.response(status, Json.object("errors", errors));
  }

  /** {@code {"name":["..."]}}, without a member that says these are errors. */
  static CannedResponse field(int status, String name, String message) {
    JsonArray messages = new JsonArray();
    messages.add(message);
    return Json.response(status, Json.object(name, messages));
  }

  /** {@code [["name","..."]]}. */
  static CannedResponse pair(int status, String name, String message) {
    JsonArray pairs = new JsonArray();
    pairs.add(names(name, message));
    return Json.response(status, pairs);
  }

  /** {@code ["name","..."]}. */
  static CannedResponse flat(int status, String name, String message) {
    return Json.response(status, names(name, message));
  }

  /** {@code {"message":"..."}}. */
  static CannedResponse message(int status, String message) {
    return Json.response(status, Json.object("message", new JsonPrimitive(message)));
  }

  /** Recorded for taxes: one blank that says it is JSON. */
  static CannedResponse blank(int status) {
    return CannedResponse.of(status).withBody(Json.CONTENT_TYPE, " ");
  }

  private static JsonObject error(String message) {
    return Json.object("error", new JsonPrimitive(message));
  }

  private static JsonArray names(String name, String message) {
    JsonArray pair = new JsonArray();
    pair.add(name);
    pair.add(message);
    return pair;
  }
}
