package io.github.invoicingsdk.benchmarks;

import io.github.invoicingsdk.benchmarks.report.Report;
import java.io.File;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Runs the measurements, writes the report and prints it. Ends with status 1 when a goal is missed
 * that does not depend on the machine.
 */
public final class BenchmarksMain {

  private BenchmarksMain() {}

  /**
   * Runs them.
   *
   * @param arguments full or short, the root of the repository, the directory of the report
   */
  public static void main(String[] arguments) throws Exception {
    Extent extent = Extent.of(arguments[0]);
    Path repository = Path.of(arguments[1]);
    Path directory = Path.of(arguments[2]);
    Report report = new Report(about(extent));
    new SizeFigures(repository, directory.resolve("compared"), report).measure();
    new CallFigures(extent, report).measure();
    if (extent == Extent.FULL) {
      new ProcessFigures(extent, report).measure();
      report.write(directory);
      new BuildFigures(repository, directory.resolve("build"), report).measure();
    }
    report.write(directory);
    System.out.println(report.markdown());
    List<String> failures = report.failures();
    failures.forEach(System.err::println);
    if (!failures.isEmpty()) {
      System.exit(1);
    }
  }

  private static List<String> about(Extent extent) {
    return List.of(
        "run: " + extent.name().toLowerCase(Locale.ROOT),
        "date: " + LocalDate.now(ZoneOffset.UTC),
        "processors: " + Runtime.getRuntime().availableProcessors(),
        "Java: " + System.getProperty("java.vm.name") + " " + Runtime.version(),
        "system: "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"),
        "versions: " + versions());
  }

  /** The names of the jars say the versions. */
  private static String versions() {
    return String.join(
        ", ",
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(path -> Path.of(path).getFileName().toString())
            .filter(
                name ->
                    name.matches(
                        "(feign-|gson-\\d|okhttp-|retrofit-|httpclient5-|jackson-databind|jmh-core).*"))
            .map(name -> name.replace(".jar", ""))
            .toList());
  }
}
