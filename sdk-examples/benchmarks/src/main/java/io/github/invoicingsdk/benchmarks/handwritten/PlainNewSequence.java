package io.github.invoicingsdk.benchmarks.handwritten;

/** A sequence to be created, for Gson's reflection. */
public final class PlainNewSequence {

  final String serie;

  /** The provider wants text here. */
  final String defaultSequence;

  /**
   * Creates it.
   *
   * @param serie the name of the series
   * @param defaultSequence whether it becomes the default one
   */
  public PlainNewSequence(String serie, boolean defaultSequence) {
    this.serie = serie;
    this.defaultSequence = defaultSequence ? "1" : "0";
  }
}
