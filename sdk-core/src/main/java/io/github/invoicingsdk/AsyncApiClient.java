package io.github.invoicingsdk;

import java.util.concurrent.CompletableFuture;

/** What the asynchronous views of all clients have in common. Immutable and thread-safe. */
public interface AsyncApiClient {

  /**
   * Sends a request that the SDK has no method for, as {@link ApiClient#send} does.
   *
   * @param request the request
   * @return the response, whose status is from 200 to 299, or the exceptions of a call; cancelling
   *     it ends the call
   * @throws IllegalArgumentException if the request is not allowed, as for {@link ApiClient#send};
   *     nothing is sent then
   */
  CompletableFuture<RawResponse> send(ApiRequest request);
}
