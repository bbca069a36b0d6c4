package io.github.invoicingsdk;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a call returned, beside the response out of which it was read.
 *
 * <pre>{@code
 * ApiResponse<Sequence> response = client.withResponse(c -> c.sequences().get(sequenceId));
 * Sequence sequence = response.value();
 * Files.write(archive, response.raw().body());
 * }</pre>
 *
 * @param <T> the type of the value
 * @param value what the call returned; null when it returns nothing
 * @param raw the response; of several, as when a call polls, the last one
 */
public record ApiResponse<T extends @Nullable Object>(T value, RawResponse raw) {

  /**
   * Takes a value and its response together.
   *
   * @param value what the call returned
   * @param raw the response
   */
  public ApiResponse {
    Objects.requireNonNull(raw, "raw");
  }
}
