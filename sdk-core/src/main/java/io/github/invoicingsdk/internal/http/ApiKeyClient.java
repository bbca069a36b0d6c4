package io.github.invoicingsdk.internal.http;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;

/**
 * Adds InvoiceXpress's API key to the query. Nothing above this stage sees the address with the key
 * in it.
 */
public final class ApiKeyClient implements Client {

  private final Client next;
  private final String apiKey;

  /** Decorates a client. */
  public ApiKeyClient(Client next, String apiKey) {
    this.next = next;
    this.apiKey = apiKey;
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    return next.execute(Requests.withQuery(request, "api_key", apiKey), options);
  }
}
