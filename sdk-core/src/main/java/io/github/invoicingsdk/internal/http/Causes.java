package io.github.invoicingsdk.internal.http;

/** Looks through the causes of a failure. */
public final class Causes {

  /** Causes may form a ring. */
  private static final int DEEPEST_CAUSE = 16;

  private Causes() {}

  /** Whether something of the type is among the causes of a failure. */
  public static boolean include(Throwable failure, Class<? extends Throwable> type) {
    Throwable cause = failure.getCause();
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      if (type.isInstance(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
