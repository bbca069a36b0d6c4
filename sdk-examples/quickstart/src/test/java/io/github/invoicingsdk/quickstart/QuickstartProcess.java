package io.github.invoicingsdk.quickstart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One run of the quickstart as a process.
 *
 * @param exitStatus the process's exit status
 * @param output what it wrote to standard output
 * @param error what it wrote to standard error
 */
record QuickstartProcess(int exitStatus, String output, String error) {

  private static final long TIMEOUT_SECONDS = 120;

  /** Variables whose effect the tests are about, or that make the JVM talk. */
  private static final List<String> NOT_INHERITED =
      List.of("INVOICEXPRESS_", "IDOKLAD_", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_");

  static QuickstartProcess run(Map<String, String> environment)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("quickstart", ".out");
    Path error = Files.createTempFile("quickstart", ".err");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-classpath",
                  System.getProperty("java.class.path"),
                  Quickstart.class.getName())
              .redirectOutput(output.toFile())
              .redirectError(error.toFile());
      builder.environment().keySet().removeIf(QuickstartProcess::isNotInherited);
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the quickstart did not end: " + read(output) + read(error));
      }
      return new QuickstartProcess(process.exitValue(), read(output), read(error));
    } finally {
      Files.delete(output);
      Files.delete(error);
    }
  }

  private static boolean isNotInherited(String variable) {
    return NOT_INHERITED.stream().anyMatch(variable::startsWith);
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
