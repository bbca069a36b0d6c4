package io.github.invoicingsdk.internal.http;

/**
 * The stages that every request passes, outermost first; below the last of them is the transport.
 *
 * <p>The order is part of what the SDK promises. Credentials are added below everything that makes
 * exceptions; listeners are told by the lowest stage, but never shown an address or a header.
 * Repeated requests are authenticated anew, and each of them takes its own permit of the rate
 * limit. The deadline and the size cap hold for whatever transport is used.
 */
public enum Stage {
  /** Completes the address, so that errors and logs show all of it. */
  ADDRESS,
  /** Turns failures and error answers into the SDK's exceptions. */
  TRANSLATE_ERRORS,
  /** Repeats what may be repeated. */
  RETRY,
  /** Adds the credentials. */
  AUTHENTICATE,
  /** Waits for a permit of the provider's rate limit. */
  LIMIT_RATE,
  /** Enforces the deadline and the size cap, and counts the requests sent. */
  BOUND
}
