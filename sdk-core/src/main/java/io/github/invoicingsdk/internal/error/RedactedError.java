package io.github.invoicingsdk.internal.error;

/**
 * Replaces an {@link Error} whose texts hold a secret by one of a kind that programs treat alike:
 * what stops the virtual machine, what a class path lacks, and what a test asserts.
 */
final class RedactedError {

  private RedactedError() {}

  /** The error itself if its texts are harmless, otherwise one of its kind with the same trace. */
  static Error of(Error error, Redactor redactor) {
    if (RedactedCause.isClean(error, redactor)) {
      return error;
    }
    RedactedCause standIn = RedactedCause.of(error, redactor);
    Error replacement = ofSameKind(error, String.valueOf(standIn.getMessage()));
    replacement.initCause(standIn);
    replacement.setStackTrace(error.getStackTrace());
    return replacement;
  }

  private static Error ofSameKind(Error error, String text) {
    if (error instanceof VirtualMachineError) {
      return new InternalError(text);
    }
    if (error instanceof LinkageError) {
      return new LinkageError(text);
    }
    return error instanceof AssertionError ? new AssertionError(text) : new Error(text);
  }
}
