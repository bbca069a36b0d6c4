package io.github.invoicingsdk.benchmarks;

import java.util.Locale;

/** How much is measured. */
enum Extent {
  /** Everything, long enough for times to mean something. */
  FULL(1, 3, 4, 1, 11),
  /** What does not depend on the machine, in less than a minute. */
  SHORT(1, 2, 2, 1, 3);

  private final int forks;
  private final int warmups;
  private final int iterations;
  private final int seconds;
  private final int processes;

  Extent(int forks, int warmups, int iterations, int seconds, int processes) {
    this.forks = forks;
    this.warmups = warmups;
    this.iterations = iterations;
    this.seconds = seconds;
    this.processes = processes;
  }

  static Extent of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  int forks() {
    return forks;
  }

  int warmups() {
    return warmups;
  }

  int iterations() {
    return iterations;
  }

  int seconds() {
    return seconds;
  }

  /** How many fresh processes a cold start is measured in. */
  int processes() {
    return processes;
  }
}
