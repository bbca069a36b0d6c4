package io.github.invoicingsdk.error;

import java.io.Serial;

/**
 * The credentials are right but do not allow this: status 403, or iDoklad's code 420, rights of the
 * user. Repeating the call does not help; the user needs other rights, or the API has to be allowed
 * for the account.
 */
public final class AccessDeniedException extends ApiException {

  @Serial private static final long serialVersionUID = 1L;

  AccessDeniedException(FailedCall call, ErrorResponse response) {
    super(call, response);
  }

  @Override
  public String guideKey() {
    return "access-denied";
  }
}
