package io.github.invoicingsdk.internal.auth;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.invoicingsdk.internal.http.CallContext;
import io.github.invoicingsdk.internal.http.Deadline;
import io.github.invoicingsdk.internal.http.Requests;
import java.io.IOException;

/**
 * Adds a token to each request. When the provider answers 401, the token is renewed and the request
 * sent once more: a 401 says that nothing was processed.
 */
public final class BearerClient implements Client {

  private static final int UNAUTHORIZED = 401;

  private final Client next;
  private final TokenSource tokens;

  /** Decorates a client. */
  public BearerClient(Client next, TokenSource tokens) {
    this.next = next;
    this.tokens = tokens;
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    Deadline deadline = CallContext.of(options).deadline();
    String token = tokens.token(deadline);
    Response response = next.execute(authorized(request, token), options);
    if (response.status() != UNAUTHORIZED) {
      return response;
    }
    response.close();
    tokens.invalidate(token);
    return next.execute(authorized(request, tokens.token(deadline)), options);
  }

  private static Request authorized(Request request, String token) {
    return Requests.withHeader(request, "Authorization", "Bearer " + token);
  }
}
