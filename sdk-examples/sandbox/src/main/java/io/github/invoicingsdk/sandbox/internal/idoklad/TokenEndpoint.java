package io.github.invoicingsdk.sandbox.internal.idoklad;

import com.google.gson.JsonObject;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.IdokladCredentials;
import io.github.invoicingsdk.sandbox.RecordedRequest;
import io.github.invoicingsdk.sandbox.internal.http.Dialect;
import io.github.invoicingsdk.sandbox.internal.http.FormText;
import io.github.invoicingsdk.sandbox.internal.http.Json;
import io.github.invoicingsdk.sandbox.internal.http.Request;
import io.github.invoicingsdk.sandbox.internal.http.Router;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Issues tokens for client credentials, which come in the form and include an application id. */
final class TokenEndpoint implements Dialect {
  private final Agenda agenda;
  private final IdokladCredentials credentials;

  TokenEndpoint(Agenda agenda, IdokladCredentials credentials) {
    this.agenda = agenda;
    this.credentials = credentials;
  }

  void addTo(Router router) {
    router.add("POST", "/token", this::token);
  }

  @Override
  public @Nullable CannedResponse admit(RecordedRequest request) {
    return null;
  }

  @Override
  public CannedResponse refuse(int status, String message) {
    return error(status, "invalid_request", message);
  }

  @Override
  public CannedResponse unknownRoute(RecordedRequest request, List<String> knownRoutes) {
    return refuse(404, "No route " + request + ". Known: " + String.join(", ", knownRoutes));
  }

  private CannedResponse token(Request request) {
    Map<String, List<String>> form = FormText.parse(request.recorded().body());
    if (!"client_credentials".equals(value(form, "grant_type"))) {
      return error(400, "unsupported_grant_type", "The sandbox knows client_credentials only.");
    }
    if (value(form, "application_id") == null) {
      return error(400, "invalid_request", "application_id is missing.");
    }
    if (!credentials.applicationId().equals(value(form, "application_id"))
        || !credentials.clientId().equals(value(form, "client_id"))
        || !credentials.clientSecret().equals(value(form, "client_secret"))) {
      return error(400, "invalid_client", null);
    }
    if (!"idoklad_api".equals(value(form, "scope"))) {
      return error(400, "invalid_scope", "The scope must be idoklad_api.");
    }
    Integer refusal = agenda.tokens().refusal();
    return refusal == null ? issue() : error(400, "invalid_grant", agendaState(refusal));
  }

  private CannedResponse issue() {
    JsonObject json = new JsonObject();
    json.addProperty("access_token", agenda.tokens().issue());
    json.addProperty("expires_in", agenda.tokens().lifetime().toSeconds());
    json.addProperty("token_type", "Bearer");
    return Json.response(200, json).withHeader("Cache-Control", "no-store");
  }

  private static String agendaState(int authErrorCode) {
    String state =
        switch (authErrorCode) {
          case 0 -> "Free";
          case 1 -> "NeedToDowngrade";
          case 2 -> "Expired";
          default -> "Unknown";
        };
    return "AuthErrorCode(" + authErrorCode + ") - Agenda has " + state + " status.";
  }

  private static CannedResponse error(int status, String error, @Nullable String description) {
    JsonObject json = new JsonObject();
    json.addProperty("error", error);
    if (description != null) {
      json.addProperty("error_description", description);
    }
    return Json.response(status, json);
  }

  private static @Nullable String value(Map<String, List<String>> form, String name) {
    List<String> values = form.get(name);
    return values == null ? null : values.get(0);
  }
}
