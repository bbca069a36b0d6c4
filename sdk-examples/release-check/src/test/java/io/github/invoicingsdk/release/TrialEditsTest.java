package io.github.invoicingsdk.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.spec.Spec;
import io.github.invoicingsdk.spec.SpecNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Edits as maintainers make them, with the verdict that each must have and the line that it gives
 * the changelog: {@code trial-edits.yaml} has them all. The draft, pasted in, is always enough.
 */
class TrialEditsTest {

  private static final Path EDITS = Path.of("src", "test", "resources", "trial-edits.yaml");

  @TempDir private Path temporary;

  /** One edit, which may change several places. */
  record Trial(SpecNode node) {
    @Override
    public String toString() {
      return node.text("edit");
    }
  }

  static List<Trial> trials() throws IOException {
    return Spec.of(List.of(EDITS)).files().iterator().next().items("edits").stream()
        .map(Trial::new)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("trials")
  void each_edit_has_its_verdict_and_its_line_in_the_changelog(Trial trial) throws IOException {
    SpecEdit edit = SpecEdit.in(temporary);
    for (SpecNode change : trial.node().items("changes")) {
      String file = change.text("file");
      edit.replace(
          file.isEmpty() ? "things.yaml" : file, change.text("replace"), change.text("by"));
    }

    List<Change> changes = edit.changes();
    String draft = Changelog.draft(changes, Map.of("spec", "Shop"));

    assertThat(ReleaseCheck.worst(changes).word()).isEqualTo(trial.node().text("verdict"));
    assertThat(draft.lines().filter(line -> line.startsWith("- ")))
        .containsExactlyElementsOf(trial.node().texts("changelog"));
    Changelog pasted = Changelog.of("## [Unreleased]\n\n" + draft);
    assertThat(changes)
        .filteredOn(Change::isToBeTold)
        .allSatisfy(change -> assertThat(pasted.tells(change)).isTrue());
  }
}
