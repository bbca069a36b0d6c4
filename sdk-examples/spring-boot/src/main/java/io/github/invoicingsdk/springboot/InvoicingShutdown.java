package io.github.invoicingsdk.springboot;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.SmartLifecycle;

/**
 * Lets calls that are under way end before the application's beans are destroyed, and the clients
 * with them.
 *
 * <p>Spring stops phases from the highest to the lowest, and waits for each as long as {@code
 * spring.lifecycle.timeout-per-shutdown-phase} says. What brings in work has to be stopped first:
 * listeners of message queues and task executors stop in the highest phases, then the web server
 * lets its requests end and stops. This phase is below all of these, so that no new work comes and
 * what is waited for is what they have left under way. New calls are not refused meanwhile, because
 * one piece of work may make several.
 */
final class InvoicingShutdown implements SmartLifecycle {

  /** Below the phases in which Spring Boot stops its web servers. */
  static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 4096;

  private final List<AccountActivity> activities;
  private volatile boolean running;

  InvoicingShutdown(List<AccountActivity> activities) {
    this.activities = List.copyOf(activities);
  }

  @Override
  public void start() {
    running = true;
  }

  /** Ends without waiting; Spring calls the other method when the application ends. */
  @Override
  public void stop() {
    running = false;
  }

  @Override
  public void stop(Runnable callback) {
    running = false;
    whenIdle(callback);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // The callback carries on what follows.
  private void whenIdle(Runnable callback) {
    // Nobody waits on a thread: the last call to end goes on here.
    CompletableFuture.allOf(
            activities.stream().map(AccountActivity::idle).toArray(CompletableFuture<?>[]::new))
        .thenRun(
            () -> {
              if (activities.stream().allMatch(activity -> activity.running() == 0)) {
                callback.run();
              } else {
                whenIdle(callback);
              }
            });
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
