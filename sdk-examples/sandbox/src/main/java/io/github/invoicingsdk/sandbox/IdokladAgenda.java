package io.github.invoicingsdk.sandbox;

import java.time.Duration;

/**
 * The simulated iDoklad agenda: what a test can see and arrange behind the API's back. It is served
 * by the v3 and the v2 operations alike. Thread-safe.
 *
 * <p>Where the provider's documents are silent, the sandbox does this:
 *
 * <ul>
 *   <li>A page size above 200 is refused with 400 in v3; v2 has no upper limit.
 *   <li>A filter that mixes {@code and} with {@code or} without brackets is refused with 400.
 *   <li>{@code select} is refused with 400, as it is not simulated; unknown query parameters are
 *       ignored.
 *   <li>A PATCH ignores members it does not know, and {@code DocumentType}.
 *   <li>A numeric sequence asked for another year than its own shows that year and last number 0.
 *   <li>A 401 has the bare body <code>{"Message": "..."}</code>.
 * </ul>
 */
public interface IdokladAgenda {
  /** Removes every numeric sequence. Tokens stay valid. */
  void clear();

  /**
   * Adds a numeric sequence for the current year. It is the default of its document type if it is
   * the type's only one.
   *
   * @param documentType the type's name or number, such as {@code IssuedInvoice} or {@code 0}
   * @param name the sequence's name
   * @param numberFormat its format, such as <code>FV{RR}{MM}{NNNN}</code>; only its uniqueness is
   *     checked
   * @return the sequence's id
   * @throws IllegalArgumentException if the type is unknown or the format is taken
   */
  int addNumericSequence(String documentType, String name, String numberFormat);

  /**
   * Sets the last number a sequence has used.
   *
   * @param sequenceId the sequence
   * @param number the last number, 0 for none
   * @throws IllegalArgumentException if the sequence does not exist or the number is negative
   */
  void lastNumber(int sequenceId, int number);

  /**
   * The last number a sequence has used.
   *
   * @param sequenceId the sequence
   * @return the last number, 0 for none
   * @throws IllegalArgumentException if the sequence does not exist
   */
  int lastNumber(int sequenceId);

  /** Makes every token issued so far invalid, before its time. */
  void revokeTokens();

  /**
   * How many tokens were issued.
   *
   * @return the count since the start
   */
  int tokensIssued();

  /**
   * Sets how long tokens issued from now on live. Default: one hour.
   *
   * @param lifetime the time, in whole seconds
   * @throws IllegalArgumentException if it is shorter than a second
   */
  void tokenLifetime(Duration lifetime);

  /**
   * Refuses every request for a token because of the agenda's state.
   *
   * @param authErrorCode 0 Free, 1 NeedToDowngrade, 2 Expired; others are named Unknown
   */
  void refuseTokens(int authErrorCode);

  /** Ends what {@link #refuseTokens} began. */
  void acceptTokens();

  /**
   * The agenda's limit, 200 requests a minute unless changed. Requests for tokens do not count.
   *
   * @return the limit
   */
  RateLimit rateLimit();
}
