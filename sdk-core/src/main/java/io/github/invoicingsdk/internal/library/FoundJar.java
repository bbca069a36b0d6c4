package io.github.invoicingsdk.internal.library;

import java.security.CodeSource;

/** Says which jar of a program a library comes from, for messages. */
final class FoundJar {

  private FoundJar() {}

  /**
   * The name of the jar's file, which tells its version in most programs. Not its path, which
   * concerns nobody.
   *
   * @param type a class that all versions of the library have
   */
  static String of(String type) {
    try {
      CodeSource source =
          Class.forName(type, false, FoundJar.class.getClassLoader())
              .getProtectionDomain()
              .getCodeSource();
      if (source == null || source.getLocation() == null) {
        return "one from an unknown place";
      }
      // Also within another jar: nested:/app.jar/!BOOT-INF/lib/gson-2.10.1.jar!/
      String[] steps = source.getLocation().toString().replaceAll("[!/]+$", "").split("/", -1);
      return steps[steps.length - 1];
    } catch (ClassNotFoundException | LinkageError | SecurityException e) {
      return "none";
    }
  }
}
