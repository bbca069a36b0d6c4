package io.github.invoicingsdk.fleet;

import java.time.YearMonth;

/**
 * Counts calls by month for several processes. What its method throws means that the store is away.
 * Implementations are thread-safe.
 */
@FunctionalInterface
public interface UsageStore {

  /**
   * Adds to the count of a month.
   *
   * @param account whose calls they are
   * @param month the month in which they were sent
   * @param calls how many requests; may be zero
   * @param failed how many of them failed; may be zero
   * @return the whole count of the month
   */
  MonthlyUsage add(String account, YearMonth month, long calls, long failed);
}
