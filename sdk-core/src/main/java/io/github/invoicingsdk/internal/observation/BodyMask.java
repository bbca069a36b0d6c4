package io.github.invoicingsdk.internal.observation;

import io.github.invoicingsdk.internal.error.Redactor;
import org.jspecify.annotations.Nullable;

/** Makes bodies fit to be shown. Thread-safe. */
public final class BodyMask {

  private final Redactor redactor;

  /**
   * Creates a mask.
   *
   * @param redactor knows the secrets of the client
   */
  public BodyMask(Redactor redactor) {
    this.redactor = redactor;
  }

  /**
   * The text of a body.
   *
   * @param body the bytes
   * @param contentType the type that its header states; null when there is none
   */
  public String text(byte[] body, @Nullable String contentType) {
    return body.length == 0
        ? ""
        : redactor.redact("(" + body.length + " bytes of " + contentType + ")");
  }
}
