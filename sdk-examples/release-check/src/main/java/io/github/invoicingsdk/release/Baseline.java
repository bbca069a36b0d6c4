package io.github.invoicingsdk.release;

import io.github.invoicingsdk.spec.Spec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a project is compared with, as far as partners see it: specs, the API of the jars, and
 * programs that were written for it.
 *
 * @param name how a report calls it
 * @param released the last release at that time, {@link Version#NOTHING_RELEASED} before the first
 * @param specs the folders of the specs, by their names
 * @param api the public API as jars, by the names of the artifacts
 * @param examples where the sources of the programs are
 * @param changelog what the changelog said then of what was not released
 */
record Baseline(
    String name,
    Version released,
    Map<String, Path> specs,
    Map<String, byte[]> api,
    Path examples,
    Changelog changelog) {

  private static final Baseline NOTHING =
      new Baseline(
          "nothing",
          Version.NOTHING_RELEASED,
          Map.of(),
          Map.of(),
          Path.of(""),
          Changelog.sayingNothing());

  /** Copies the maps. */
  Baseline {
    specs = Map.copyOf(specs);
    api = Map.copyOf(api);
  }

  /** Stands for the lack of one: nothing is released, and nobody named a revision. */
  static Baseline nothing() {
    return NOTHING;
  }

  /** Whether there is nothing to compare with. */
  boolean isNothing() {
    return equals(NOTHING);
  }

  /**
   * What was kept in a folder: {@code specs}, {@code api} and {@code examples}.
   *
   * @throws IOException if it cannot be read
   */
  static Baseline in(Path folder, String name, Version released, Changelog changelog)
      throws IOException {
    Map<String, byte[]> jars = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder.resolve("api"))) {
      for (Path file : files.toList()) {
        String jar = String.valueOf(file.getFileName());
        jars.put(jar.substring(0, jar.length() - ".jar".length()), Files.readAllBytes(file));
      }
    }
    return new Baseline(
        name,
        released,
        Spec.foldersIn(folder.resolve("specs")),
        jars,
        folder.resolve("examples"),
        changelog);
  }
}
