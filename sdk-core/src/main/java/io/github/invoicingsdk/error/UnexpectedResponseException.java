package io.github.invoicingsdk.error;

import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The provider answered with a status that its API does not use: a redirect, which the SDK never
 * follows, or any other. The URL of the account may be wrong, something between may have answered
 * instead of the provider, or the API has changed.
 */
public final class UnexpectedResponseException extends ApiException {

  @Serial private static final long serialVersionUID = 1L;

  private final boolean mayHaveBeenProcessed;

  /**
   * Creates the exception.
   *
   * @param mayHaveBeenProcessed false only if it is certain that nothing was processed
   */
  UnexpectedResponseException(
      FailedCall call, ErrorResponse response, boolean mayHaveBeenProcessed) {
    super(call, response, remark(response));
    this.mayHaveBeenProcessed = mayHaveBeenProcessed;
  }

  private static @Nullable String remark(ErrorResponse response) {
    return location(response).map(l -> "redirect to " + OneLine.of(l, 300)).orElse(null);
  }

  private static Optional<String> location(ErrorResponse response) {
    return Optional.ofNullable(response.headers().get("Location")).stream()
        .flatMap(values -> values.stream())
        .findFirst();
  }

  /**
   * Where the response points to, without secrets.
   *
   * @return the header {@code Location}; empty when there was none
   */
  public Optional<String> location() {
    return location(response());
  }

  /**
   * Whether the provider may have carried out the request all the same.
   *
   * @return false if the token endpoint responded, so that the request was not sent, and for a
   *     status that {@link StatusMeaning} calls refused; true for everything else, such as a
   *     redirect, since it is not known who responded
   */
  @Override
  public boolean mayHaveBeenProcessed() {
    return mayHaveBeenProcessed;
  }

  @Override
  public String guideKey() {
    return "unexpected-response";
  }
}
