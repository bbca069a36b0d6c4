package io.github.invoicingsdk.benchmarks.peer;

import java.net.URI;
import java.util.List;

/** The clients that are compared. */
public enum PeerKind {
  /** The SDK with its own transport. */
  SDK("SDK", ClassPath.SDK),
  /** The SDK with the partner's OkHttp. */
  SDK_OKHTTP("SDK on OkHttp", ClassPath.SDK + " " + ClassPath.OKHTTP),
  /** The SDK with the partner's Apache HttpClient 5. */
  SDK_APACHE("SDK on Apache HttpClient 5", ClassPath.SDK + " httpclient5- httpcore5- slf4j-"),
  /** The JDK's client and Gson, by hand. */
  HAND_WRITTEN("hand-written: java.net.http, Gson", ClassPath.GSON),
  /** Retrofit on OkHttp with Gson. */
  RETROFIT(
      "Retrofit on OkHttp, Gson",
      "retrofit- converter-gson- " + ClassPath.OKHTTP + " " + ClassPath.GSON),
  /** The stock generator's library okhttp-gson. */
  STOCK_OKHTTP(
      "stock generator: okhttp-gson",
      ClassPath.STOCK
          + " gson-fire- logging-interceptor- "
          + ClassPath.OKHTTP
          + " "
          + ClassPath.GSON),
  /** The stock generator's library native. */
  STOCK_NATIVE("stock generator: native (Jackson)", ClassPath.STOCK + " jackson-");

  private final String title;
  private final String jars;

  PeerKind(String title, String jars) {
    this.title = title;
    this.jars = jars;
  }

  /**
   * What it needs, in the order in which a program that has nothing else finds it on its class
   * path.
   *
   * @return how the names of the jars begin
   */
  public List<String> jars() {
    return List.of(jars.split(" ", -1));
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
      case SDK_OKHTTP -> SdkTransports.onOkHttp(baseUrl);
      case SDK_APACHE -> SdkTransports.onApache(baseUrl);
      case HAND_WRITTEN -> new HandWrittenPeer(baseUrl);
      case RETROFIT -> new RetrofitPeer(baseUrl);
      case STOCK_OKHTTP -> new StockOkHttpPeer(baseUrl);
      case STOCK_NATIVE -> new StockNativePeer(baseUrl);
    };
  }

  /** Jars that more than one needs. */
  private static final class ClassPath {

    private static final String GSON = "gson-2 error_prone_annotations- jspecify-";

    private static final String SDK =
        "invoicing-sdk-core- invoicing-sdk-generated- feign-core- " + GSON + " bucket4j";

    private static final String OKHTTP = "okhttp-4 okio- kotlin-stdlib-";

    private static final String STOCK =
        "invoicing-sdk-benchmark-peers- jsr305- jakarta.annotation-api-";
  }
}
