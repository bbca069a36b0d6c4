package io.github.invoicingsdk.internal.http;

/**
 * The stages that a request passes, outermost first. The order is a promise:
 *
 * <ul>
 *   <li>what is added to the address before {@link #TRANSLATE} shows in messages, what is added
 *       after it (the API key) does not;
 *   <li>every attempt of {@link #RETRY} is authenticated, counted and bounded anew;
 *   <li>{@link #OBSERVE} never sees credentials;
 *   <li>{@link #LIMIT_RATE} lets through what really goes out, repeated and renewed requests
 *       included.
 * </ul>
 */
public enum Stage {
  /** Adds what the SDK supplies to the address, such as the page number. */
  ADDRESS,
  /** Turns refusals and failures into the SDK's exceptions. */
  TRANSLATE,
  /** Shows the call to listeners. */
  OBSERVE,
  /** Sends a request again when that is safe. */
  RETRY,
  /** Adds the credentials. */
  AUTHENTICATE,
  /** Waits until the provider's limit allows a request. */
  LIMIT_RATE,
  /** Bounds a request's time and its answer's size. */
  BOUND
}
