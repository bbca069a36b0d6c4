package io.github.invoicingsdk.sandbox.internal.invoicexpress;

/** How often a file is still not ready when it is asked for. */
final class PendingResponses {
  private int left;

  PendingResponses(int left) {
    this.left = left;
  }

  /** Takes one; false if none is left. */
  boolean take() {
    if (left == 0) {
      return false;
    }
    left--;
    return true;
  }
}
