package io.github.invoicingsdk.internal.http;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

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
      set = inTheFileOfTheJdk(Path.of(System.getProperty("java.home"), "conf", "net.properties"));
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

  /** The JDK takes its network settings from there when there is no system property. */
  static @Nullable String inTheFileOfTheJdk(Path file) {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      properties.load(in);
    } catch (IOException | IllegalArgumentException e) {
      // A runtime image may have none, and the JDK then goes without it as well.
      return null;
    }
    return properties.getProperty(ALL_METHODS);
  }
}
