package io.github.invoicingsdk.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compares what each published artifact brings onto a user's class path with what is kept in {@code
 * src/test/resources/runtime-dependencies}.
 *
 * <p>A new dependency, direct or not, and every change of a version shows here as a diff. To accept
 * it, run the command in {@link #HOW_TO_ACCEPT}, read the diff in version control and commit it.
 */
class RuntimeDependenciesTest {
  private static final Path KEPT = Path.of("src/test/resources/runtime-dependencies");

  private static final String HOW_TO_ACCEPT =
      "The artifact brings other dependencies than are kept. If that is meant, run"
          + " mvn test -pl sdk-core -am -Dtest=RuntimeDependenciesTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.accept=true"
          + " and commit sdk-core/src/test/resources/runtime-dependencies.";

  @ParameterizedTest
  @CsvSource({
    "generated, ../sdk-generated",
    "core, .",
    "sandbox, ../sdk-examples/sandbox",
  })
  void an_artifact_brings_the_dependencies_that_are_kept(String artifact, Path module)
      throws IOException {
    String tree = tree(module);
    Path kept = KEPT.resolve(artifact + ".txt");
    if (Boolean.getBoolean("golden.accept")) {
      Files.createDirectories(KEPT);
      Files.writeString(kept, tree, UTF_8);
    }

    assertThat(tree).as(HOW_TO_ACCEPT).isEqualTo(Files.readString(kept, UTF_8));
  }

  /** The tree that Maven has just written, without the version of the SDK. */
  private static String tree(Path module) throws IOException {
    String tree = Files.readString(module.resolve("target/runtime-dependencies.txt"), UTF_8);
    return tree.replaceAll("\\R", "\n")
        .replaceAll("(io\\.github\\.invoicingsdk:[^:]+:jar:)[^:\\s]+", "$1(this version)");
  }
}
