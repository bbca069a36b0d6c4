package io.github.invoicingsdk.benchmarks.peer;

import java.time.Duration;
import okhttp3.OkHttpClient;

/** The OkHttp client that all who use one are given: the timeouts of the SDK, no redirects. */
final class OkHttp {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private OkHttp() {}

  static OkHttpClient client() {
    return new OkHttpClient.Builder()
        .connectTimeout(Duration.ofSeconds(10))
        .readTimeout(TIMEOUT)
        .writeTimeout(TIMEOUT)
        .callTimeout(TIMEOUT)
        .followRedirects(false)
        .build();
  }

  static void close(OkHttpClient client) {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
