package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import java.util.Set;
import java.util.function.Supplier;

/** A registration that runs. Until it ends, the account refuses every other one. */
interface Registration {
  /** Goes as far as a request sees it go that arrives now; false if it ends with that. */
  boolean advance();

  /** Ends it now, with success. */
  void complete();

  /** Gives all types their codes when it ends, after a number of requests. */
  final class AtTheEnd implements Registration {
    private final Runnable registerAll;
    private int requestsLeft;

    AtTheEnd(Runnable registerAll, int requests) {
      this.registerAll = registerAll;
      this.requestsLeft = requests;
    }

    @Override
    public boolean advance() {
      if (requestsLeft == 0) {
        complete();
        return false;
      }
      requestsLeft--;
      return true;
    }

    @Override
    public void complete() {
      registerAll.run();
    }
  }

  /** Gives one type its code each time, except for the missing types. */
  final class TypeByType implements Registration {
    private final Series series;
    private final Set<Numbering> missing;
    private final Supplier<String> newCode;

    TypeByType(Series series, Set<Numbering> missing, Supplier<String> newCode) {
      this.series = series;
      this.missing = missing;
      this.newCode = newCode;
    }

    @Override
    public boolean advance() {
      return series.registerNext(missing, newCode);
    }

    @Override
    public void complete() {
      series.register(missing, newCode);
    }
  }
}
