package io.github.invoicingsdk.benchmarks;

import java.util.Locale;

/** How much is measured. */
enum Extent {
  /** Everything, long enough for times to mean something. */
  FULL(3000, 10, 400, 11),
  /** What does not depend on the machine, in less than a minute. */
  SHORT(6_000, 2, 1000, 3);

  private final int warmupMillis;
  private final int iterations;
  private final int iterationMillis;
  private final int processes;

  Extent(int warmupMillis, int iterations, int iterationMillis, int processes) {
    this.warmupMillis = warmupMillis;
    this.iterations = iterations;
    this.iterationMillis = iterationMillis;
    this.processes = processes;
  }

  static Extent of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** How long a benchmark runs before it counts. */
  int warmupMillis() {
    return warmupMillis;
  }

  /** How many times it is measured; the median counts. */
  int iterations() {
    return iterations;
  }

  int iterationMillis() {
    return iterationMillis;
  }

  /** How many fresh processes a cold start is measured in. */
  int processes() {
    return processes;
  }
}
