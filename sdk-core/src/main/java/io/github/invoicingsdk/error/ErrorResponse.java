package io.github.invoicingsdk.error;

import io.github.invoicingsdk.model.ErrorCode;
import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A response with which a provider refused a call, read as far as it could be read.
 *
 * <p>Immutable and thread-safe. Texts are taken as they are: whoever builds an error response has
 * already removed what is secret from them.
 */
public final class ErrorResponse implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private final int status;
  private final Map<String, List<String>> headers;
  private final String body;
  private final @Nullable CodeParts code;
  private final List<String> messages;
  private final Map<String, List<String>> fieldErrors;
  private final @Nullable Duration retryAfter;

  private ErrorResponse(Builder builder) {
    this.status = builder.status;
    this.headers = HeaderMap.copyOf(builder.headers);
    this.body = builder.body;
    this.code = builder.errorCode == null ? null : CodeParts.of(builder.errorCode);
    this.messages = List.copyOf(builder.messages);
    this.fieldErrors = Collections.unmodifiableMap(new LinkedHashMap<>(builder.fieldErrors));
    this.retryAfter = builder.retryAfter;
  }

  /**
   * Starts an error response.
   *
   * @param status the HTTP status, 100 to 999; iDoklad may refuse inside a response with status 200
   * @return a builder with nothing but the status
   * @throws IllegalArgumentException when {@code status} is outside 100 to 999
   */
  public static Builder builder(int status) {
    if (status < 100 || status > 999) {
      throw new IllegalArgumentException("status is " + status + " but has three digits in HTTP");
    }
    return new Builder(status);
  }

  int status() {
    return status;
  }

  Map<String, List<String>> headers() {
    return headers;
  }

  String body() {
    return body;
  }

  Optional<ErrorCode> errorCode() {
    return Optional.ofNullable(code).map(CodeParts::toErrorCode);
  }

  Map<String, List<String>> fieldErrors() {
    return fieldErrors;
  }

  Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** All the provider's texts in one line. */
  String joinedMessages() {
    List<String> texts = new ArrayList<>(messages);
    fieldErrors.forEach((field, errors) -> errors.forEach(e -> texts.add(field + ": " + e)));
    return OneLine.of(String.join("; ", texts));
  }

  /** Builds an {@link ErrorResponse}. Not thread-safe. */
  public static final class Builder {

    private final int status;
    private Map<String, ? extends Collection<String>> headers = Map.of();
    private String body = "";
    private @Nullable ErrorCode errorCode;
    private final List<String> messages = new ArrayList<>();
    private final Map<String, List<String>> fieldErrors = new LinkedHashMap<>();
    private @Nullable Duration retryAfter;

    private Builder(int status) {
      this.status = status;
    }

    /**
     * Sets the headers; without them the response has none.
     *
     * @param headers values by name, in any case
     * @return this builder
     * @throws NullPointerException when {@code headers} is null
     */
    public Builder headers(Map<String, ? extends Collection<String>> headers) {
      this.headers = Objects.requireNonNull(headers, "headers");
      return this;
    }

    /**
     * Sets the raw body; without it the body is empty.
     *
     * @param body the body's text
     * @return this builder
     * @throws NullPointerException when {@code body} is null
     */
    public Builder body(String body) {
      this.body = Objects.requireNonNull(body, "body");
      return this;
    }

    /**
     * Sets the provider's code; without it the response has none.
     *
     * @param errorCode the code with its meaning for the operation
     * @return this builder
     * @throws NullPointerException when {@code errorCode} is null
     */
    public Builder errorCode(ErrorCode errorCode) {
      this.errorCode = Objects.requireNonNull(errorCode, "errorCode");
      return this;
    }

    /**
     * Adds a text of the provider.
     *
     * @param message the text
     * @return this builder
     * @throws NullPointerException when {@code message} is null
     */
    public Builder message(String message) {
      messages.add(Objects.requireNonNull(message, "message"));
      return this;
    }

    /**
     * Adds what the provider says against one field of the request.
     *
     * @param field the field's name as the provider writes it
     * @param errors the texts
     * @return this builder
     * @throws NullPointerException when an argument or an element is null
     */
    public Builder fieldError(String field, List<String> errors) {
      Objects.requireNonNull(field, "field");
      fieldErrors.put(field, List.copyOf(Objects.requireNonNull(errors, "errors")));
      return this;
    }

    /**
     * Sets how long the provider asks to wait; without it, it asks for nothing.
     *
     * @param retryAfter the time, zero or more
     * @return this builder
     * @throws NullPointerException when {@code retryAfter} is null
     * @throws IllegalArgumentException when {@code retryAfter} is negative
     */
    public Builder retryAfter(Duration retryAfter) {
      if (Objects.requireNonNull(retryAfter, "retryAfter").isNegative()) {
        throw new IllegalArgumentException("retryAfter is " + retryAfter + "; give zero or more");
      }
      this.retryAfter = retryAfter;
      return this;
    }

    /**
     * Ends the building.
     *
     * @return the error response
     */
    public ErrorResponse build() {
      return new ErrorResponse(this);
    }
  }

  /** An {@link ErrorCode}, which is not serializable, in parts that are. */
  private record CodeParts(int status, String code, @Nullable String name, @Nullable String meaning)
      implements Serializable {

    static CodeParts of(ErrorCode code) {
      return new CodeParts(code.status(), code.code(), code.name(), code.meaning());
    }

    ErrorCode toErrorCode() {
      return new ErrorCode(status, code, name, meaning);
    }
  }
}
