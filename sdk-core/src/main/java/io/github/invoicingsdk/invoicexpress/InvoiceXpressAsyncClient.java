package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.internal.call.AsyncEngine;
import io.github.invoicingsdk.invoicexpress.api.InvoiceXpressAsyncResources;
import java.net.URI;

/**
 * The operations of {@link InvoiceXpressClient} for callers that do not wait: each returns a {@link
 * java.util.concurrent.CompletableFuture}.
 *
 * <pre>{@code
 * client.async().sequences().register(146090)
 *     .thenAccept(sequence -> System.out.println(sequence.serie()))
 *     .exceptionally(failure -> { ... });
 * }</pre>
 *
 * <p>A future fails with what the blocking operation throws; arguments that are not allowed are
 * refused at once, by an exception and not by the future. Cancelling a future, or completing it in
 * another way such as by {@code orTimeout}, ends the call, whatever stage it is in. That says
 * nothing about whether a write was carried out.
 *
 * <p>Immutable and thread-safe. It is a view of its client and is closed with it.
 */
public final class InvoiceXpressAsyncClient extends InvoiceXpressAsyncResources {

  private final AsyncEngine engine;
  private final String baseUrl;

  InvoiceXpressAsyncClient(AsyncEngine engine, URI baseUrl) {
    this.engine = engine;
    this.baseUrl = baseUrl.toString();
  }

  @Override
  protected <T> T resource(Class<T> type) {
    return engine.resource(type);
  }

  @Override
  public String toString() {
    return "InvoiceXpressAsyncClient{" + baseUrl + "}";
  }
}
