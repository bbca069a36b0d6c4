package io.github.invoicingsdk.quickstart;

import io.github.invoicingsdk.error.InvoicingException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Chooses the tour, runs it, and turns its end into an exit status.
 *
 * <p>When the environment holds credentials, the {@link ReadOnlyTour} runs against the real
 * services; without any, the {@link SandboxTour} runs against the embedded sandbox.
 */
public final class Quickstart {

  private static final int SUCCESS = 0;
  private static final int FAILURE = 1;

  private Quickstart() {}

  /**
   * Runs the quickstart. The process ends with status 1 and one line on standard error when it
   * fails.
   *
   * @param args none are taken
   */
  public static void main(String[] args) {
    PrintStream out = utf8(FileDescriptor.out);
    int status = run(() -> tour(out), utf8(FileDescriptor.err));
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
