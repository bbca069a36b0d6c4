package io.github.invoicingsdk.error;

import java.io.Serial;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A response that could not be read, as far as it is known.
 *
 * <p>Immutable and thread-safe. Texts are taken as they are: whoever builds an unreadable response
 * has already removed what is secret from them.
 */
public final class UnreadableResponse implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private final String problem;
  private final @Nullable Integer status;
  private final Map<String, List<String>> headers;
  private final String excerpt;
  private final @Nullable String path;
  private final @Nullable Integer line;
  private final @Nullable Integer column;

  private UnreadableResponse(Builder builder) {
    this.problem = builder.problem;
    this.status = builder.status;
    this.headers = HeaderMap.copyOf(builder.headers);
    this.excerpt = OneLine.of(builder.excerpt);
    this.path = builder.path;
    this.line = builder.line;
    this.column = builder.column;
  }

  /**
   * Starts an unreadable response.
   *
   * @param problem why it cannot be read, in a few words
   * @return a builder with nothing but the problem
   * @throws NullPointerException when {@code problem} is null
   */
  public static Builder builder(String problem) {
    return new Builder(Objects.requireNonNull(problem, "problem"));
  }

  String problem() {
    return problem;
  }

  OptionalInt status() {
    return optional(status);
  }

  Map<String, List<String>> headers() {
    return headers;
  }

  String excerpt() {
    return excerpt;
  }

  Optional<String> path() {
    return Optional.ofNullable(path);
  }

  OptionalInt line() {
    return optional(line);
  }

  OptionalInt column() {
    return optional(column);
  }

  private static OptionalInt optional(@Nullable Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }

  /** Builds an {@link UnreadableResponse}. Not thread-safe. */
  public static final class Builder {

    private final String problem;
    private @Nullable Integer status;
    private Map<String, ? extends Collection<String>> headers = Map.of();
    private String excerpt = "";
    private @Nullable String path;
    private @Nullable Integer line;
    private @Nullable Integer column;

    private Builder(String problem) {
      this.problem = problem;
    }

    /**
     * Sets the HTTP status; without it the status is unknown.
     *
     * @param status the status
     * @return this builder
     */
    public Builder status(int status) {
      this.status = status;
      return this;
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
     * Sets the part of the body that shows the problem; without it the excerpt is empty.
     *
     * @param excerpt a short piece of the body
     * @return this builder
     * @throws NullPointerException when {@code excerpt} is null
     */
    public Builder excerpt(String excerpt) {
      this.excerpt = Objects.requireNonNull(excerpt, "excerpt");
      return this;
    }

    /**
     * Sets where in the JSON the problem stands; without it the place is unknown.
     *
     * @param path the path, such as {@code $.sequences[3].id}
     * @return this builder
     * @throws NullPointerException when {@code path} is null
     */
    public Builder path(String path) {
      this.path = Objects.requireNonNull(path, "path");
      return this;
    }

    /**
     * Sets where in the text the problem stands; without it the place is unknown.
     *
     * @param line the line, counted from 1
     * @param column the column, counted from 1
     * @return this builder
     */
    public Builder position(int line, int column) {
      this.line = line;
      this.column = column;
      return this;
    }

    /**
     * Ends the building.
     *
     * @return the unreadable response
     */
    public UnreadableResponse build() {
      return new UnreadableResponse(this);
    }
  }
}
