package io.github.invoicingsdk.internal.http;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The network settings that hold where no system property is set: the JDK takes them from its file
 * {@code conf/net.properties}. The file is read once, when the first setting is asked for.
 */
final class NetworkSettings {

  private NetworkSettings() {}

  /** What the file of this JDK says; null if it does not. */
  static @Nullable String inTheFileOfTheJdk(String name) {
    return Jdk.SETTINGS.getProperty(name);
  }

  /** What a file says; nothing if there is none, as for the JDK itself. */
  static Properties read(Path file) {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      properties.load(in);
    } catch (IOException | IllegalArgumentException e) {
      properties.clear();
    }
    return properties;
  }

  private static final class Jdk {

    static final Properties SETTINGS = read(System.getProperty("java.home"));

    /** A native image has no home. */
    private static Properties read(@Nullable String home) {
      return home == null
          ? new Properties()
          : NetworkSettings.read(Path.of(home, "conf", "net.properties"));
    }
  }
}
