package io.github.invoicingsdk.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints the report, or takes the project as it stands as the last release. */
public final class ReleaseReport {

  /** Where the report is written, seen from the folder of this module. */
  static final Path FILE = Path.of("target", "release-report.md");

  private ReleaseReport() {}

  /**
   * Runs in the folder of this module.
   *
   * @param arguments {@code report} or {@code accept}
   * @throws IOException if a file cannot be read or written
   * @throws IllegalArgumentException if the argument is another one
   * @throws IllegalStateException if the project cannot be taken as a release
   */
  public static void main(String[] arguments) throws IOException {
    String what = arguments.length == 0 ? "report" : arguments[0];
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    Workspace workspace = Workspace.here();
    switch (what) {
      case "report" -> {
        ReleaseCheck check = ReleaseCheck.of(workspace);
        write(check);
        out.print(Report.of(check, Report.FOR_A_SCREEN));
      }
      case "accept" -> {
        Version version = workspace.baseline().replaceBy(workspace);
        out.println("openapi/released/ is now " + version + ". Look at git status, and commit it.");
      }
      default ->
          throw new IllegalArgumentException(
              "unknown argument \"" + what + "\"; use report or accept");
    }
  }

  /** Writes the whole report to its file. */
  static void write(ReleaseCheck check) throws IOException {
    Files.createDirectories(FILE.resolveSibling("."));
    Files.writeString(FILE, Report.of(check, Report.COMPLETE), UTF_8);
  }
}
