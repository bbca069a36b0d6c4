package io.github.invoicingsdk.sandbox.internal.idoklad;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.internal.http.Json;

/** The object that v3 wraps around every response of a resource. */
final class Envelope {
  private Envelope() {}

  static CannedResponse success(JsonElement data) {
    JsonObject json = new JsonObject();
    json.add("Data", data);
    json.addProperty("ErrorCode", 0);
    json.addProperty("IsSuccess", true);
    json.add("Message", JsonNull.INSTANCE);
    json.addProperty("StatusCode", 200);
    return Json.response(200, json);
  }

  /** Members are in another order than in a success, as in the recorded responses. */
  static CannedResponse failure(int status, int errorCode, String message) {
    JsonObject json = new JsonObject();
    json.add("Data", JsonNull.INSTANCE);
    json.addProperty("IsSuccess", false);
    json.addProperty("Message", message);
    json.addProperty("StatusCode", status);
    json.addProperty("ErrorCode", errorCode);
    return Json.response(status, json);
  }
}
