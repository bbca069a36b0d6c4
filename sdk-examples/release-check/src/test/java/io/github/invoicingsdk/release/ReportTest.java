package io.github.invoicingsdk.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report is what a reviewer reads. */
class ReportTest {

  @TempDir private Path temporary;

  @Test
  void says_what_changed_what_that_costs_and_what_is_to_do() throws IOException {
    ShopProject project =
        ShopProject.released(temporary, "1.3.0")
            .version("1.3.1-SNAPSHOT")
            .edit("x-method: get", "x-method: fetch")
            .edit("        note:\n", "        hint:\n          type: string\n        note:\n")
            .edit("description: The key is wrong.", "description: The key is bad.");
    ReleaseCheck check =
        ReleaseCheck.of(
            project.buildWithout("String get() { return \"\"; }", "long get() { return 0; }"),
            project.baseline());

    assertThat(Report.of(check, Report.COMPLETE))
        .isEqualTo(
            """
            # Release check

            Since 1.3.0: **breaking**.
            The next version is at least **2.0.0**; declared is 1.3.1-SNAPSHOT: TOO LOW.

            | | added | changed | removed | breaking |
            |---|---|---|---|---|
            | specs | 0 | 5 | 0 | 1 |
            | Java API | 0 | 1 | 0 | 1 |

            ## To do

            - The version 1.3.1-SNAPSHOT is too low: since 1.3.0 there are changes of the kind "breaking". Set the version to 2.0.0-SNAPSHOT or higher in all poms, or take back what costs that much.
            - CHANGELOG.md does not tell of: `com.example.shop.Client`, operation `getThing`, schema `ThingDraft`. Name each in backticks under "## [Unreleased]", in a line that is new since then; the draft in this report is a start. `ItemsApi` stands for all operations of that interface.

            ## Specs

            - **breaking**, shop, operation `getThing`: the method is `ThingsApi.fetch` instead of `ThingsApi.get`
            - addition, shop, schema `ThingDraft`: property `hint` (String) added
            - documentation, shop, operation `listThings`, operation `createThing`, operation `getThing`: response 401: other description

            ## Java API

            - **breaking**, java, `com.example.shop.Client`: `get(): String -> long` changed (binary and source: method return type changed)

            ## Programs written for it

            The examples **no longer compile**:

            - `Example.java:2: incompatible types: long cannot be converted to java.lang.String`

            ## Draft for CHANGELOG.md

            ### Changed

            - **Breaking:** `getThing` of Shop: the method is `ThingsApi.fetch` instead of `ThingsApi.get`.
            - `ThingDraft` of Shop: property `hint` (String) added.
            - **Breaking:** `Client`: `get(): String -> long` changed (binary and source: method return type changed).

            """);
  }

  @Test
  void says_that_nothing_changed() throws IOException {
    ReleaseCheck check = ShopProject.released(temporary, "0.1.0").check();

    assertThat(Report.of(check, Report.COMPLETE))
        .contains(
            """
            Since 0.1.0: **nothing**.
            Nothing demands a new version; declared is 0.1.0.
            """)
        .contains("## Specs\n\nNo change.\n")
        .contains("The examples compile as they were.")
        .doesNotContain("To do", "Draft");
  }

  @Test
  void is_short_on_a_screen_and_says_where_the_rest_is() {
    List<Change> changes = new ArrayList<>();
    for (int number = 0; number < Report.FOR_A_SCREEN + 3; number++) {
      changes.add(
          new Change(
              Impact.ADDITION,
              Change.Action.ADDED,
              "shop",
              "`T" + number + "`",
              List.of(),
              "n" + number));
    }
    ReleaseCheck check =
        new ReleaseCheck(
            "1.0.0",
            Version.of("1.0.0"),
            "1.1.0",
            Map.of(),
            changes,
            List.of(),
            List.of(),
            List.of(),
            Changelog.of("## [Unreleased]\n"));

    assertThat(Report.of(check, Report.FOR_A_SCREEN))
        .contains("`T39`", "- and 3 more lines; target/release-report.md has them all")
        .doesNotContain("`T40`");
    assertThat(Report.of(check, Report.COMPLETE)).contains("`T42`");
  }
}
