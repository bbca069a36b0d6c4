package io.github.invoicingsdk.sandbox;

import java.time.YearMonth;

/**
 * The exports of audit files (SAF-T) of the simulated InvoiceXpress account. Thread-safe.
 *
 * <pre>{@code
 * SaftExports exports = sandbox.invoiceXpress().saftExports();
 * exports.addMonth(YearMonth.of(2025, 2));
 * exports.pendingResponses(1);
 * exports.fileBytes(5_000_000);
 * }</pre>
 */
public interface SaftExports {
  /**
   * Lets a month count as one in which documents were finalised. Every other month without such a
   * document is refused with 422. The small world has the month of its start.
   *
   * @param month the month
   */
  void addMonth(YearMonth month);

  /**
   * Sets how many requests for an export are answered with 202 before it is ready. Exports that
   * have begun keep their number.
   *
   * @param responses 0 or more; 2 by default
   * @throws IllegalArgumentException if the number is negative
   */
  void pendingResponses(int responses);

  /**
   * Sets the size of the files.
   *
   * @param bytes what a file has at least, 0 to 100000000; 0 by default, for the smallest file
   * @throws IllegalArgumentException if the number is out of range
   */
  void fileBytes(int bytes);

  /** Lets the next request for an export fail with 500; the export begins again after it. */
  void failNext();
}
