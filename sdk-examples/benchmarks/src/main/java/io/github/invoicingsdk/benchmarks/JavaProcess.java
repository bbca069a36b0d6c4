package io.github.invoicingsdk.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs a main class of this module in a fresh process. */
final class JavaProcess {

  private JavaProcess() {}

  /**
   * Runs it to its end.
   *
   * @return the numbers at the beginning of the last line that it printed
   * @throws IOException when it fails
   */
  static long[] numbers(Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(Arrays.asList(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    int status = process.waitFor();
    if (status != 0) {
      throw new IOException(main.getSimpleName() + " ended with status " + status);
    }
    String last = output.substring(output.lastIndexOf('\n') + 1);
    return Arrays.stream(last.split(" ", -1))
        .takeWhile(word -> word.matches("-?\\d+"))
        .mapToLong(Long::parseLong)
        .toArray();
  }
}
