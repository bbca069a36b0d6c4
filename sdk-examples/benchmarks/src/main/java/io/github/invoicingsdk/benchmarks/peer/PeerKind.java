package io.github.invoicingsdk.benchmarks.peer;

import java.net.URI;

/** The clients that are compared. */
public enum PeerKind {
  /** The SDK with its own transport. */
  SDK("SDK"),
  /** The SDK with the partner's OkHttp. */
  SDK_OKHTTP("SDK on OkHttp"),
  /** The SDK with the partner's Apache HttpClient 5. */
  SDK_APACHE("SDK on Apache HttpClient 5"),
  /** The JDK's client and Gson, by hand. */
  HAND_WRITTEN("hand-written: java.net.http, Gson"),
  /** Retrofit on OkHttp with Gson. */
  RETROFIT("Retrofit on OkHttp, Gson"),
  /** The stock generator's library okhttp-gson. */
  STOCK_OKHTTP("stock generator: okhttp-gson"),
  /** The stock generator's library native. */
  STOCK_NATIVE("stock generator: native (Jackson)");

  private final String title;

  PeerKind(String title) {
    this.title = title;
  }

  /**
   * How it is called in the report.
   *
   * @return a few words
   */
  public String title() {
    return title;
  }

  /**
   * Makes a client.
   *
   * @param baseUrl where the API is
   * @return the client
   */
  public Peer connect(URI baseUrl) {
    return switch (this) {
      case SDK -> SdkPeer.onJdk(baseUrl);
      case SDK_OKHTTP -> SdkPeer.onOkHttp(baseUrl);
      case SDK_APACHE -> SdkPeer.onApache(baseUrl);
      case HAND_WRITTEN -> new HandWrittenPeer(baseUrl);
      case RETROFIT -> new RetrofitPeer(baseUrl);
      case STOCK_OKHTTP -> new StockOkHttpPeer(baseUrl);
      case STOCK_NATIVE -> new StockNativePeer(baseUrl);
    };
  }
}
