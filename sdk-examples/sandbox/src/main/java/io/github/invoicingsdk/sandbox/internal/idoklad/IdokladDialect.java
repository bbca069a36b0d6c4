package io.github.invoicingsdk.sandbox.internal.idoklad;

import com.google.gson.JsonPrimitive;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.RecordedRequest;
import io.github.invoicingsdk.sandbox.internal.http.Dialect;
import io.github.invoicingsdk.sandbox.internal.http.Json;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bearer token, and refusals as a bare message without the envelope. */
final class IdokladDialect implements Dialect {
  private static final String BEARER = "Bearer ";

  private final Agenda agenda;
  private final URI server;

  IdokladDialect(Agenda agenda, URI server) {
    this.agenda = agenda;
    this.server = server;
  }

  static CannedResponse message(int status, String message) {
    return Json.response(status, Json.object("Message", new JsonPrimitive(message)));
  }

  @Override
  public @Nullable CannedResponse admit(RecordedRequest request) {
    String authorization = request.header("Authorization");
    if (authorization == null
        || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        || !agenda.tokens().accepts(authorization.substring(BEARER.length()))) {
      return message(401, "Authorization has been denied for this request.")
          .withHeader("WWW-Authenticate", "Bearer");
    }
    return agenda.rateLimit().admit();
  }

  @Override
  public CannedResponse refuse(int status, String message) {
    return message(status, message);
  }

  @Override
  public CannedResponse unknownRoute(RecordedRequest request, List<String> knownRoutes) {
    String query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
    return message(
        404,
        "No HTTP resource was found that matches the request URI '"
            + server
            + request.path()
            + query
            + "'. Known: "
            + String.join(", ", knownRoutes));
  }
}
