package io.github.invoicingsdk.internal.http;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.util.Map;

/** Adds the query parameters that the SDK supplies, such as the page number. */
public final class AddressingClient implements Client {

  private final Client next;

  /** Decorates a client. */
  public AddressingClient(Client next) {
    this.next = next;
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    Request addressed = request;
    for (Map.Entry<String, String> parameter : CallContext.of(options).query().entrySet()) {
      addressed = Requests.withQuery(addressed, parameter.getKey(), parameter.getValue());
    }
    return next.execute(addressed, options);
  }
}
