package io.github.invoicingsdk.error;

import java.io.Serial;

/**
 * The call contradicts what the provider has or is doing: status 409. Something like it exists
 * already, or is being made right now; {@link #errorCode()} tells which. Read what is there before
 * calling again.
 */
public final class ConflictException extends ApiException {

  @Serial private static final long serialVersionUID = 1L;

  ConflictException(FailedCall call, ErrorResponse response) {
    super(call, response);
  }

  @Override
  public String guideKey() {
    return "conflict";
  }
}
