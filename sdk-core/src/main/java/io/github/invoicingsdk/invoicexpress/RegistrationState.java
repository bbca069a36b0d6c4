package io.github.invoicingsdk.invoicexpress;

import java.util.Collection;
import java.util.Objects;

/**
 * How far a series is registered with the Portuguese tax authority (AT), over all its document
 * types.
 *
 * <p>InvoiceXpress registers the types of a series one by one, so a registration can fail for some
 * of them.
 */
public enum RegistrationState {

  /** Every document type that needs a validation code has one. */
  REGISTERED,

  /**
   * Some document types have a validation code, others that need one have none. The vendor's advice
   * is not to use such a series, but to create and register a new one.
   */
  PARTIALLY_REGISTERED,

  /** No document type has a validation code, and at least one needs it. */
  NOT_REGISTERED,

  /** No document type says whether it is registered: the provider states no codes, or only N/A. */
  UNKNOWN;

  /**
   * Sums up the validation codes of a series. Codes that are not relevant ({@code N/A}) or unknown
   * (not stated by the provider) do not count.
   *
   * @param codes the validation codes of all document types of one series, may be empty
   * @return the state of the series
   * @throws NullPointerException if {@code codes} or a code is null
   */
  public static RegistrationState of(Collection<ValidationCode> codes) {
    boolean registered = false;
    boolean missing = false;
    for (ValidationCode code : Objects.requireNonNull(codes, "codes")) {
      registered |= code.isRegistered();
      missing |= code.status() == ValidationCode.Status.NOT_REGISTERED;
    }
    if (registered) {
      return missing ? PARTIALLY_REGISTERED : REGISTERED;
    }
    return missing ? NOT_REGISTERED : UNKNOWN;
  }
}
