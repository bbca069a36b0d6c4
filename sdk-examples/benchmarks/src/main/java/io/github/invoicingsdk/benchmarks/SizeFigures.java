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

  /** Where the specs travel in the jar; no program loads them. */
  private static final String SPECS = "META-INF/openapi/";

  /** What Maven brings along for the stock generator's okhttp-gson, as far as it is needed. */
  private static final List<String> WITH_STOCK_OKHTTP =
      List.of(
          "gson-2",
          "error_prone_annotations-",
          "gson-fire-",
          "okhttp-4",
          "logging-interceptor-",
          "okio-3",
          "okio-jvm-",
          "kotlin-stdlib-2",
          "kotlin-stdlib-common-",
          "kotlin-stdlib-jdk7-",
          "kotlin-stdlib-jdk8-",
          "annotations-13",
          "jsr305-",
          "jakarta.annotation-api-");

  /** The same for its native library. */
  private static final List<String> WITH_STOCK_NATIVE =
      List.of(
          "jackson-databind-",
          "jackson-core-",
          "jackson-annotations-",
          "jackson-datatype-jsr310-",
          "jsr305-",
          "jakarta.annotation-api-");

  /** The same for stripe-java. */
  private static final List<String> WITH_STRIPE = List.of("gson-2", "error_prone_annotations-");

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
    report.table(TITLE, "What", "KiB", "artifacts at run time, itself included", "KiB of them all");
    List<String> withCore = withCore();
    long core = Files.size(built("sdk-core", "invoicing-sdk-core"));
    Path generated = built("sdk-generated", "invoicing-sdk-generated");
    long specs = compressed(generated, SPECS);
    row("invoicing-sdk-core", core, withCore);
    row("invoicing-sdk-generated, part of it", Files.size(generated));
    row("the specs in invoicing-sdk-generated", specs);
    row(
        "invoicing-sdk-sandbox, for tests",
        Files.size(built("sdk-examples/sandbox", "invoicing-sdk-sandbox")));
    Path peers = onClassPath("invoicing-sdk-benchmark-peers");
    row(
        "stock generator, InvoiceXpress only, okhttp-gson",
        compressed(peers, "peers/okhttp/"),
        WITH_STOCK_OKHTTP);
    row(
        "stock generator, InvoiceXpress only, native",
        compressed(peers, "peers/jdk/"),
        WITH_STOCK_NATIVE);
    if (Files.isDirectory(compared)) {
      Path stripe = jar(compared, "stripe-java-");
      row(stripe.getFileName().toString(), Files.size(stripe), WITH_STRIPE);
    }
    report.reached(Goal.CORE_SIZE, (double) core);
    report.reached(Goal.GENERATED_SIZE, (double) (Files.size(generated) - specs));
    report.reached(Goal.RUNTIME_ARTIFACTS, withCore.size() + 1);
  }

  private void row(String what, long bytes) {
    report.row(TITLE, what, kibibytes(bytes), "", "");
  }

  private void row(String what, long bytes, List<String> others) throws IOException {
    long all = bytes;
    for (String other : others) {
      all += Files.size(onClassPath(other));
    }
    report.row(TITLE, what, kibibytes(bytes), Integer.toString(others.size() + 1), kibibytes(all));
  }

  private static String kibibytes(long bytes) {
    return String.format(Locale.ROOT, "%,d", bytes / 1024);
  }

  /** How the names of the jars begin that come with the core, without what is optional. */
  private List<String> withCore() throws IOException {
    Set<String> artifacts = new TreeSet<>();
    for (String line : Files.readAllLines(repository.resolve(DEPENDENCIES), UTF_8)) {
      // group:artifact:type:version:scope; only the first line, the core itself, has no scope.
      String[] parts = line.strip().split(":", -1);
      if (!line.contains("(optional)") && parts.length > 4) {
        artifacts.add(parts[1] + "-" + parts[3]);
      }
    }
    return List.copyOf(artifacts);
  }

  /** A jar of this build; one of a release may lie beside it. */
  private Path built(String module, String artifact) throws IOException {
    String core = Files.readAllLines(repository.resolve(DEPENDENCIES), UTF_8).get(0).strip();
    String version = core.substring(core.lastIndexOf(':') + 1);
    return repository.resolve(module + "/target/" + artifact + "-" + version + ".jar");
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
