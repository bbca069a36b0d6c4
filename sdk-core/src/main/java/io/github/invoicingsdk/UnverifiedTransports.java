package io.github.invoicingsdk;

import feign.Client;
import io.github.invoicingsdk.internal.http.UnverifiedExchange;
import java.util.Map;

/** Takes transports of which nobody but the caller knows what they repeat. */
final class UnverifiedTransports {

  private static final String OWN = "leave the setting out for the transport of the SDK";

  /** What is known to repeat writes, by the names of its classes, and the remedy. */
  private static final Map<String, String> REPEATING =
      Map.of(
          "feign.DefaultClient", OWN,
          "feign.Client$Default", OWN,
          "feign.Client$Proxied", OWN,
          "feign.okhttp.OkHttpClient", "pass its client to OkHttpTransport.of instead",
          "feign.hc5.ApacheHttp5Client", "pass its HttpClientBuilder to ApacheTransport.of instead",
          "feign.httpclient.ApacheHttpClient", OWN,
          "feign.googlehttpclient.GoogleHttpClient", OWN);

  private UnverifiedTransports() {}

  /**
   * Checks a transport as far as it can be checked.
   *
   * @throws IllegalArgumentException if it is known to repeat writes
   */
  static Client checked(Client transport) {
    for (Class<?> type = transport.getClass(); type != null; type = type.getSuperclass()) {
      String remedy = REPEATING.get(type.getName());
      if (remedy != null) {
        throw new IllegalArgumentException(
            "transport is a "
                + transport.getClass().getName()
                + ", which sends some writes again after a lost connection, so that a document can"
                + " be created twice; "
                + remedy);
      }
    }
    return new UnverifiedExchange(transport);
  }
}
