package io.github.invoicingsdk.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A project is compared with a release in a repository, with a revision of git, or with nothing.
 */
class BaselinesTest {

  private static final String NOTE = "        note:\n          type: string\n";
  private static final String NOTE_AND_HINT =
      NOTE + "          description: A note.\n        hint:\n          type: string\n";

  @TempDir private Path temporary;
  private Maven repository = Maven.here();

  @BeforeEach
  void emptyRepository() {
    repository = new Maven("no such program", temporary.resolve("repository"), true);
  }

  @Test
  void a_release_gives_specs_api_and_programs() throws IOException {
    Baseline baseline = ShopProject.released(temporary, "0.1.0").baseline();

    assertThat(baseline.name()).isEqualTo("0.1.0");
    assertThat(baseline.specs()).containsOnlyKeys("shop");
    assertThat(baseline.api()).containsOnlyKeys("shop-sdk");
    assertThat(baseline.examples().resolve("Example.java")).isRegularFile();
  }

  @Test
  void a_release_that_no_repository_has_is_told() throws IOException {
    ShopProject project = ShopProject.released(temporary, "0.1.0");
    Maven refusing = new Maven("false", repository.repository(), true);

    assertThatIllegalStateException()
        .isThrownBy(() -> project.baselines(refusing).of("", Version.of("0.2.0")))
        .withMessageContaining("shop-sdk:0.2.0")
        .withMessageContaining("has to be downloaded once");
  }

  @Test
  void a_release_whose_tag_is_not_in_the_clone_is_told() throws IOException {
    ShopProject project = ShopProject.released(temporary, "0.1.0");
    Repository.git(temporary.resolve("shop"), "tag", "--delete", "v0.1.0");
    Folders.delete(temporary.resolve("shop/target"));

    assertThatIllegalStateException()
        .isThrownBy(() -> project.baselines(repository).of("", Version.of("0.1.0")))
        .withMessageContaining("refs/tags/v0.1.0")
        .withMessageContaining("fetch it first");
  }

  @Test
  void a_revision_is_compared_with_and_the_work_tree_stays_as_it_is() throws IOException {
    ShopProject project = ShopProject.released(temporary, "0.1.0").version("0.1.1-SNAPSHOT");
    String commit = project.commit();
    project.edit(NOTE, NOTE_AND_HINT).unreleased("- `ThingDraft.hint`");

    Baseline baseline = project.baselines(repository).of("HEAD", Version.of("0.1.0"));
    ReleaseCheck check = ReleaseCheck.of(project.build(), baseline);

    assertThat(baseline.name()).isEqualTo("HEAD (" + commit.substring(0, 10) + ")");
    assertThat(SpecEdit.lines(check.specs()))
        .containsExactly("addition CHANGED schema `ThingDraft`: property `hint` (String) added");
    assertThat(check.demands()).isEmpty();
    assertThat(temporary.resolve("shop/target/baseline/" + commit + "/source")).doesNotExist();
  }

  @Test
  void a_revision_is_compiled_once() throws IOException {
    ShopProject project = ShopProject.released(temporary, "0.1.0");
    project.baselines(repository).of("HEAD", Version.NOTHING_RELEASED);
    Path root = temporary.resolve("shop");
    Baselines neverCompiling =
        new Baselines(
            root.resolve("target/baseline"),
            new Git(root),
            repository,
            (source, artifacts) -> {
              throw new AssertionError("compiled again");
            },
            List.of("shop-sdk"));

    assertThat(neverCompiling.of("HEAD", Version.NOTHING_RELEASED).api()).isNotEmpty();
  }

  @Test
  void what_the_changelog_named_before_the_revision_does_not_tell_of_a_later_change()
      throws IOException {
    ShopProject project = ShopProject.released(temporary, "0.1.0").version("0.1.1-SNAPSHOT");
    project.unreleased("- `ThingDraft`: an older change.").commit();
    project.edit(NOTE, NOTE_AND_HINT);

    Baseline baseline = project.baselines(repository).of("HEAD", Version.of("0.1.0"));
    assertThat(ReleaseCheck.of(project.build(), baseline).demands())
        .singleElement()
        .asString()
        .contains("schema `ThingDraft`");

    project.unreleased("- `ThingDraft`: an older change.\n- `ThingDraft` has a hint.");
    assertThat(ReleaseCheck.of(project.build(), baseline).demands()).isEmpty();
  }

  @Test
  void a_revision_that_is_not_in_the_clone_is_told() throws IOException {
    ShopProject project = ShopProject.released(temporary, "0.1.0");

    assertThatIllegalStateException()
        .isThrownBy(() -> project.baselines(repository).of("gone", Version.of("0.1.0")))
        .withMessageContaining("gone^{commit}")
        .withMessageContaining("fetch it first");
  }

  @Test
  void without_release_and_revision_there_is_nothing() throws IOException {
    assertThat(
            ShopProject.released(temporary, "0.1.0")
                .baselines(repository)
                .of("", Version.NOTHING_RELEASED)
                .isNothing())
        .isTrue();
  }

  @Test
  void the_last_release_is_what_the_root_pom_names() throws IOException {
    Path pom = temporary.resolve("pom.xml");
    Workspace workspace = new Workspace(temporary, Map.of(), "");

    Files.writeString(pom, "<project><properties><released.version/></properties></project>");
    assertThat(workspace.released()).isEqualTo(Version.NOTHING_RELEASED);
    Files.writeString(
        pom,
        "<project><properties><released.version>1.2.3</released.version></properties></project>");
    assertThat(workspace.released()).hasToString("1.2.3");
  }
}
