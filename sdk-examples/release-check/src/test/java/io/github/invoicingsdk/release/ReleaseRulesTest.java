package io.github.invoicingsdk.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The rules of a release hold for this project as it stands. */
class ReleaseRulesTest {

  @Test
  void version_changelog_and_generated_code_fit_the_changes_since_the_last_release()
      throws IOException {
    ReleaseCheck check = ReleaseCheck.of(Workspace.here());
    ReleaseReport.write(check);

    assertThat(check.demands())
        .as("what is to be done; target/release-report.md in this module has the whole report")
        .isEmpty();
  }

  @Test
  void programs_written_for_the_last_release_compile_or_the_version_says_that_they_do_not()
      throws IOException {
    Workspace workspace = Workspace.here();
    Baseline baseline = workspace.baseline();

    assertThat(Examples.errors(baseline.examples(), workspace.classPath()))
        .as(
            "The examples of the last release do not compile with this build: partners have to"
                + " change their programs too. Take the change back, or set a version that may"
                + " break them.")
        .satisfiesAnyOf(
            errors -> assertThat(errors).isEmpty(),
            errors ->
                assertThat(Version.of(workspace.version()))
                    .isGreaterThanOrEqualTo(baseline.version().after(Impact.BREAKING)));
  }
}
