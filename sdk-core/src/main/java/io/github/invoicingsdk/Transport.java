package io.github.invoicingsdk;

import feign.Client;

/**
 * A way to send requests other than the JDK's HTTP client: {@link OkHttpTransport} or {@link
 * ApacheTransport}. Each sends a request at most once, which HTTP clients do not do by themselves:
 * they repeat requests after lost connections and certain responses, so that an invoice can be
 * created twice.
 *
 * <p>It may be given to many clients, which do not close it. Thread-safe.
 */
public abstract sealed class Transport permits ApacheTransport, OkHttpTransport {

  Transport() {}

  /** What sends the requests. */
  abstract Client client();
}
