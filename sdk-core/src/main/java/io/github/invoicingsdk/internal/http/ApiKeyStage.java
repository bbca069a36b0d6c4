package io.github.invoicingsdk.internal.http;

import feign.Request;
import feign.Response;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * Adds the query parameter {@code api_key}, which InvoiceXpress wants with every request.
 *
 * <p>It replaces one that is there. The responses refer to the request without the key, so that no
 * stage above ever sees it. As thread-safe as the stage below.
 */
public final class ApiKeyStage implements Stage {

  private static final String PARAMETER = "api_key";

  private final Stage next;
  private final String apiKey;

  /**
   * Creates the stage above the next one.
   *
   * @param next the next stage
   * @param apiKey the key as the provider shows it, not encoded
   * @throws IllegalArgumentException when the key is blank
   */
  public ApiKeyStage(Stage next, String apiKey) {
    this.next = Objects.requireNonNull(next, "next");
    this.apiKey = Objects.requireNonNull(apiKey, "apiKey");
    if (apiKey.isBlank()) {
      throw new IllegalArgumentException(
          "apiKey is blank; use the key that InvoiceXpress shows under Account, API");
    }
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    return next.execute(withKey(request), CallContext.of(options).showing(request));
  }

  @Override
  public CompletableFuture<Response> executeAsync(Request request, CallContext context) {
    return next.executeAsync(withKey(request), context.showing(request));
  }

  private Request withKey(Request request) {
    return RequestAddress.move(
        request, RequestAddress.withParameter(request.url(), PARAMETER, apiKey));
  }
}
