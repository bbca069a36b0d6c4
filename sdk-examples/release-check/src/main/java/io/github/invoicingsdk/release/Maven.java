package io.github.invoicingsdk.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Maven that runs this build, for what it has to do beside it.
 *
 * @param program the command
 * @param repository the local repository
 * @param offline whether it may not use the network
 */
record Maven(String program, Path repository, boolean offline) {

  static final String GROUP = "io.github.invoicingsdk";

  private static final String GET = "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:get";
  private static final Pattern ARTIFACT =
      Pattern.compile("(?m)^ {2}<artifactId>([\\w.-]+)</artifactId>");

  /** The one that this process was started by; if none tells, the one on the path. */
  static Maven here() {
    String home = System.getProperty("maven.home", "");
    String repository = System.getProperty("maven.repo.local", "");
    return new Maven(
        home.isEmpty() ? "mvn" : Path.of(home, "bin", "mvn").toString(),
        repository.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".m2", "repository")
            : Path.of(repository),
        Boolean.getBoolean("maven.offline"));
  }

  /**
   * Compiles an older state of the project.
   *
   * @param source where it is
   * @param artifacts what to compile, together with all that it needs
   * @return the folders of classes by artifact, without those that did not exist then
   */
  Map<String, Path> compile(Path source, List<String> artifacts) throws IOException {
    Map<String, Path> modules = modules(source);
    modules.keySet().retainAll(artifacts);
    List<String> selected = modules.keySet().stream().map(artifact -> ":" + artifact).toList();
    run(
        source,
        "the revision has to compile by itself",
        "process-classes",
        "-Pquickstart",
        "-am",
        "-pl",
        String.join(",", selected));
    Map<String, Path> classes = new TreeMap<>();
    modules.forEach((artifact, folder) -> classes.put(artifact, folder.resolve("target/classes")));
    return classes;
  }

  private static Map<String, Path> modules(Path source) throws IOException {
    Map<String, Path> modules = new TreeMap<>();
    try (Stream<Path> files = Files.walk(source)) {
      for (Path pom : files.filter(file -> file.endsWith("pom.xml")).toList()) {
        Matcher artifact = ARTIFACT.matcher(Files.readString(pom));
        if (artifact.find()) {
          modules.put(artifact.group(1), pom.resolveSibling(""));
        }
      }
    }
    return modules;
  }

  /** Sees to it that the local repository has a released artifact. */
  void fetch(Path folder, String artifact, Version version) throws IOException {
    if (!Files.exists(jar(artifact, version))) {
      run(
          folder,
          "the last release is compared with, and has to be downloaded once",
          GET,
          "-Dartifact=%s:%s:%s".formatted(GROUP, artifact, version),
          "-Dtransitive=false");
    }
  }

  /** Where the local repository has a released artifact. */
  Path jar(String artifact, Version version) {
    return repository
        .resolve(GROUP.replace('.', '/'))
        .resolve(artifact)
        .resolve(version.toString())
        .resolve(artifact + "-" + version + ".jar");
  }

  private void run(Path folder, String remedy, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(program, "-q", "-B"));
    command.add("-Dmaven.repo.local=" + repository);
    if (offline) {
      command.add("-o");
    }
    command.addAll(List.of(arguments));
    Command.run(folder, remedy, command);
  }
}
