package io.github.invoicingsdk.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts as told, and what does not. */
class ChangelogTest {

  private static final Change CHANGE =
      new Change(
          Impact.ADDITION,
          Change.Action.ADDED,
          "shop",
          "operation `getThing`",
          List.of("getThing", "ThingsApi.get", "ThingsApi"),
          "`ThingsApi.get`");

  @Test
  void an_operation_is_told_by_its_id_its_method_or_its_interface() {
    assertThat(unreleased("- `getThing`").tells(CHANGE)).isTrue();
    assertThat(unreleased("- `getThing(id)` is new").tells(CHANGE)).isTrue();
    assertThat(unreleased("- `ThingsApi.get`").tells(CHANGE)).isTrue();
    assertThat(unreleased("- all of `ThingsApi`").tells(CHANGE)).isTrue();
  }

  @Test
  void other_words_tell_nothing() {
    assertThat(unreleased("- getThing, without backticks").tells(CHANGE)).isFalse();
    assertThat(unreleased("- `getThings`").tells(CHANGE)).isFalse();
    assertThat(unreleased("- `ThingsApi.getAll`").tells(CHANGE)).isFalse();
  }

  @Test
  void older_sections_tell_nothing() {
    assertThat(unreleased("\n## [0.1.0]\n\n- `getThing`").tells(CHANGE)).isFalse();
  }

  @Test
  void a_changelog_without_the_section_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Changelog.of("# Changelog\n\n## [0.1.0]\n"))
        .withMessageContaining("## [Unreleased]");
  }

  private static Changelog unreleased(String text) {
    return Changelog.of("# Changelog\n\n## [Unreleased]\n\n" + text + "\n");
  }
}
