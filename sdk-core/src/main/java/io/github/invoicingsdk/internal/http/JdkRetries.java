package io.github.invoicingsdk.internal.http;

/**
 * Looks whether the JDK's HTTP client was told to send writes again.
 *
 * <p>By itself it sends a GET once more when a connection ends before the first byte of a response,
 * and any request to which no connection came about, which was not processed. What HTTP/2 lets it
 * repeat does not matter over HTTP/1.1. Of its settings, only one makes it repeat what may have
 * been processed.
 */
final class JdkRetries {

  private static final String ALL_METHODS = "jdk.httpclient.enableAllMethodRetry";

  private JdkRetries() {}

  /**
   * Refuses a JVM whose HTTP client sends writes again.
   *
   * @throws IllegalStateException if it was told to
   */
  static void refuseThoseOfWrites() {
    String set = System.getProperty(ALL_METHODS);
    boolean bySystemProperty = set != null;
    if (set == null) {
      set = NetworkSettings.inTheFileOfTheJdk(ALL_METHODS);
    }
    // As the JDK reads it.
    if (set != null && (set.isEmpty() || Boolean.parseBoolean(set))) {
      throw new IllegalStateException(
          ALL_METHODS
              + " is set "
              + (bySystemProperty ? "as a system property" : "in conf/net.properties of the JDK")
              + ": with it the JDK sends writes again after a lost connection, so that a document"
              + " can be created twice. Remove it, or use another transport");
    }
  }
}
