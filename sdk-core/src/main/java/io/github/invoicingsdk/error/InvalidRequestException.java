package io.github.invoicingsdk.error;

import java.io.Serial;

/**
 * The provider does not accept what was sent: status 400, 405, 406, 413, 415 or 422, or a refusal
 * inside a response of iDoklad with status 200. Repeating the same call does not help; {@link
 * #fieldErrors()}, {@link #errorCode()} and {@link #providerMessage()} say what to change. Not only
 * input is refused like this: so is what the state of a document or an account does not allow.
 */
public final class InvalidRequestException extends ApiException {

  @Serial private static final long serialVersionUID = 1L;

  InvalidRequestException(FailedCall call, ErrorResponse response) {
    super(call, response);
  }

  @Override
  public String guideKey() {
    return "invalid-request";
  }
}
