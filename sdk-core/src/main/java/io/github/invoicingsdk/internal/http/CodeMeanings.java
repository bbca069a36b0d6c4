package io.github.invoicingsdk.internal.http;

import io.github.invoicingsdk.model.ErrorCode;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What a provider's error codes and texts mean for one operation. */
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

  /**
   * Whether a refusal says that the plan of the account is used up or does not allow the request,
   * beside those with status 402, which says so by itself.
   *
   * @param code the provider's code; null if there is none
   * @param messages what the response says
   */
  default boolean isPlanLimit(int status, @Nullable String code, List<String> messages) {
    return false;
  }

  /**
   * Whether a refusal says that the user lacks a right, beside those whose status says so.
   *
   * @param code the provider's code; null if there is none
   */
  default boolean isAccessDenied(int status, @Nullable String code) {
    return false;
  }
}
