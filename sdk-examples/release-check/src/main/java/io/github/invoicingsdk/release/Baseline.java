package io.github.invoicingsdk.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The last release as far as partners see it: specs, the API of the jars, and the examples.
 *
 * @param folder where it is kept
 */
record Baseline(Path folder) {

  private static final String VERSION_FILE = "version.txt";

  /** The version that was released, {@link Version#NOTHING_RELEASED} before the first one. */
  Version version() throws IOException {
    return Version.of(Files.readString(folder.resolve(VERSION_FILE), UTF_8).strip());
  }

  /** The folders of the specs, by their names. */
  Map<String, Path> specs() throws IOException {
    return Workspace.specsIn(folder.resolve("specs"));
  }

  /** The public API as jars, by their names. */
  Map<String, byte[]> api() throws IOException {
    Map<String, byte[]> jars = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder.resolve("api"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".jar")).toList()) {
        String name = String.valueOf(file.getFileName());
        jars.put(name.substring(0, name.length() - ".jar".length()), Files.readAllBytes(file));
      }
    }
    return jars;
  }

  /** Where the sources of the examples are. */
  Path examples() {
    return folder.resolve("examples");
  }

  /**
   * Replaces all of it by the project as it stands now.
   *
   * @return the version that it is now
   * @throws IllegalStateException if something was released and the project has a snapshot version,
   *     or a version that is not higher
   */
  Version replaceBy(Workspace workspace) throws IOException {
    String declared = workspace.version();
    Version version = Version.of(declared);
    if (declared.endsWith("-SNAPSHOT")) {
      if (version().compareTo(Version.NOTHING_RELEASED) > 0) {
        throw new IllegalStateException(
            "the version is %s, and only a release replaces %s; set the version to %s in all poms first"
                .formatted(declared, version(), version));
      }
      version = Version.NOTHING_RELEASED;
    } else if (version.compareTo(version()) < 0) {
      throw new IllegalStateException(
          "%s was released already; set a higher version than %s in all poms first"
              .formatted(version(), declared));
    }
    // All of it is read before anything is deleted: a failure leaves the old one.
    Map<String, byte[]> api = workspace.api();
    Map<String, Path> specs = workspace.specs();
    for (String part : new String[] {"specs", "api", "examples"}) {
      delete(folder.resolve(part));
    }
    for (Map.Entry<String, Path> spec : specs.entrySet()) {
      copy(spec.getValue(), folder.resolve("specs").resolve(spec.getKey()), ".yaml");
    }
    copy(workspace.examples(), examples(), ".java");
    for (Map.Entry<String, byte[]> jar : api.entrySet()) {
      Path file = folder.resolve("api").resolve(jar.getKey() + ".jar");
      Files.createDirectories(folder.resolve("api"));
      Files.write(file, jar.getValue());
    }
    Files.writeString(folder.resolve(VERSION_FILE), version + "\n", UTF_8);
    return version;
  }

  private static void copy(Path from, Path to, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(path -> path.toString().endsWith(ending)).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.resolveSibling("."));
        Files.write(copy, Files.readAllBytes(file));
      }
    }
  }

  private static void delete(Path part) throws IOException {
    if (Files.exists(part)) {
      try (Stream<Path> files = Files.walk(part)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
