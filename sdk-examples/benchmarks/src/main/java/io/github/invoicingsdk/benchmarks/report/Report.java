package io.github.invoicingsdk.benchmarks.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects figures and writes them as Markdown and as JSON. For one thread. */
public final class Report {

  private final Map<String, List<List<String>>> tables = new LinkedHashMap<>();
  private final Map<Goal, Double> goals = new EnumMap<>(Goal.class);
  private final List<String> about;

  /**
   * Starts a report.
   *
   * @param about what was run, when, on what: a line each
   */
  public Report(List<String> about) {
    this.about = List.copyOf(about);
  }

  /**
   * Starts a table.
   *
   * @param title its title
   * @param columns the heads of its columns
   */
  public void table(String title, String... columns) {
    tables.computeIfAbsent(title, key -> new ArrayList<>()).add(List.of(columns));
  }

  /**
   * Adds a row.
   *
   * @param title the title of a table that was started
   * @param cells one for each column
   */
  public void row(String title, String... cells) {
    List<List<String>> rows = tables.get(title);
    if (rows == null || rows.get(0).size() != cells.length) {
      throw new IllegalArgumentException(
          "there is no table " + title + " with " + cells.length + " columns");
    }
    rows.add(List.of(cells));
  }

  /**
   * Says how far a goal was reached.
   *
   * @param goal the goal
   * @param figure what was measured
   */
  public void reached(Goal goal, double figure) {
    goals.put(goal, figure);
  }

  /**
   * The goals that were missed and that do not depend on the machine.
   *
   * @return a sentence for each
   */
  public List<String> failures() {
    return goals.entrySet().stream()
        .filter(entry -> entry.getKey().isIndependentOfTheMachine())
        .filter(entry -> !entry.getKey().isMetBy(entry.getValue()))
        .map(
            entry ->
                entry.getKey().title()
                    + " is "
                    + entry.getKey().text(entry.getValue())
                    + ", more than "
                    + entry.getKey().limit())
        .toList();
  }

  /**
   * Writes {@code benchmarks.md} and {@code benchmarks.json}.
   *
   * @param directory where to; made when it is not there
   * @throws IOException when they cannot be written
   */
  public void write(Path directory) throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("benchmarks.md"), markdown(), UTF_8);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("about", about);
    json.put("goals", goals);
    json.put("tables", tables);
    Files.writeString(
        directory.resolve("benchmarks.json"),
        new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json) + "\n",
        UTF_8);
  }

  /**
   * The report.
   *
   * @return Markdown
   */
  public String markdown() {
    StringBuilder text = new StringBuilder("# Benchmarks\n\n");
    about.forEach(line -> text.append("- ").append(line).append('\n'));
    text.append("\n## Goals\n\n| Figure | Measured | At most | |\n| --- | ---: | ---: | --- |\n");
    goals.forEach(
        (goal, figure) ->
            line(
                text,
                List.of(
                    goal.title(),
                    goal.text(figure),
                    goal.limit(),
                    goal.isMetBy(figure) ? "met" : "**missed**")));
    tables.forEach(
        (title, rows) -> {
          text.append("\n## ").append(title).append("\n\n");
          line(text, rows.get(0));
          text.append("| --- |").append(" ---: |".repeat(rows.get(0).size() - 1)).append('\n');
          rows.stream().skip(1).forEach(row -> line(text, row));
        });
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
