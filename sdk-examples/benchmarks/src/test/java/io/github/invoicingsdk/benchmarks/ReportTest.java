package io.github.invoicingsdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.benchmarks.report.Goal;
import io.github.invoicingsdk.benchmarks.report.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

  private final Report report = new Report(List.of("run: test"));

  @Test
  void a_missed_goal_fails_only_when_it_does_not_depend_on_the_machine() {
    report.reached(Goal.GET_TIME, 2.0);
    report.reached(Goal.GET_ALLOCATION, 46_081);

    assertThat(report.failures())
        .containsExactly("allocation of a GET is 46,081 B, more than 46,080 B");
    assertThat(report.markdown())
        .contains("| time of a GET, to hand-written | 2.00 × | 1.05 × | **missed** |");
  }

  @Test
  void a_goal_is_met_at_its_limit() {
    report.reached(Goal.GET_ALLOCATION, 46_080);

    assertThat(report.failures()).isEmpty();
    assertThat(report.markdown()).contains("| 46,080 B | 46,080 B | met |");
  }

  @Test
  void a_row_that_does_not_fit_its_table_is_refused() {
    report.table("Size", "What", "KiB");

    assertThatThrownBy(() -> report.row("Size", "core"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Size");
  }

  @Test
  void a_report_is_written_for_people_and_for_machines(@TempDir Path directory) throws Exception {
    report.table("Size", "What", "KiB");
    report.row("Size", "core", "451");
    report.reached(Goal.RUNTIME_ARTIFACTS, 7);

    report.write(directory);

    assertThat(Files.readString(directory.resolve("benchmarks.md")))
        .contains("## Size\n\n| What | KiB |\n| --- | ---: |\n| core | 451 |\n");
    assertThat(Files.readString(directory.resolve("benchmarks.json")))
        .contains("\"RUNTIME_ARTIFACTS\": 7.0");
  }
}
