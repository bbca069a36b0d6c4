package io.github.invoicingsdk.quickstart;

import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.quickstart.examples.Examples;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Chooses the tour, runs it, and turns its end into an exit status.
 *
 * <p>When the environment holds credentials, the {@link ReadOnlyTour} runs against the real
 * services; without any, the {@link SandboxTour} runs against the embedded sandbox. Named, an
 * example of {@link Examples} runs instead, always against the sandbox.
 */
public final class Quickstart {

  private static final int SUCCESS = 0;
  private static final int FAILURE = 1;

  /** The date of a document is that of the country in which it is issued. */
  private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

  private Quickstart() {}

  /**
   * Runs the quickstart. The process ends with status 1 and one line on standard error when it
   * fails.
   *
   * @param args nothing, or the name of an example and the folder for its files
   */
  public static void main(String[] args) {
    PrintStream out = utf8(FileDescriptor.out);
    int status = run(() -> tourOrExample(args, out), utf8(FileDescriptor.err));
    if (status != SUCCESS) {
      System.exit(status);
    }
  }

  /** Runs a tour and tells of its failure in one line. */
  static int run(Runnable tour, PrintStream err) {
    try {
      tour.run();
      return SUCCESS;
    } catch (InvoicingException
        | IllegalArgumentException
        | IllegalStateException
        | UncheckedIOException e) {
      // These say in their message what to do, and never show a key.
      err.println("quickstart: " + e.getMessage());
      return FAILURE;
    }
  }

  private static void tourOrExample(String[] args, PrintStream out) {
    if (args.length == 0 || args[0].isBlank()) {
      tour(out);
    } else {
      Path folder = Path.of(args.length > 1 ? args[1] : ".");
      Examples.run(args[0], LocalDate.now(LISBON), folder, out);
    }
  }

  private static void tour(PrintStream out) {
    ReadOnlyTour readOnly = ReadOnlyTour.ofEnvironment(System.getenv());
    if (readOnly.isPossible()) {
      readOnly.run(out);
    } else {
      SandboxTour.run(out);
    }
  }

  /** The names of sequences may hold letters that the platform's own charset does not have. */
  private static PrintStream utf8(FileDescriptor stream) {
    return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
  }
}
