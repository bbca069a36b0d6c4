package io.github.invoicingsdk.observation;

import java.util.ArrayList;
import java.util.List;

/** A listener that writes down all events, a short line each. */
public final class RecordingListener implements CallListener {

  private final List<String> lines = new ArrayList<>();
  private final List<Attempt> attempts = new ArrayList<>();
  private final List<CallResult> results = new ArrayList<>();

  /** Creates a recording that is empty. */
  public RecordingListener() {}

  @Override
  public synchronized void started(Call call) {
    lines.add("started " + name(call));
  }

  @Override
  public synchronized void attempted(Call call, Attempt attempt) {
    attempts.add(attempt);
    lines.add(
        "attempted "
            + name(call)
            + " "
            + attempt.number()
            + " "
            + attempt.outcome()
            + (attempt.status().isPresent() ? " " + attempt.status().getAsInt() : ""));
  }

  @Override
  public synchronized void retrying(Call call, Retry retry) {
    lines.add("retrying " + name(call) + " " + retry.reason() + " " + retry.pause());
  }

  @Override
  public synchronized void ended(Call call, CallResult result) {
    results.add(result);
    lines.add("ended " + name(call) + " " + result.outcome() + " after " + result.attempts());
  }

  /** Every event, in order. */
  public synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  synchronized List<Attempt> attempts() {
    return List.copyOf(attempts);
  }

  synchronized List<CallResult> results() {
    return List.copyOf(results);
  }

  private static String name(Call call) {
    return call.operation() + (call.page().isPresent() ? " page " + call.page().getAsInt() : "");
  }
}
