package io.github.invoicingsdk.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change demands of version and changelog before it can be merged. */
class ReleaseCheckTest {

  private static final String NOTE = "        note:\n          type: string\n";
  private static final String NOTE_AND_HINT =
      NOTE + "          description: A note.\n        hint:\n          type: string\n";

  @TempDir private Path temporary;

  @Test
  void nothing_is_demanded_when_nothing_changed() throws IOException {
    ReleaseCheck check = ShopProject.released(temporary, "0.1.0").check();

    assertThat(check.impact()).isEqualTo(Impact.NONE);
    assertThat(check.demands()).isEmpty();
  }

  @Test
  void an_addition_demands_a_patch_before_the_first_stable_version() throws IOException {
    ReleaseCheck check =
        ShopProject.released(temporary, "0.1.0")
            .edit(NOTE, NOTE_AND_HINT)
            .unreleased("- `ThingDraft`: a hint.")
            .check();

    assertThat(check.demands())
        .singleElement()
        .asString()
        .startsWith(
            "The version 0.1.0 is too low: since 0.1.0 there are changes of the kind \"addition\"."
                + " Set the version to 0.1.1-SNAPSHOT or higher in all poms");
  }

  @Test
  void an_addition_is_free_to_go_with_a_patch() throws IOException {
    ReleaseCheck check =
        ShopProject.released(temporary, "0.1.0")
            .version("0.1.1-SNAPSHOT")
            .edit(NOTE, NOTE_AND_HINT)
            .unreleased("- `ThingDraft`: a hint.")
            .check();

    assertThat(check.demands()).isEmpty();
  }

  @Test
  void a_breaking_change_demands_a_minor_version_before_the_first_stable_one() throws IOException {
    ReleaseCheck check =
        ShopProject.released(temporary, "0.1.0")
            .version("0.1.1-SNAPSHOT")
            .edit("x-method: get", "x-method: fetch")
            .unreleased("- `getThing` is `fetch`.")
            .check();

    assertThat(check.demanded()).hasToString("0.2.0");
    assertThat(check.demands()).singleElement().asString().contains("0.2.0-SNAPSHOT");
  }

  @Test
  void a_breaking_change_demands_a_major_version_after_the_first_stable_one() throws IOException {
    ReleaseCheck check =
        ShopProject.released(temporary, "1.3.0")
            .version("1.4.0-SNAPSHOT")
            .edit("x-method: get", "x-method: fetch")
            .unreleased("- `getThing` is `fetch`.")
            .check();

    assertThat(check.demands()).singleElement().asString().contains("2.0.0-SNAPSHOT");
  }

  @Test
  void what_the_changelog_does_not_name_has_to_be_told() throws IOException {
    ReleaseCheck check =
        ShopProject.released(temporary, "0.1.0")
            .version("0.2.0-SNAPSHOT")
            .edit(NOTE, NOTE_AND_HINT)
            .edit("x-method: get", "x-method: fetch")
            .unreleased("- ThingDraft without backticks; `getThings` is not `getThing2`.")
            .check();

    assertThat(check.demands())
        .singleElement()
        .asString()
        .startsWith(
            "CHANGELOG.md does not tell of: operation `getThing`, schema `ThingDraft`. Name each in"
                + " backticks under \"## [Unreleased]\"");
  }

  @Test
  void an_interface_that_is_named_alone_stands_for_its_operations() throws IOException {
    ShopProject project =
        ShopProject.released(temporary, "0.1.0")
            .version("0.2.0-SNAPSHOT")
            .edit("x-method: get", "x-method: fetch");

    assertThat(project.unreleased("- `ThingsApi`").check().demands()).isEmpty();
    assertThat(project.unreleased("- `ThingsApi.Fields`").check().demands()).hasSize(1);
  }

  @Test
  void documentation_has_not_to_be_told() throws IOException {
    ReleaseCheck check =
        ShopProject.released(temporary, "0.1.0")
            .version("0.1.1-SNAPSHOT")
            .edit("description: A note.", "description: A remark.")
            .check();

    assertThat(check.impact()).isEqualTo(Impact.DOCUMENTATION);
    assertThat(check.demands()).isEmpty();
  }

  @Test
  void generated_code_that_changed_without_its_spec_is_questioned() throws IOException {
    ShopProject project =
        ShopProject.released(temporary, "0.1.0")
            .version("0.1.1-SNAPSHOT")
            .edit("description: A note.", "description: A remark.");
    ReleaseCheck check =
        ReleaseCheck.of(
            project.build("public String name() { return \"\"; }", ""), project.baseline());

    assertThat(check.demands())
        .singleElement()
        .asString()
        .startsWith(
            "Generated code changed its API, and its spec did not:"
                + " `com.example.shop.model.Thing`.");
  }

  @Test
  void generated_code_that_changed_without_its_spec_is_accepted_when_partners_are_told()
      throws IOException {
    ShopProject project =
        ShopProject.released(temporary, "0.1.0")
            .version("0.1.1-SNAPSHOT")
            .unreleased("- Generated code: things have names.");
    ReleaseCheck check =
        ReleaseCheck.of(
            project.build("public String name() { return \"\"; }", ""), project.baseline());

    assertThat(check.demands()).isEmpty();
  }

  @Test
  void generated_code_that_changed_with_its_spec_is_expected() throws IOException {
    ShopProject project =
        ShopProject.released(temporary, "0.1.0")
            .version("0.1.1-SNAPSHOT")
            .edit(NOTE, NOTE_AND_HINT)
            .unreleased("- `ThingDraft.hint`");
    ReleaseCheck check =
        ReleaseCheck.of(
            project.build("public String name() { return \"\"; }", ""), project.baseline());

    assertThat(check.unexplained()).isEmpty();
    assertThat(check.demands()).isEmpty();
  }

  @Test
  void an_addition_by_hand_demands_its_version_and_nothing_else() throws IOException {
    ShopProject project = ShopProject.released(temporary, "1.3.0").version("1.4.0-SNAPSHOT");
    ReleaseCheck check =
        ReleaseCheck.of(project.build("", "public void close() {}"), project.baseline());

    assertThat(check.demanded()).hasToString("1.4.0");
    assertThat(check.demands()).isEmpty();
  }

  @Test
  void an_example_that_no_longer_compiles_is_named_with_its_line() throws IOException {
    ShopProject project =
        ShopProject.released(temporary, "1.3.0")
            .version("1.4.0-SNAPSHOT")
            .unreleased("- `Client` gives numbers.");
    ReleaseCheck check =
        ReleaseCheck.of(
            project.buildWithout("String get() { return \"\"; }", "long get() { return 0; }"),
            project.baseline());

    assertThat(check.examples())
        .containsExactly(
            "Example.java:2: incompatible types: long cannot be converted to java.lang.String");
    assertThat(check.impact()).isEqualTo(Impact.BREAKING);
    assertThat(check.demands()).singleElement().asString().contains("2.0.0-SNAPSHOT");
  }

  @Test
  void a_method_that_nobody_told_of_is_asked_for_by_its_type() throws IOException {
    ShopProject project = ShopProject.released(temporary, "0.1.0").version("0.2.0-SNAPSHOT");
    ReleaseCheck check =
        ReleaseCheck.of(project.buildWithout("get()", "fetch()"), project.baseline());

    assertThat(check.untold())
        .extracting(Change::subject)
        .containsOnly("`com.example.shop.Client`");
    assertThat(check.demands()).hasSize(1);
  }

  @Test
  void without_a_baseline_nothing_is_found_and_nothing_demanded() throws IOException {
    ShopProject project =
        ShopProject.released(temporary, "0.1.0").edit("x-method: get", "x-method: fetch");

    ReleaseCheck check = ReleaseCheck.of(project.build(), Baseline.nothing());

    assertThat(check.impact()).isEqualTo(Impact.NONE);
    assertThat(check.demands()).isEmpty();
    assertThat(Report.of(check, Report.COMPLETE)).contains("Compared with nothing");
  }

  @Test
  void a_spec_that_came_is_an_addition_and_one_that_left_breaks() throws IOException {
    ShopProject project = ShopProject.released(temporary, "0.1.0");
    Workspace workspace = project.build();
    Path spec = temporary.resolve("shop/openapi");
    Files.move(spec.resolve("shop"), spec.resolve("store"));

    assertThat(SpecEdit.lines(ReleaseCheck.of(workspace, project.baseline()).specs()))
        .containsExactly(
            "breaking REMOVED spec `shop`: all of it is gone",
            "addition ADDED spec `store`: all of it is new");
  }
}
