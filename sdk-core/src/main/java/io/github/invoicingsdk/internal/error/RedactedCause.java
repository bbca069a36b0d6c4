package io.github.invoicingsdk.internal.error;

import java.io.Serial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stands in for a failure whose texts hold a secret: same stack trace, harmless texts. */
final class RedactedCause extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /** A longer one quotes a body. */
  private static final int LONGEST_TEXT = 4096;

  private RedactedCause(String description, @Nullable Throwable cause) {
    super(description, cause);
  }

  /** Whether nothing that a stack trace of the failure prints holds a secret. */
  static boolean isClean(Throwable failure, Redactor redactor) {
    return isClean(failure, redactor, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static boolean isClean(Throwable failure, Redactor redactor, Set<Throwable> seen) {
    if (!seen.add(failure)) {
      return true;
    }
    if (failure.getClass().getName().startsWith("feign.") || !hasCleanTexts(failure, redactor)) {
      return false;
    }
    for (Throwable next : following(failure)) {
      if (!isClean(next, redactor, seen)) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasCleanTexts(Throwable failure, Redactor redactor) {
    for (String text : texts(failure)) {
      if (text != null && !redactor.redact(text, LONGEST_TEXT).equals(text)) {
        return false;
      }
    }
    return true;
  }

  private static String[] texts(Throwable failure) {
    return new String[] {failure.toString(), failure.getMessage(), failure.getLocalizedMessage()};
  }

  /** The stand-in for a failure and for all that it brings along. */
  static RedactedCause of(Throwable failure, Redactor redactor) {
    return of(failure, redactor, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static RedactedCause of(Throwable failure, Redactor redactor, Set<Throwable> seen) {
    seen.add(failure);
    Throwable next = failure.getCause();
    RedactedCause cause = next == null || seen.contains(next) ? null : of(next, redactor, seen);
    RedactedCause standIn = new RedactedCause(describe(failure, redactor), cause);
    standIn.setStackTrace(failure.getStackTrace());
    for (Throwable suppressed : failure.getSuppressed()) {
      if (!seen.contains(suppressed)) {
        standIn.addSuppressed(of(suppressed, redactor, seen));
      }
    }
    return standIn;
  }

  private static String describe(Throwable failure, Redactor redactor) {
    String message = failure.getMessage();
    String name = failure.getClass().getName();
    return message == null ? name : name + ": " + redactor.redact(message, LONGEST_TEXT);
  }

  private static List<Throwable> following(Throwable failure) {
    List<Throwable> following = new ArrayList<>(List.of(failure.getSuppressed()));
    if (failure.getCause() != null) {
      following.add(failure.getCause());
    }
    return following;
  }
}
