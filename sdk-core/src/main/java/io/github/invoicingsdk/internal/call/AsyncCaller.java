package io.github.invoicingsdk.internal.call;

import feign.Request;
import io.github.invoicingsdk.internal.call.Caller.Reading;
import io.github.invoicingsdk.internal.http.CallContext;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Makes calls for which the calling thread does not wait. Implementations are thread-safe. */
interface AsyncCaller {

  /**
   * Starts a call.
   *
   * @param request makes the request
   * @param context makes the context when the call begins
   * @param reading reads the response
   * @return what the response holds; cancelling it ends the call
   */
  <T> CompletableFuture<T> call(
      Supplier<Request> request, Supplier<CallContext> context, Reading<T> reading);
}
