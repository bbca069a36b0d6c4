package io.github.invoicingsdk.internal.http;

import io.github.invoicingsdk.model.ErrorCode;
import java.util.OptionalInt;

/** What a provider's error codes mean for one operation. */
@FunctionalInterface
public interface CodeMeanings {

  /**
   * What a code means when it comes under a status; an unknown code when nobody says. A known one
   * has the status that documents it.
   */
  ErrorCode of(int status, String code);

  /**
   * The status with which the operation itself documents a code; empty when it does not, or with
   * several.
   */
  default OptionalInt documentedStatus(String code) {
    return OptionalInt.empty();
  }
}
