package io.github.invoicingsdk.release;

import io.github.invoicingsdk.spec.Spec;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Makes baselines, each once, in a folder of its own below {@code target}.
 *
 * <p>A release is its published jars: the API stands in them, and the specs in {@code
 * META-INF/openapi} of one. The programs are taken from the release's tag, because they are not
 * published and every release has a tag. A revision is compiled from git, beside the work tree.
 */
final class Baselines {

  /** Where the programs are whose sources have to go on compiling. */
  static final String EXAMPLES = "sdk-examples/quickstart/src/main/java";

  private static final String SPECS_IN_JAR = "/META-INF/openapi";
  private static final String COMPLETE = "complete";

  /** Compiles the state of a project. */
  @FunctionalInterface
  interface Compiler {

    /**
     * The folders of classes, by artifact.
     *
     * @param source where the state is
     * @param artifacts what is wanted
     */
    Map<String, Path> compile(Path source, List<String> artifacts) throws IOException;
  }

  private final Path folder;
  private final Git git;
  private final Maven maven;
  private final Compiler compiler;
  private final List<String> artifacts;

  /**
   * Baselines of a project.
   *
   * @param folder where they are kept
   * @param artifacts the artifacts whose API counts
   */
  Baselines(Path folder, Git git, Maven maven, Compiler compiler, List<String> artifacts) {
    this.folder = folder;
    this.git = git;
    this.maven = maven;
    this.compiler = compiler;
    this.artifacts = artifacts;
  }

  /**
   * What a project is compared with.
   *
   * @param revision a revision of git; if empty, the last release counts
   * @param released the last release
   * @return nothing if there is neither
   */
  Baseline of(String revision, Version released) throws IOException {
    if (!revision.isEmpty()) {
      return ofRevision(revision);
    }
    return released.equals(Version.NOTHING_RELEASED) ? Baseline.nothing() : ofRelease(released);
  }

  /**
   * The baseline of a revision.
   *
   * @throws IllegalStateException if there is no such revision, or it does not compile
   */
  Baseline ofRevision(String revision) throws IOException {
    String commit = git.commit(revision);
    Path kept = folder.resolve(commit);
    if (!Files.exists(kept.resolve(COMPLETE))) {
      Folders.delete(kept);
      Path source = kept.resolve("source");
      git.export(commit, source);
      for (Map.Entry<String, Path> classes : compiler.compile(source, artifacts).entrySet()) {
        keep(kept, classes.getKey(), classes.getValue());
      }
      for (Map.Entry<String, Path> spec : Spec.foldersIn(source.resolve("openapi")).entrySet()) {
        Folders.copy(
            spec.getValue(), kept.resolve("specs").resolve(spec.getKey()), Baselines::isSpec);
      }
      Folders.copy(source.resolve(EXAMPLES), kept.resolve("examples"), file -> true);
      Files.copy(source.resolve("CHANGELOG.md"), kept.resolve("CHANGELOG.md"));
      Files.copy(source.resolve("pom.xml"), kept.resolve("pom.xml"));
      Folders.delete(source);
      Files.createFile(kept.resolve(COMPLETE));
    }
    Workspace then = new Workspace(kept, Map.of(), "");
    return Baseline.in(
        kept, revision + " (" + commit.substring(0, 10) + ")", then.released(), then.changelog());
  }

  /**
   * The baseline of a release.
   *
   * @throws IllegalStateException if it cannot be downloaded, or this clone lacks its tag
   */
  Baseline ofRelease(Version released) throws IOException {
    Path kept = folder.resolve(released.toString());
    if (!Files.exists(kept.resolve(COMPLETE))) {
      Folders.delete(kept);
      Files.createDirectories(kept);
      for (String artifact : artifacts) {
        maven.fetch(kept, artifact, released);
        Path jar = maven.jar(artifact, released);
        keep(kept, artifact, jar);
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
          Folders.copy(files.getPath(SPECS_IN_JAR), kept.resolve("specs"), Baselines::isSpec);
        }
      }
      Path source = kept.resolve("source");
      git.export(git.commit("refs/tags/v" + released), source, EXAMPLES);
      Folders.copy(source.resolve(EXAMPLES), kept.resolve("examples"), file -> true);
      Folders.delete(source);
      Files.createFile(kept.resolve(COMPLETE));
    }
    return Baseline.in(kept, released.toString(), released, Changelog.sayingNothing());
  }

  private static boolean isSpec(Path file) {
    return file.toString().endsWith(".yaml");
  }

  private static void keep(Path kept, String artifact, Path classes) throws IOException {
    Path api = Files.createDirectories(kept.resolve("api"));
    Files.write(api.resolve(artifact + ".jar"), ApiJar.of(classes));
  }
}
