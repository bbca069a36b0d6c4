package io.github.invoicingsdk.internal.client;

import feign.Client;
import io.github.bucket4j.Bucket;
import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.fleet.Fleet;
import io.github.invoicingsdk.internal.http.Clock;
import io.github.invoicingsdk.internal.http.ConnectionSettings;
import io.github.invoicingsdk.internal.http.SharedHttpClient;
import io.github.invoicingsdk.observation.CallListener;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of all clients have in common.
 *
 * @param baseUrl where the API is; null for the provider's own address
 * @param options how long calls may take and how often they are tried
 * @param products what the user agent names after the SDK, each with a space before it
 * @param connection how the client's own connections are made
 * @param maxResponseBytes the largest response that is read
 * @param connections the connections that other clients use as well; null for the client's own
 * @param transport what sends the requests; null for the SDK's own transport
 * @param rateLimited whether the client keeps a rate limit
 * @param requestsPerMinute the limit; null for the provider's own
 * @param bucket the bucket that keeps the limit; null for one of the client's own
 * @param fleet what is shared with other machines; null for nothing
 * @param listeners are told of every call
 * @param time the clock and the sleeper
 */
public record ClientSettings(
    @Nullable URI baseUrl,
    CallOptions options,
    String products,
    ConnectionSettings connection,
    int maxResponseBytes,
    @Nullable SharedHttpClient connections,
    @Nullable Client transport,
    boolean rateLimited,
    @Nullable Integer requestsPerMinute,
    @Nullable Bucket bucket,
    @Nullable Fleet fleet,
    List<CallListener> listeners,
    Clock time) {

  /** Takes the settings as they are now. */
  public ClientSettings {
    listeners = List.copyOf(listeners);
  }
}
