package io.github.invoicingsdk.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release replaces what is compared with; nothing else does. */
class BaselineTest {

  @TempDir private Path temporary;

  @Test
  void a_release_replaces_specs_api_examples_and_version() throws IOException {
    ShopProject project =
        ShopProject.released(temporary, "0.1.0")
            .version("0.2.0")
            .edit("x-method: get", "x-method: fetch");
    Workspace workspace = project.build("", "public void close() {}");

    assertThat(workspace.baseline().replaceBy(workspace)).hasToString("0.2.0");
    ReleaseCheck check = ReleaseCheck.of(workspace);

    assertThat(check.released()).hasToString("0.2.0");
    assertThat(check.specs()).isEmpty();
    assertThat(check.java()).isEmpty();
    assertThat(check.demands()).isEmpty();
  }

  @Test
  void what_is_gone_does_not_stay_behind() throws IOException {
    ShopProject project = ShopProject.released(temporary, "0.1.0").version("0.2.0");
    Workspace workspace = project.build();
    Path old = workspace.baseline().folder().resolve("specs/gone/openapi.yaml");
    Files.createDirectories(old.resolveSibling("."));
    Files.writeString(old, "openapi: 3.0.3");

    workspace.baseline().replaceBy(workspace);

    assertThat(old).doesNotExist();
  }

  @Test
  void replacing_twice_gives_the_same_bytes() throws IOException {
    Workspace workspace = ShopProject.released(temporary, "0.1.0").build();
    Map<String, String> first = contents(workspace.baseline().folder());

    workspace.baseline().replaceBy(workspace);

    assertThat(contents(workspace.baseline().folder())).isEqualTo(first).hasSizeGreaterThan(4);
  }

  @Test
  void a_snapshot_replaces_the_baseline_as_long_as_nothing_is_released() throws IOException {
    ShopProject project = ShopProject.released(temporary, "0.1.0-SNAPSHOT");
    Workspace workspace = project.edit("x-method: get", "x-method: fetch").build();

    assertThat(workspace.baseline().replaceBy(workspace)).isEqualTo(Version.NOTHING_RELEASED);
    assertThat(ReleaseCheck.of(workspace).specs()).isEmpty();
  }

  @Test
  void a_snapshot_does_not_replace_a_release() throws IOException {
    Workspace workspace =
        ShopProject.released(temporary, "0.1.0").version("0.2.0-SNAPSHOT").build();
    Map<String, String> before = contents(workspace.baseline().folder());

    assertThatIllegalStateException()
        .isThrownBy(() -> workspace.baseline().replaceBy(workspace))
        .withMessage(
            "the version is 0.2.0-SNAPSHOT, and only a release replaces 0.1.0; set the version to"
                + " 0.2.0 in all poms first");
    assertThat(contents(workspace.baseline().folder())).isEqualTo(before);
  }

  @Test
  void an_older_version_does_not_replace_a_release() throws IOException {
    Workspace workspace = ShopProject.released(temporary, "0.2.0").version("0.1.9").build();

    assertThatIllegalStateException()
        .isThrownBy(() -> workspace.baseline().replaceBy(workspace))
        .withMessageContaining("0.2.0 was released already");
  }

  @Test
  void the_jars_that_are_kept_are_small() throws IOException {
    long bytes =
        Workspace.here().baseline().api().values().stream().mapToLong(jar -> jar.length).sum();

    assertThat(bytes).isBetween(1L, 1_000_000L);
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(
            folder.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
      }
    }
    return contents;
  }
}
