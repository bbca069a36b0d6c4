package io.github.invoicingsdk.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.invoicingsdk.benchmarks.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long the published modules take to build, in a copy of the repository, and when their code is
 * generated again. It fails when that is at the wrong times.
 */
final class BuildFigures {

  private static final String TITLE = "Build of the published modules, without tests";
  private static final Pattern GOAL =
      Pattern.compile("^(\\d+) \\[INFO] --- (\\S+) \\((\\S+)\\) @ (\\S+) ---");
  private static final Pattern ANY_LINE = Pattern.compile("^(\\d+) \\[INFO] ");
  private static final List<String> SPECS = List.of("invoicexpress", "idoklad", "idoklad-v2");

  /** What the build must get along with. */
  private static final String HEAP = "512m";

  private final Path repository;
  private final Path copy;
  private final Report report;

  /**
   * Prepares it.
   *
   * @param repository the root of the repository
   * @param copy a directory for the copy, which is made anew
   */
  BuildFigures(Path repository, Path copy, Report report) {
    this.repository = repository;
    this.copy = copy;
    this.report = report;
  }

  void measure() throws IOException, InterruptedException {
    copySources();
    report.table(TITLE, "Build", "s", "specs generated");
    Build clean = build("clean build with a heap of " + HEAP);
    require(clean.generated().size() == SPECS.size(), "a clean build generates every spec");
    clean
        .generated()
        .forEach(
            (spec, millis) -> report.row(TITLE, "of it: generating " + spec, seconds(millis), ""));
    Build unchanged = build("the same again, nothing changed");
    require(unchanged.generated().isEmpty(), "nothing changed, so nothing is generated");
    touch("openapi/templates/pojo.mustache");
    require(
        build("after a change of a template").generated().size() == SPECS.size(),
        "a template changed, so everything is generated");
    touch("openapi/idoklad/generator.yaml");
    require(
        build("after a change of a generator's option").generated().containsKey("idoklad"),
        "an option of iDoklad's generator changed, so iDoklad is generated");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException("the build does not do this: " + what);
    }
  }

  private Build build(String title) throws IOException, InterruptedException {
    long start = System.nanoTime();
    ProcessBuilder builder =
        new ProcessBuilder(
                "mvn",
                "-B",
                "package",
                "-pl",
                "sdk-generated,sdk-core,sdk-examples/sandbox",
                "-Dmaven.test.skip",
                "-Dmaven.javadoc.skip",
                "-Dmdep.analyze.skip")
            .directory(copy.toFile())
            .redirectErrorStream(true);
    builder
        .environment()
        .put("MAVEN_OPTS", "-Xmx" + HEAP + " -Dorg.slf4j.simpleLogger.showDateTime=true");
    Process process = builder.start();
    String log = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("the build failed:\n" + log);
    }
    Build build = new Build(generated(log));
    report.row(
        TITLE,
        title,
        seconds((System.nanoTime() - start) / 1_000_000),
        Integer.toString(build.generated().size()));
    return build;
  }

  /** The specs that were generated, with the milliseconds that it took. */
  private static Map<String, Long> generated(String log) {
    Map<String, Long> specs = new LinkedHashMap<>();
    String spec = null;
    long since = 0;
    boolean skipped = false;
    for (String line : log.lines().toList()) {
      Matcher goal = GOAL.matcher(line);
      Matcher time = ANY_LINE.matcher(line);
      if (goal.find()) {
        if (spec != null && !skipped) {
          specs.put(spec, Long.parseLong(goal.group(1)) - since);
        }
        spec =
            goal.group(2).contains("openapi-generator") && SPECS.contains(goal.group(3))
                ? goal.group(3)
                : null;
        since = Long.parseLong(goal.group(1));
        skipped = false;
      } else if (time.find() && line.contains("Code generation is skipped")) {
        skipped = true;
      }
    }
    return specs;
  }

  private void copySources() throws IOException, InterruptedException {
    delete(copy);
    Process list =
        new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
            .directory(repository.toFile())
            .start();
    String names = new String(list.getInputStream().readAllBytes(), UTF_8);
    if (list.waitFor() != 0) {
      throw new IOException("git could not list the files of " + repository);
    }
    for (String name : names.split("\0", -1)) {
      Path source = repository.resolve(name);
      if (!name.isEmpty() && Files.isRegularFile(source)) {
        Path target = copy.resolve(name);
        Files.createDirectories(target.getParent());
        Files.copy(source, target);
      }
    }
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      files
          .sorted((one, other) -> other.compareTo(one))
          .forEach(
              path -> {
                try {
                  Files.delete(path);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }

  private void touch(String name) throws IOException {
    Files.setLastModifiedTime(copy.resolve(name), FileTime.from(Instant.now()));
  }

  private static String seconds(long millis) {
    return CallFigures.number(millis / 1000.0);
  }

  /**
   * What a build did.
   *
   * @param generated the specs that were generated, with the milliseconds that it took
   */
  private record Build(Map<String, Long> generated) {}
}
