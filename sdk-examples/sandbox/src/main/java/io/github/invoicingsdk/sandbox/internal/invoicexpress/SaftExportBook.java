package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import io.github.invoicingsdk.sandbox.SaftExports;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The exports that are being made or are ready, one for each month. */
final class SaftExportBook implements SaftExports {
  private static final int MAX_FILE_BYTES = 100_000_000;

  private final Finalised finalised;
  private final Set<YearMonth> arranged = new HashSet<>();
  private final Map<YearMonth, Integer> pendingByMonth = new HashMap<>();
  private int pendingResponses = 2;
  private int fileBytes;
  private boolean failNext;

  SaftExportBook(Finalised finalised) {
    this.finalised = finalised;
  }

  synchronized void clear() {
    arranged.clear();
    pendingByMonth.clear();
  }

  @Override
  public synchronized void addMonth(YearMonth month) {
    arranged.add(Objects.requireNonNull(month, "month"));
  }

  @Override
  public synchronized void pendingResponses(int responses) {
    if (responses < 0) {
      throw new IllegalArgumentException("responses must be 0 or more, but is " + responses);
    }
    pendingResponses = responses;
  }

  @Override
  public synchronized void fileBytes(int bytes) {
    if (bytes < 0 || bytes > MAX_FILE_BYTES) {
      throw new IllegalArgumentException(
          "bytes must be from 0 to " + MAX_FILE_BYTES + ", but is " + bytes);
    }
    fileBytes = bytes;
  }

  @Override
  public synchronized void failNext() {
    failNext = true;
  }

  synchronized boolean hasDocuments(YearMonth month) {
    return arranged.contains(month) || finalised.anyIn(month);
  }

  /** Takes the failure that was asked for; what had been made of that month is lost. */
  synchronized boolean takeFailure(YearMonth month) {
    boolean fails = failNext;
    failNext = false;
    if (fails) {
      pendingByMonth.remove(month);
    }
    return fails;
  }

  /** Takes one of the month's pending responses; false if none is left and its file is ready. */
  synchronized boolean takePendingResponse(YearMonth month) {
    int left = pendingByMonth.getOrDefault(month, pendingResponses);
    pendingByMonth.put(month, Math.max(0, left - 1));
    return left > 0;
  }

  synchronized boolean isReady(YearMonth month) {
    return pendingByMonth.getOrDefault(month, 1) == 0;
  }

  synchronized int fileBytes() {
    return fileBytes;
  }
}
