package io.github.invoicingsdk.error;

import java.io.Serial;

/**
 * There is no such thing in this account: status 404. It was deleted, the id is wrong, or it
 * belongs to another account.
 */
public final class NotFoundException extends ApiException {

  @Serial private static final long serialVersionUID = 1L;

  NotFoundException(FailedCall call, ErrorResponse response) {
    super(call, response);
  }

  @Override
  public String guideKey() {
    return "not-found";
  }
}
