package io.github.invoicingsdk.benchmarks.peer;

import io.github.invoicingsdk.ApacheTransport;
import io.github.invoicingsdk.OkHttpTransport;
import java.net.URI;
import org.apache.hc.client5.http.config.ConnectionConfig;
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
    return SdkPeer.on(OkHttpTransport.of(http), () -> OkHttp.close(http), baseUrl);
  }

  static Peer onApache(URI baseUrl) {
    ApacheTransport transport =
        ApacheTransport.of(
            HttpClients.custom()
                .setConnectionManager(
                    PoolingHttpClientConnectionManagerBuilder.create()
                        .setDefaultConnectionConfig(
                            ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.ofSeconds(10))
                                .build())
                        .setMaxConnPerRoute(MOST_CONNECTIONS)
                        .setMaxConnTotal(MOST_CONNECTIONS)
                        .build()));
    return SdkPeer.on(transport, transport::close, baseUrl);
  }
}
