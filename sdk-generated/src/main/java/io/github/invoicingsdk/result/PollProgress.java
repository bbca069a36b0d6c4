package io.github.invoicingsdk.result;

import java.time.Duration;
import java.util.Objects;

/**
 * One response of the provider to the question whether work is done. Immutable.
 *
 * @param polls how often the provider has been asked, from 1
 * @param finished whether it has finished
 * @param elapsed how long it has been waited for so far
 */
public record PollProgress(int polls, boolean finished, Duration elapsed) {

  /**
   * Creates a report.
   *
   * @param polls how often the provider has been asked, from 1
   * @param finished whether it has finished
   * @param elapsed how long it has been waited for so far
   */
  public PollProgress {
    Objects.requireNonNull(elapsed, "elapsed");
  }
}
