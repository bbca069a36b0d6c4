package io.github.invoicingsdk.error;

import java.io.Serial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The provider answered, but the SDK cannot read the response: it is not the expected JSON, is a
 * web page, is empty where something is needed, is cut off, badly compressed or larger than
 * allowed.
 *
 * <p>After a write, assume that it was carried out, and read back. If it happens again, the
 * provider has changed its API or something between has answered: report it with {@link #path()}
 * and {@link #excerpt()}.
 */
public final class DecodingException extends InvoicingException {

  @Serial private static final long serialVersionUID = 1L;

  private static final int PROBLEM_LIMIT = 300;

  private final UnreadableResponse response;

  DecodingException(FailedCall call, UnreadableResponse response, @Nullable Throwable cause) {
    super(call, describe(response), cause);
    this.response = response;
  }

  private static String describe(UnreadableResponse response) {
    StringBuilder text = new StringBuilder("unreadable response");
    response.status().ifPresent(status -> text.append(" with status ").append(status));
    text.append(": ").append(OneLine.of(response.problem(), PROBLEM_LIMIT));
    response.path().ifPresent(path -> text.append(" at ").append(path));
    if (response.line().isPresent() && response.column().isPresent()) {
      text.append(" (line ").append(response.line().getAsInt());
      text.append(", column ").append(response.column().getAsInt()).append(')');
    }
    if (!response.excerpt().isEmpty()) {
      text.append(" in [").append(response.excerpt()).append(']');
    }
    return text.toString();
  }

  /**
   * The HTTP status of the response.
   *
   * @return the status; empty when the response was given up before it was known
   */
  public OptionalInt status() {
    return response.status();
  }

  /**
   * The headers of the response, without secrets.
   *
   * @return values by name; names are found in any case; unmodifiable
   */
  public Map<String, List<String>> headers() {
    return response.headers();
  }

  /**
   * The part of the body around the problem, about 200 characters, without secrets and control
   * characters.
   *
   * @return the excerpt; empty when there is nothing to show
   */
  public String excerpt() {
    return response.excerpt();
  }

  /**
   * Where in the JSON the problem stands.
   *
   * @return the path, such as {@code $.sequences[3].id}; empty when it is not known
   */
  public Optional<String> path() {
    return response.path();
  }

  /**
   * The line of the body in which the problem stands.
   *
   * @return the line, counted from 1; empty when it is not known
   */
  public OptionalInt line() {
    return response.line();
  }

  /**
   * The column in which the problem stands.
   *
   * @return the column, counted from 1; empty when it is not known
   */
  public OptionalInt column() {
    return response.column();
  }

  /**
   * Whether the provider may have carried out the request all the same.
   *
   * @return true: the provider answered
   */
  @Override
  public boolean mayHaveBeenProcessed() {
    return true;
  }

  @Override
  public String guideKey() {
    return "decoding";
  }
}
