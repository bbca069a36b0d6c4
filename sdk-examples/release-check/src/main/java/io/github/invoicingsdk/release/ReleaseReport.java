package io.github.invoicingsdk.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints the report. */
public final class ReleaseReport {

  /** Where the report is written, seen from the folder of this module. */
  static final Path FILE = Path.of("target", "release-report.md");

  private ReleaseReport() {}

  /**
   * Runs in the folder of this module.
   *
   * @param arguments none
   * @throws IOException if a file cannot be read or written
   * @throws IllegalStateException if what is compared with cannot be had
   */
  public static void main(String[] arguments) throws IOException {
    Workspace workspace = Workspace.here();
    ReleaseCheck check = ReleaseCheck.of(workspace, workspace.baseline());
    write(check);
    new PrintStream(System.out, true, UTF_8).print(Report.of(check, Report.FOR_A_SCREEN));
  }

  /** Writes the whole report to its file. */
  static void write(ReleaseCheck check) throws IOException {
    Files.createDirectories(FILE.resolveSibling("."));
    Files.writeString(FILE, Report.of(check, Report.COMPLETE), UTF_8);
  }
}
