package io.github.invoicingsdk.error;

import java.io.Serial;

/**
 * The account's plan does not allow this, or is used up. It comes for status 402, for iDoklad's
 * code 600, billing, for a token refused because the agenda is free, expired or waits for a
 * downgrade to be finished, and for InvoiceXpress's limit of documents in a period, which is
 * recognised by status 402 and by its texts in English and Portuguese; the one in Spanish is not
 * known. Repeating the call does not help; the account's owner has to change the plan or wait for
 * the next period.
 */
public final class PlanLimitException extends ApiException {

  @Serial private static final long serialVersionUID = 1L;

  PlanLimitException(FailedCall call, ErrorResponse response) {
    super(call, response);
  }

  @Override
  public String guideKey() {
    return "plan-limit";
  }
}
