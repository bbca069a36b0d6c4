package io.github.invoicingsdk.fleet;

import java.time.YearMonth;
import java.util.Objects;

/**
 * How many requests were sent in a month. Immutable.
 *
 * <pre>{@code
 * if (client.usage().calls() > 7_000) {
 *   alert("iDoklad's plan allows 7,500 calls a month");
 * }
 * }</pre>
 *
 * @param month the month, in the time of the provider's country
 * @param calls how many requests were sent to the API; repetitions count, requests for access
 *     tokens do not
 * @param failed how many of them were not answered with success
 */
public record MonthlyUsage(YearMonth month, long calls, long failed) {

  /**
   * Creates a count.
   *
   * @param month the month
   * @param calls how many requests were sent
   * @param failed how many of them failed
   */
  public MonthlyUsage {
    Objects.requireNonNull(month, "month");
  }
}
