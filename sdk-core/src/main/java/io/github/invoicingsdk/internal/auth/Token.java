package io.github.invoicingsdk.internal.auth;

/**
 * A token with the moments, on the monotonic clock, when to renew it and when it ends.
 *
 * @param value the token itself, which is never shown
 * @param renewNanos when to look for the next one
 * @param endNanos when it is no longer valid
 */
record Token(String value, long renewNanos, long endNanos) {

  boolean isFresh(long now) {
    return now - renewNanos < 0;
  }

  boolean isValid(long now) {
    return now - endNanos < 0;
  }

  @Override
  public String toString() {
    return "Token";
  }
}
