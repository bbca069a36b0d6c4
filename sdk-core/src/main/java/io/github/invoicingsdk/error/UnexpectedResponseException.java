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

  private final boolean sent;

  /**
   * Creates the exception.
   *
   * @param sent false when the answer came from what the call needed first, such as a token
   */
  UnexpectedResponseException(FailedCall call, ErrorResponse response, boolean sent) {
    super(call, response, remark(response));
    this.sent = sent;
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
   * Where the answer points to, without secrets.
   *
   * @return the header {@code Location}; empty when there was none
   */
  public Optional<String> location() {
    return location(response());
  }

  /**
   * Whether the provider may have carried out the request all the same.
   *
   * @return true, since nobody knows who answered; false when it was the token endpoint, so that
   *     the request was not sent
   */
  @Override
  public boolean mayHaveBeenProcessed() {
    return sent;
  }

  @Override
  public String guideKey() {
    return "unexpected-response";
  }
}
