package io.github.invoicingsdk.benchmarks;

/** Runs the measurements and writes the report. */
public final class BenchmarksMain {

  private BenchmarksMain() {}

  /**
   * Runs them.
   *
   * @param arguments full or short, the root of the repository, the directory of the report
   */
  public static void main(String[] arguments) {
    System.out.println(System.getProperty("java.class.path"));
  }
}
