package io.github.invoicingsdk.sandbox;

import static io.github.invoicingsdk.sandbox.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;

/** Makes and changes documents over HTTP, with bodies that tests alter. */
final class DocumentCalls {
  private static final String FIELDS =
      """
      {"date": "09/03/2025", "due_date": "19/03/2025",
       "client": {"name": "Ana", "code": "A1", "country": "Portugal"},
       "items": [{"name": "Work", "description": "A day", "unit_price": 100, "quantity": 1}]}
      """;
  private static final String GUIDE_FIELDS =
      """
      {"loaded_at": "09/03/2025 12:00:00", "license_plate": "11-AA-22",
       "address_from": {"detail": "Rua A", "city": "Lisboa", "postal_code": "1050-083",
                        "country": "Portugal"},
       "address_to": {"detail": "Rua B", "city": "Porto", "postal_code": "4000-327",
                      "country": "Portugal"}}
      """;

  private final Http http;

  DocumentCalls(Http http) {
    this.http = http;
  }

  /** What every type needs, and what guides need too. */
  static JsonObject fields() {
    JsonObject fields = object(FIELDS);
    object(GUIDE_FIELDS).entrySet().forEach(each -> fields.add(each.getKey(), each.getValue()));
    return fields;
  }

  /** The fields, with one more member or another value of one. */
  static JsonObject fields(String member, String json) {
    JsonObject fields = fields();
    fields.add(member, JsonParser.parseString(json));
    return fields;
  }

  static JsonObject object(String json) {
    return JsonParser.parseString(json).getAsJsonObject();
  }

  static String key(String path) {
    return path.substring(0, path.length() - 1);
  }

  HttpResponse<String> post(String path, JsonObject fields) {
    return http.invoiceXpress("POST", "/" + path + ".json", wrapped(key(path), fields));
  }

  /** A new draft, as answered. */
  JsonObject create(String path, JsonObject fields) {
    HttpResponse<String> response = post(path, fields);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    return json(response).getAsJsonObject(key(path));
  }

  long draft(String path) {
    return create(path, fields()).get("id").getAsLong();
  }

  /** A new finalised document, as answered. */
  JsonObject issue(String path, JsonObject fields) {
    long id = create(path, fields).get("id").getAsLong();
    return ok(path, changeState(path, id, "finalized"));
  }

  JsonObject issue(String path) {
    return issue(path, fields());
  }

  HttpResponse<String> get(String path, long id) {
    return http.invoiceXpress("GET", "/" + path + "/" + id + ".json");
  }

  HttpResponse<String> put(String path, long id, JsonObject fields) {
    return http.invoiceXpress("PUT", "/" + path + "/" + id + ".json", wrapped(key(path), fields));
  }

  HttpResponse<String> changeState(String path, long id, String state) {
    JsonObject fields = new JsonObject();
    fields.addProperty("state", state);
    fields.addProperty("message", "because");
    return http.invoiceXpress(
        "PUT", "/" + path + "/" + id + "/change-state.json", wrapped(key(path), fields));
  }

  HttpResponse<String> pay(long id, String json) {
    return http.invoiceXpress(
        "POST",
        "/documents/" + id + "/partial_payments.json",
        wrapped("partial_payment", object(json)));
  }

  /** The document in a successful response. */
  static JsonObject ok(String path, HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return json(response).getAsJsonObject(key(path));
  }

  /** The text of a 422 in the shape of most operations. */
  static String refusal(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
    return json(response).getAsJsonObject("errors").get("error").getAsString();
  }

  static String wrapped(String root, JsonObject fields) {
    JsonObject body = new JsonObject();
    body.add(root, fields);
    return body.toString();
  }
}
