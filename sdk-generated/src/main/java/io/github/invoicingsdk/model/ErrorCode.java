package io.github.invoicingsdk.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A provider's error code with what it means for one operation.
 *
 * <p>The generated interfaces list the codes of each operation as constants:
 *
 * <pre>{@code
 * try {
 *   client.sequences().register(146090);
 * } catch (ConflictException e) {
 *   if (e.is(SequencesApi.RegisterErrorCodes.ALL_REGISTERED)) {
 *     // nothing to do
 *   }
 * }
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param status the HTTP status under which the operation documents the code; for a code that the
 *     SDK does not know, the status under which it came
 * @param code the code as the provider writes it, leading zeros included
 * @param name the code's name in this SDK, such as {@code ALL_REGISTERED}; null when the SDK does
 *     not know the code
 * @param meaning what the code means for the operation; null when the SDK does not know the code
 */
public record ErrorCode(int status, String code, @Nullable String name, @Nullable String meaning) {

  /**
   * Creates a code.
   *
   * @param status the HTTP status under which the operation documents the code; for a code that the
   *     SDK does not know, the status under which it came
   * @param code the code as the provider writes it, leading zeros included
   * @param name the code's name in this SDK; null when the SDK does not know the code
   * @param meaning what the code means for the operation; null when the SDK does not know the code
   * @throws NullPointerException when {@code code} is null
   */
  public ErrorCode {
    Objects.requireNonNull(code, "code");
  }

  /**
   * A code that the SDK does not know.
   *
   * @param status the HTTP status under which it came
   * @param code the code as the provider wrote it
   * @return the code without name and meaning
   */
  public static ErrorCode unknown(int status, String code) {
    return new ErrorCode(status, code, null, null);
  }

  /**
   * Whether the SDK knows what the code means.
   *
   * @return true when name and meaning are there
   */
  public boolean isKnown() {
    return name != null;
  }
}
