package io.github.invoicingsdk.springboot;

/** Settings of clients that cannot be right. Thrown while the application starts. */
final class InvalidAccountException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String property;
  private final String reason;

  /**
   * Creates the exception.
   *
   * @param property the property that is meant, or one that it lies below
   * @param reason what is wrong with it, without secrets
   * @param cause who found it
   */
  InvalidAccountException(String property, String reason, Throwable cause) {
    super(property + ": " + reason, cause);
    this.property = property;
    this.reason = reason;
  }

  /** Creates an exception without a cause. */
  InvalidAccountException(String property, String reason) {
    super(property + ": " + reason);
    this.property = property;
    this.reason = reason;
  }

  String property() {
    return property;
  }

  String reason() {
    return reason;
  }

  /** Does something with settings, and says whose they are when they are refused. */
  static void under(String property, Runnable settings) {
    try {
      settings.run();
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new InvalidAccountException(property, String.valueOf(e.getMessage()), e);
    }
  }
}
