package io.github.invoicingsdk.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * The rules of a release hold for this project as it stands, since the last release, or with {@code
 * -Dbaseline=<revision>} since that. Without either there is nothing that it could break.
 */
class ReleaseRulesTest {

  @Test
  void version_changelog_and_generated_code_fit_the_changes_since_the_baseline()
      throws IOException {
    Workspace workspace = Workspace.here();
    ReleaseCheck check = ReleaseCheck.of(workspace, workspace.baseline());
    ReleaseReport.write(check);

    assertThat(check.demands())
        .as("what is to be done; target/release-report.md in this module has the whole report")
        .isEmpty();
  }
}
