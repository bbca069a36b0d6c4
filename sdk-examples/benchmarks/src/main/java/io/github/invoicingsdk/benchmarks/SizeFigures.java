package io.github.invoicingsdk.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.invoicingsdk.benchmarks.report.Goal;
import io.github.invoicingsdk.benchmarks.report.Report;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The bytes and the artifacts that a partner takes on. */
final class SizeFigures {

  private static final String TITLE = "Size";

  /** Where the build writes what comes with the core at run time. */
  private static final String DEPENDENCIES = "sdk-core/target/runtime-dependencies.txt";

  private final Path repository;
  private final Path compared;
  private final Report report;

  /**
   * Prepares it.
   *
   * @param repository the root of the repository, built
   * @param compared a directory with the jars of others
   */
  SizeFigures(Path repository, Path compared, Report report) {
    this.repository = repository;
    this.compared = compared;
    this.report = report;
  }

  void measure() throws IOException {
    report.table(TITLE, "What", "KiB", "artifacts at run time, itself included");
    int artifacts = runtimeArtifacts().size();
    long core = Files.size(jar(repository.resolve("sdk-core/target"), "invoicing-sdk-core-"));
    long generated =
        Files.size(jar(repository.resolve("sdk-generated/target"), "invoicing-sdk-generated-"));
    row("invoicing-sdk-core", core, Integer.toString(artifacts));
    row("invoicing-sdk-generated", generated, "");
    row(
        "invoicing-sdk-sandbox, for tests",
        Files.size(jar(repository.resolve("sdk-examples/sandbox/target"), "invoicing-sdk-sandbox")),
        "");
    row("invoicing-sdk-core with all that comes with it", withDependencies(), "");
    Path peers = onClassPath("invoicing-sdk-benchmark-peers");
    row("stock generator, InvoiceXpress only, okhttp-gson", compressed(peers, "peers/okhttp/"), "");
    row("stock generator, InvoiceXpress only, native", compressed(peers, "peers/jdk/"), "");
    if (Files.isDirectory(compared)) {
      try (Stream<Path> jars = Files.list(compared)) {
        for (Path other : jars.sorted().toList()) {
          row(other.getFileName().toString(), Files.size(other), "");
        }
      }
    }
    report.reached(Goal.CORE_SIZE, (double) core);
    report.reached(Goal.GENERATED_SIZE, (double) generated);
    report.reached(Goal.RUNTIME_ARTIFACTS, artifacts);
  }

  private void row(String what, long bytes, String artifacts) {
    report.row(TITLE, what, String.format(Locale.ROOT, "%,d", bytes / 1024), artifacts);
  }

  /** The core and what comes with it, without what is optional, as group:artifact. */
  private Set<String> runtimeArtifacts() throws IOException {
    Set<String> artifacts = new TreeSet<>();
    for (String line : Files.readAllLines(repository.resolve(DEPENDENCIES), UTF_8)) {
      if (!line.contains("(optional)")) {
        String[] parts = line.strip().split(":", -1);
        artifacts.add(parts[0] + ":" + parts[1]);
      }
    }
    return artifacts;
  }

  private long withDependencies() throws IOException {
    long bytes = 0;
    for (String artifact : runtimeArtifacts()) {
      bytes += Files.size(onClassPath(artifact.substring(artifact.indexOf(':') + 1) + "-"));
    }
    return bytes;
  }

  private static Path onClassPath(String name) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(Path::of)
        .filter(path -> path.getFileName().toString().startsWith(name))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no jar " + name + " is on the class path; build up to the phase package"));
  }

  private static Path jar(Path directory, String name) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> jars =
          files
              .filter(path -> path.getFileName().toString().startsWith(name))
              .filter(path -> path.toString().endsWith(".jar"))
              .filter(path -> !path.toString().matches(".*-(sources|javadoc|tests)\\.jar"))
              .toList();
      if (jars.size() != 1) {
        throw new IllegalStateException("one jar " + name + " is expected, found " + jars);
      }
      return jars.get(0);
    }
  }

  private static long compressed(Path jar, String prefix) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<ZipEntry> entries = new ArrayList<>();
      zip.stream().filter(entry -> entry.getName().startsWith(prefix)).forEach(entries::add);
      return entries.stream().mapToLong(ZipEntry::getCompressedSize).sum();
    }
  }
}
