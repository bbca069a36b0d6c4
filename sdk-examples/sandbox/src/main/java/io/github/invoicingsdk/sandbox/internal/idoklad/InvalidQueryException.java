package io.github.invoicingsdk.sandbox.internal.idoklad;

/** A query parameter of a list cannot be understood. */
final class InvalidQueryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidQueryException(String message) {
    super(message);
  }
}
