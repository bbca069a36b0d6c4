package io.github.invoicingsdk.sandbox;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which a sandbox disturbs its responses. Thread-safe.
 *
 * <pre>{@code
 * sandbox.faults().on("PUT", ".*" + "/register\\.json").once(Fault.workThenCut());
 * sandbox.faults().on(request -> true).times(3, Fault.response(CannedResponse.of(503)));
 * }</pre>
 *
 * <p>A request meets the oldest rule that matches it and is not used up, and no other; so rules for
 * the same request are used one after the other, in the order they were made.
 */
public final class Faults {
  private final List<Rule> rules = new ArrayList<>();

  Faults() {}

  /**
   * Starts a rule for requests of one method whose path matches.
   *
   * @param method the method, such as {@code GET}
   * @param pathRegex a regular expression for the whole path as {@link RecordedRequest#path()}
   *     gives it, such as {@code /invoicexpress/sequences/.*}
   * @return the rule to complete
   */
  public Target on(String method, String pathRegex) {
    Objects.requireNonNull(method, "method");
    Pattern path = Pattern.compile(pathRegex);
    return on(request -> request.method().equals(method) && path.matcher(request.path()).matches());
  }

  /**
   * Starts a rule for the requests a predicate accepts.
   *
   * @param requests says which; called on the server's threads
   * @return the rule to complete
   */
  public Target on(Predicate<RecordedRequest> requests) {
    Objects.requireNonNull(requests, "requests");
    return new Target(requests);
  }

  /** Removes every rule. Requests that are being held stay held. */
  public synchronized void clear() {
    rules.clear();
  }

  private synchronized void add(Rule rule) {
    rules.add(rule);
  }

  synchronized @Nullable Fault next(RecordedRequest request) {
    Iterator<Rule> iterator = rules.iterator();
    while (iterator.hasNext()) {
      Rule rule = iterator.next();
      if (rule.requests.test(request)) {
        if (--rule.left == 0) {
          iterator.remove();
        }
        return rule.fault;
      }
    }
    return null;
  }

  /** A rule that knows its requests, and waits to hear what to do with them and how often. */
  public final class Target {
    private final Predicate<RecordedRequest> requests;

    private Target(Predicate<RecordedRequest> requests) {
      this.requests = requests;
    }

    /**
     * Disturbs the next matching request.
     *
     * @param fault what to do
     */
    public void once(Fault fault) {
      times(1, fault);
    }

    /**
     * Disturbs the next matching requests.
     *
     * @param count how many, at least 1
     * @param fault what to do
     * @throws IllegalArgumentException if the count is below 1
     */
    public void times(int count, Fault fault) {
      if (count < 1) {
        throw new IllegalArgumentException("count must be at least 1, but is " + count);
      }
      add(new Rule(requests, Objects.requireNonNull(fault, "fault"), count));
    }

    /**
     * Disturbs every matching request until {@link Faults#clear()}.
     *
     * @param fault what to do
     */
    public void always(Fault fault) {
      add(new Rule(requests, Objects.requireNonNull(fault, "fault"), Long.MAX_VALUE));
    }
  }

  /** A complete rule and how often it may still be used. */
  private static final class Rule {
    private final Predicate<RecordedRequest> requests;
    private final Fault fault;
    private long left;

    private Rule(Predicate<RecordedRequest> requests, Fault fault, long left) {
      this.requests = requests;
      this.fault = fault;
      this.left = left;
    }
  }
}
