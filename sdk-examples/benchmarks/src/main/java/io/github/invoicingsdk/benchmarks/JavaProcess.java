package io.github.invoicingsdk.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Runs a main class of this module in a fresh process. */
final class JavaProcess {

  private JavaProcess() {}

  /**
   * Runs it to its end.
   *
   * @param main the class, which must be in no jar
   * @param jars how the names of the jars begin that come first on its class path, in this order:
   *     opening others, to look for a class in vain, takes as long as loading ten classes
   * @param arguments the program's
   * @return the numbers at the beginning of the last line that it printed
   * @throws IOException when it fails
   */
  static long[] numbers(Class<?> main, List<String> jars, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                classPath(jars),
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

  private static String classPath(List<String> jars) {
    String[] entries = System.getProperty("java.class.path").split(File.pathSeparator, -1);
    return Arrays.stream(entries)
        .sorted(Comparator.comparingInt(entry -> place(Path.of(entry), jars)))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The directory of this module's classes comes first, and what is not needed last. */
  private static int place(Path entry, List<String> jars) {
    String name = entry.getFileName().toString();
    if (!name.endsWith(".jar")) {
      return -1;
    }
    int place = 0;
    while (place < jars.size() && !name.startsWith(jars.get(place))) {
      place++;
    }
    return place;
  }
}
