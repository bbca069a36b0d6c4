package io.github.invoicingsdk.benchmarks;

import java.util.Locale;

/** How much is measured. */
enum Extent {
  /** Everything, long enough for times to mean something. */
  FULL(12_000, 3_000, 9, 500, 11),
  /** What does not depend on the machine, in less than a minute. */
  SHORT(6_000, 6_000, 2, 1000, 3);

  private final int callWarmupMillis;
  private final int warmupMillis;
  private final int iterations;
  private final int iterationMillis;
  private final int processes;

  Extent(
      int callWarmupMillis, int warmupMillis, int iterations, int iterationMillis, int processes) {
    this.callWarmupMillis = callWarmupMillis;
    this.warmupMillis = warmupMillis;
    this.iterations = iterations;
    this.iterationMillis = iterationMillis;
    this.processes = processes;
  }

  static Extent of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /**
   * How long a call runs before it counts: as long as the compiler takes, which shares two
   * processors with the call and with the server.
   */
  int callWarmupMillis() {
    return callWarmupMillis;
  }

  /** How long anything else runs before it counts. */
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
