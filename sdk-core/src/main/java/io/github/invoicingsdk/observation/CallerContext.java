package io.github.invoicingsdk.observation;

/**
 * What a {@link CallListener} has remembered of the thread that called a method of the client, such
 * as the current span or the MDC of a log, to be made current again on the threads that work for
 * the call. Thread-safe: it may be current on several threads at once.
 *
 * <pre>{@code
 * public CallerContext capture() {
 *   Context caller = Context.current();
 *   return () -> {
 *     Scope scope = caller.makeCurrent();
 *     return scope::close;
 *   };
 * }
 * }</pre>
 */
@FunctionalInterface
public interface CallerContext {

  /** Nothing was remembered, and nothing is made current. */
  CallerContext NONE = () -> () -> {};

  /**
   * Makes what was remembered current on this thread.
   *
   * @return ends that; it is closed on the same thread, and what was current before is so again
   */
  Scope makeCurrent();

  /** The time in which something is current on a thread. */
  @FunctionalInterface
  interface Scope extends AutoCloseable {

    /** Ends it. */
    @Override
    void close();
  }
}
