package io.github.invoicingsdk.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what a check found as Markdown that a reviewer reads in a minute. */
final class Report {

  /** So many lines of one kind are read on a screen. */
  static final int FOR_A_SCREEN = 40;

  /** All lines, for a file. */
  static final int COMPLETE = Integer.MAX_VALUE;

  /** What all names of types begin with here, and nobody reads. */
  private static final String OWN_PACKAGE = "`io.github.invoicingsdk.";

  private static final int NAMES_IN_A_LINE = 6;
  private static final String NOTHING_TO_COMPARE_WITH =
      """
      # Release check

      Compared with nothing: no version is released yet (`released.version` in pom.xml is empty), and
      no revision is named. To see what a change does, name where it began, such as
      -Dbaseline=origin/main or -Dbaseline=HEAD.
      """;

  private final int longestList;
  private final StringBuilder text = new StringBuilder();

  private Report(int longestList) {
    this.longestList = longestList;
  }

  /**
   * The report.
   *
   * @param longestList how many lines of one kind there are at most
   */
  static String of(ReleaseCheck check, int longestList) {
    Report report = new Report(longestList);
    if (check.since().isEmpty()) {
      return NOTHING_TO_COMPARE_WITH;
    }
    report.addVerdict(check);
    report.addToDo(check.demands());
    report.addChanges("Specs", check.specs());
    report.addChanges("Java API", check.java());
    report.addExamples(check.examples());
    report.addDraft(check);
    return report.text.toString().replace(OWN_PACKAGE, "`");
  }

  private void addVerdict(ReleaseCheck check) {
    text.append("# Release check\n\n")
        .append("Since %s: **%s**.\n".formatted(check.since(), check.impact().word()));
    text.append(
        check.impact() == Impact.NONE
            ? "Nothing demands a new version; declared is %s.\n\n".formatted(check.declared())
            : "The next version is at least **%s**; declared is %s: %s.\n\n"
                .formatted(
                    check.demanded(),
                    check.declared(),
                    check.isVersionHighEnough() ? "high enough" : "TOO LOW"));
    text.append("| | added | changed | removed | breaking |\n|---|---|---|---|---|\n");
    addRow("specs", check.specs());
    addRow("Java API", check.java());
    text.append('\n');
  }

  private void addRow(String name, List<Change> changes) {
    text.append(
        "| %s | %d | %d | %d | %d |\n"
            .formatted(
                name,
                count(changes, Change.Action.ADDED),
                count(changes, Change.Action.CHANGED),
                count(changes, Change.Action.REMOVED),
                changes.stream().filter(change -> change.impact() == Impact.BREAKING).count()));
  }

  private static long count(List<Change> changes, Change.Action action) {
    return changes.stream().filter(change -> change.action() == action).count();
  }

  private void addToDo(List<String> demands) {
    if (!demands.isEmpty()) {
      text.append("## To do\n\n");
      demands.forEach(demand -> text.append("- ").append(demand).append('\n'));
      text.append('\n');
    }
  }

  private void addChanges(String title, List<Change> changes) {
    text.append("## ").append(title).append("\n\n");
    if (changes.isEmpty()) {
      text.append("No change.\n\n");
      return;
    }
    List<Change> worstFirst = new ArrayList<>(changes);
    worstFirst.sort(Comparator.comparing(Change::impact).reversed());
    // What a shared part does to fifty operations is one line.
    Map<String, List<String>> lines = new LinkedHashMap<>();
    for (Change change : worstFirst) {
      String kind =
          change.impact() == Impact.BREAKING
              ? "**" + change.impact().word() + "**"
              : change.impact().word();
      lines
          .computeIfAbsent(
              "- %s, %s, %%s: %s".formatted(kind, change.area(), change.text().replace("%", "%%")),
              key -> new ArrayList<>())
          .add(change.subject());
    }
    lines.entrySet().stream()
        .limit(longestList)
        .forEach(line -> text.append(line.getKey().formatted(names(line.getValue()))).append('\n'));
    if (lines.size() > longestList) {
      text.append(
          "- and %d more lines; target/release-report.md has them all\n"
              .formatted(lines.size() - longestList));
    }
    text.append('\n');
  }

  private static String names(List<String> subjects) {
    List<String> distinct = subjects.stream().distinct().toList();
    String shown =
        String.join(", ", distinct.subList(0, Math.min(NAMES_IN_A_LINE, distinct.size())));
    int more = distinct.size() - NAMES_IN_A_LINE;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }

  private void addExamples(List<String> errors) {
    text.append("## Programs written for it\n\n");
    if (errors.isEmpty()) {
      text.append("The examples compile as they were.\n\n");
      return;
    }
    text.append("The examples **no longer compile**:\n\n");
    errors.stream()
        .limit(longestList)
        .forEach(error -> text.append("- `").append(error).append("`\n"));
    text.append('\n');
  }

  private void addDraft(ReleaseCheck check) {
    List<Change> changes = new ArrayList<>(check.specs());
    changes.addAll(check.java());
    String draft = Changelog.draft(changes, check.titles());
    if (!draft.isEmpty()) {
      text.append("## Draft for CHANGELOG.md\n\n").append(draft);
    }
  }
}
