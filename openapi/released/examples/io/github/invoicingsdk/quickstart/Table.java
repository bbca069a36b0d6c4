package io.github.invoicingsdk.quickstart;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Collects rows and prints them in aligned columns. */
final class Table {

  private static final String GAP = "  ";
  private static final String RIGHT = ">";

  private final List<Boolean> right = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  private Table(List<String> headers) {
    List<String> titles = new ArrayList<>();
    for (String header : headers) {
      boolean alignRight = header.startsWith(RIGHT);
      right.add(alignRight);
      titles.add(alignRight ? header.substring(RIGHT.length()) : header);
    }
    rows.add(titles);
  }

  /** Starts a table. A header that begins with {@code >} aligns its column to the right. */
  static Table of(String... headers) {
    return new Table(List.of(headers));
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException when the row has not one cell for each header
   */
  void row(String... cells) {
    if (cells.length != right.size()) {
      throw new IllegalArgumentException(
          "the row has " + cells.length + " cells, the table " + right.size() + " columns");
    }
    rows.add(List.of(cells));
  }

  void print(PrintStream out) {
    int[] widths = widths();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < widths.length; column++) {
        String cell = row.get(column);
        String padding = " ".repeat(widths[column] - length(cell));
        line.append(column == 0 ? "" : GAP);
        line.append(right.get(column) ? padding + cell : cell + padding);
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private int[] widths() {
    int[] widths = new int[right.size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], length(row.get(column)));
      }
    }
    return widths;
  }

  /** Letters, not UTF-16 units, so that a letter outside the basic plane counts once. */
  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
