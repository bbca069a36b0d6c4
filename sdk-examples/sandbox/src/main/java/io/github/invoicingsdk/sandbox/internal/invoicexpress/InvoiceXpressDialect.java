package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.InvoiceXpressAccount.UnauthorizedBody;
import io.github.invoicingsdk.sandbox.RecordedRequest;
import io.github.invoicingsdk.sandbox.internal.http.Dialect;
import io.github.invoicingsdk.sandbox.internal.http.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The key in the query, and refusals as plain text where the provider documents none. */
final class InvoiceXpressDialect implements Dialect {
  private final Account account;
  private final String apiKey;

  InvoiceXpressDialect(Account account, String apiKey) {
    this.account = account;
    this.apiKey = apiKey;
  }

  /** A recorded quirk: empty responses say that they are JSON. */
  static CannedResponse empty(int status) {
    return CannedResponse.of(status).withHeader("Content-Type", Json.CONTENT_TYPE);
  }

  @Override
  public @Nullable CannedResponse admit(RecordedRequest request) {
    return apiKey.equals(request.queryParameter("api_key"))
        ? account.rateLimit().admit()
        : unauthorized();
  }

  @Override
  public CannedResponse refuse(int status, String message) {
    return CannedResponse.of(status).withBody("text/plain; charset=utf-8", message + "\n");
  }

  @Override
  public CannedResponse unknownRoute(RecordedRequest request, List<String> knownRoutes) {
    if (account.redirectsUnknownRoutes()) {
      return CannedResponse.of(302)
          .withHeader("Location", "/login")
          .withBody(
              "text/html; charset=utf-8", "<html><body>You are being redirected.</body></html>");
    }
    return refuse(
        404,
        "The sandbox does not know " + request + ". It knows:\n" + String.join("\n", knownRoutes));
  }

  private CannedResponse unauthorized() {
    JsonObject error = new JsonObject();
    error.addProperty("error", "Invalid API key");
    if (account.unauthorizedBody() == UnauthorizedBody.OBJECT) {
      return Json.response(401, Json.object("errors", error));
    }
    JsonArray errors = new JsonArray();
    errors.add(error);
    return Json.response(401, Json.object("errors", errors));
  }
}
