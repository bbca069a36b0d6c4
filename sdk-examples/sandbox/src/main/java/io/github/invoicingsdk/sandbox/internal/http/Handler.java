package io.github.invoicingsdk.sandbox.internal.http;

import io.github.invoicingsdk.sandbox.CannedResponse;

/** Answers the requests of one route. */
@FunctionalInterface
public interface Handler {
  /**
   * Does what the request asks for.
   *
   * @param request the request
   * @return the response
   */
  CannedResponse handle(Request request);
}
