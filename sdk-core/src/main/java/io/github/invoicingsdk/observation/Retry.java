package io.github.invoicingsdk.observation;

import java.time.Duration;
import java.util.Objects;

/**
 * The repetition of a request. Immutable.
 *
 * @param reason why the request is sent again
 * @param pause how long the SDK waits before; zero when it does not
 */
public record Retry(Reason reason, Duration pause) {

  /**
   * Creates the description of a repetition.
   *
   * @param reason why the request is sent again
   * @param pause how long the SDK waits before
   */
  public Retry {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(pause, "pause");
  }

  /** Why a request is sent again. */
  public enum Reason {
    /** No connection came about. */
    NOT_CONNECTED,
    /** The provider's rate limit was reached (status 429). */
    RATE_LIMITED,
    /** The provider is not available (status 503). */
    UNAVAILABLE,
    /** The provider failed, or a gateway in front of it (any other status). */
    SERVER_ERROR,
    /** No whole response came in time. */
    TIMED_OUT,
    /** The connection or the response broke off. */
    CONNECTION_LOST,
    /** The access token was refused; the request is sent with a new one (status 401). */
    TOKEN_REFUSED,
    /** No access token could be had. */
    NO_TOKEN
  }
}
