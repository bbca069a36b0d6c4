package io.github.invoicingsdk.error;

import java.io.Serial;

/**
 * The provider does not accept the key, the token or the credentials: status 401, or a refusal of
 * iDoklad's token endpoint, which is any status from 400 to 499 but 402, 408, 425 and 429, or a
 * success without a token. Where the plan of the agenda is the reason, it is a {@link
 * PlanLimitException}. Repeating the call does not help; somebody has to look at the configuration
 * or, for an authorization code, let the user sign in again.
 *
 * <p>InvoiceXpress also answers 401 to what an account in its trial may not do, and says so only in
 * {@link #providerMessage()}.
 */
public final class AuthenticationException extends ApiException {

  @Serial private static final long serialVersionUID = 1L;

  AuthenticationException(FailedCall call, ErrorResponse response) {
    super(call, response);
  }

  @Override
  public String guideKey() {
    return "authentication";
  }
}
