package io.github.invoicingsdk.error;

import java.util.Arrays;
import java.util.List;

/**
 * What the status of a response proves about the request. Every status that HTTP allows has a
 * meaning; the page "Errors" of the guide shows all of them.
 *
 * <p>A status proves only what the provider or HTTP itself says by it. Between the SDK and the
 * provider there may be gateways that hand a request on, lose sight of it and answer themselves, as
 * content delivery networks and load balancers do with 502 to 504 and 520 to 530. A gateway that
 * looks at the request alone, before it hands it on, proves that nothing was processed, such as
 * nginx with 494 to 497.
 */
public enum StatusMeaning {

  /** The provider has accepted the request. */
  PROCESSED(false, true),
  /** The request was refused and not processed. The same request would be refused again. */
  REFUSED(false, false),
  /** The request was not processed because of the moment: any operation can be sent again later. */
  NOT_NOW(true, false),
  /** Nothing is proven, and it may pass: an operation that may be repeated is sent again. */
  UNKNOWN_FOR_NOW(true, true),
  /** Nothing is proven, and sending it again is of no use. */
  UNKNOWN(false, true);

  private static final int LOWEST = 100;
  private static final int HIGHEST = 599;
  private static final StatusMeaning[] TABLE = table();

  private final boolean mayPass;
  private final boolean mayHaveBeenProcessed;

  StatusMeaning(boolean mayPass, boolean mayHaveBeenProcessed) {
    this.mayPass = mayPass;
    this.mayHaveBeenProcessed = mayHaveBeenProcessed;
  }

  /**
   * What a status proves when a provider's API is called.
   *
   * @param provider the provider; some are known to say certain statuses before they process
   *     anything
   * @param status any number; one outside 100 to 599 proves nothing
   * @return the meaning
   */
  public static StatusMeaning of(Provider provider, int status) {
    return provider.saysBeforeProcessing(status) ? NOT_NOW : of(status);
  }

  /**
   * What a status proves, whoever says it.
   *
   * @param status any number; one outside 100 to 599 proves nothing
   * @return the meaning
   */
  public static StatusMeaning of(int status) {
    return status < LOWEST || status > HIGHEST ? UNKNOWN : TABLE[status - LOWEST];
  }

  /**
   * Whether the next attempt may end otherwise.
   *
   * @return true if it may
   */
  public boolean mayPass() {
    return mayPass;
  }

  /**
   * Whether the request may have been processed.
   *
   * @return false only if it is certain that it was not
   */
  public boolean mayHaveBeenProcessed() {
    return mayHaveBeenProcessed;
  }

  private static StatusMeaning[] table() {
    StatusMeaning[] table = new StatusMeaning[HIGHEST - LOWEST + 1];
    // 1xx is never the last word of a server, 3xx leads to another place that is not gone to, and
    // what nobody has defined says nothing.
    Arrays.fill(table, UNKNOWN);
    put(table, 200, 299, PROCESSED);
    // HTTP (RFC 9110, 4918, 6585, 7725): the client's mistake.
    put(table, 400, 407, REFUSED);
    put(table, 409, 417, REFUSED);
    put(table, 421, 424, REFUSED);
    for (int status : List.of(426, 428, 431, 451)) {
      put(table, status, REFUSED);
    }
    // A request that came too slowly, or too early. Who says so may not be the one who works.
    put(table, 408, UNKNOWN_FOR_NOW);
    put(table, 425, UNKNOWN_FOR_NOW);
    // A gateway in between may say so about its own second attempt.
    put(table, 429, UNKNOWN_FOR_NOW);
    // Load balancers of AWS: too many addresses in a header; a protocol that does not fit.
    put(table, 463, 464, REFUSED);
    // nginx: headers too large, no valid client certificate, plain HTTP to a port for TLS.
    put(table, 494, 497, REFUSED);
    put(table, 500, UNKNOWN_FOR_NOW);
    put(table, 502, 504, UNKNOWN_FOR_NOW);
    // The sign-in page of a network, which keeps all requests to itself (RFC 6585).
    put(table, 511, REFUSED);
    // Cloudflare: the server behind it failed, is down, cannot be reached or is slow. It does not
    // say what became of attempts before the last.
    put(table, 520, 524, UNKNOWN_FOR_NOW);
    put(table, 527, UNKNOWN_FOR_NOW);
    put(table, 529, 530, UNKNOWN_FOR_NOW);
    // Load balancers of AWS: signing in failed, which comes before handing on.
    put(table, 561, REFUSED);
    // Proxies whose connection to the server timed out.
    put(table, 598, 599, UNKNOWN_FOR_NOW);
    return table;
  }

  private static void put(StatusMeaning[] table, int status, StatusMeaning meaning) {
    put(table, status, status, meaning);
  }

  private static void put(StatusMeaning[] table, int first, int last, StatusMeaning meaning) {
    Arrays.fill(table, first - LOWEST, last - LOWEST + 1, meaning);
  }
}
