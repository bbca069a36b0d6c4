package io.github.invoicingsdk.benchmarks.peer;

import feign.hc5.ApacheHttp5Client;
import feign.okhttp.OkHttpClient;
import java.net.URI;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;

/**
 * The SDK with a partner's transport. Apart from {@link SdkPeer}, so that the SDK with its own
 * transport does not bring the others into memory.
 */
final class SdkTransports {

  private static final int MOST_CONNECTIONS = 64;

  private SdkTransports() {}

  static Peer onOkHttp(URI baseUrl) {
    okhttp3.OkHttpClient http = OkHttp.client();
    return SdkPeer.on(new OkHttpClient(http), () -> OkHttp.close(http), baseUrl);
  }

  static Peer onApache(URI baseUrl) {
    CloseableHttpClient http =
        HttpClients.custom()
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom().setConnectTimeout(Timeout.ofSeconds(10)).build())
                    .setMaxConnPerRoute(MOST_CONNECTIONS)
                    .setMaxConnTotal(MOST_CONNECTIONS)
                    .build())
            .build();
    return SdkPeer.on(new ApacheHttp5Client(http), http, baseUrl);
  }
}
