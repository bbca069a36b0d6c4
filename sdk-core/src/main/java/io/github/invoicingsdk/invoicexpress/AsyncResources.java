package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.internal.call.AsyncEngine;
import io.github.invoicingsdk.invoicexpress.api.InvoiceXpressAsyncResources;

/** The operations of one engine. */
final class AsyncResources extends InvoiceXpressAsyncResources {

  private final AsyncEngine engine;

  AsyncResources(AsyncEngine engine) {
    this.engine = engine;
  }

  @Override
  protected <T> T resource(Class<T> type) {
    return engine.resource(type);
  }
}
