package io.github.invoicingsdk.benchmarks.report;

import java.util.Locale;

/** The limits, all of them upper ones, and why they are what they are. */
public enum Goal {
  /** The SDK is to cost no more time than what it replaces. */
  GET_TIME("time of a GET, to hand-written", 1.05, "×", false),
  /** As above, for a call with a body. */
  POST_TIME("time of a POST, to hand-written", 1.05, "×", false),
  /** As above, for a long response. */
  PAGE_TIME("time of a page of 100, to hand-written", 1.05, "×", false),
  /** The hand-written client takes about 34; the rest is what retries, deadlines and masks need. */
  GET_ALLOCATION("allocation of a GET", 45 * 1024, "B", true),
  /** The partner's transport is no reason to be slower than the partner's own way to use it. */
  OKHTTP_TIME("time of a GET on OkHttp, to Retrofit", 1.10, "×", false),
  /** Adapters that are written out must not be slower than reflection. */
  DECODE_TIME("time to decode 50 fields, to Gson's reflection", 1.00, "×", false),
  /** As above. */
  ENCODE_TIME("time to encode 50 fields, to Gson's reflection", 1.00, "×", false),
  /** What a plain reader over the bytes took when this was set. */
  DECODE_ALLOCATION("allocation to decode 50 fields", 16_600, "B", true),
  /** Four pages ahead could save three quarters; the first page has nothing before it. */
  PREFETCH_TIME("time of 100 pages, fetched ahead, to one after the other", 0.35, "×", false),
  /** What a command-line tool can afford before it does anything. */
  CREATION_TIME("creation of a client of each provider, cold", 60, "ms", false),
  /** From main, measured inside the process. */
  FIRST_RESPONSE_TIME("first response of a fresh process, to hand-written", 1.15, "×", false),
  /** What the size was when this was set, and a tenth for growth: more is to be noticed. */
  CORE_SIZE("size of the core", 850 * 1024, "B", true),
  /** As above; it grows with the number of operations. */
  GENERATED_SIZE("size of the generated interfaces and models", 840 * 1024, "B", true),
  /** Core and generated, Feign, Gson and its annotations, Bucket4j, JSpecify. */
  RUNTIME_ARTIFACTS("artifacts that come with the core, itself included", 7, "", true);

  private final String title;
  private final double limit;
  private final String unit;
  private final boolean independentOfTheMachine;

  Goal(String title, double limit, String unit, boolean independentOfTheMachine) {
    this.title = title;
    this.limit = limit;
    this.unit = unit;
    this.independentOfTheMachine = independentOfTheMachine;
  }

  /** Whether a miss is the code's fault and not the machine's, so that a build may fail by it. */
  public boolean isIndependentOfTheMachine() {
    return independentOfTheMachine;
  }

  /** Whether a figure is good enough. */
  public boolean isMetBy(double figure) {
    return figure <= limit;
  }

  /** What is limited. */
  public String title() {
    return title;
  }

  /** The limit, with its unit. */
  public String limit() {
    return text(limit);
  }

  /** A figure of this goal, with its unit. */
  public String text(double figure) {
    return unit.equals("×")
        ? String.format(Locale.ROOT, "%.2f ×", figure)
        : String.format(Locale.ROOT, "%,.0f %s", figure, unit).strip();
  }
}
