package io.github.invoicingsdk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Finds threads of the SDK that outlive their client. */
final class SdkThreads {

  private static final String PREFIX = "invoicing-sdk-";
  private static final long PATIENCE_MILLIS = 20_000;

  private final Set<Thread> before = alive();

  /** Waits until the threads that came since this object was made have ended. */
  void assertEnded() throws InterruptedException {
    List<Thread> since = alive().stream().filter(thread -> !before.contains(thread)).toList();
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    for (Thread thread : since) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      thread.join(Math.max(1, left));
    }
    assertThat(since).noneMatch(Thread::isAlive);
  }

  private static Set<Thread> alive() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(PREFIX))
        .collect(Collectors.toSet());
  }
}
