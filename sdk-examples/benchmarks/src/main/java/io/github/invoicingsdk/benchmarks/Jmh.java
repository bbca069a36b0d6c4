package io.github.invoicingsdk.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.ListStatistics;
import org.openjdk.jmh.util.Statistics;

/** Runs JMH and returns what it measured. */
final class Jmh {

  private static final String ALLOCATION = "gc.alloc.rate.norm";

  private final Extent extent;

  Jmh(Extent extent) {
    this.extent = extent;
  }

  /**
   * Runs a benchmark class.
   *
   * @param include which methods, as a regular expression
   * @param threads on how many threads
   * @param virtual whether they are virtual ones
   * @param parameters pairs: the name of a parameter, its values separated by commas
   */
  List<Figure> run(String include, int threads, boolean virtual, String... parameters)
      throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(include)
            .threads(threads)
            .forks(1)
            .warmupIterations(1)
            .warmupTime(TimeValue.milliseconds(warmupMillis(include)))
            .measurementIterations(extent.iterations())
            .measurementTime(TimeValue.milliseconds(extent.iterationMillis()))
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true);
    if (virtual) {
      options.jvmArgsAppend("-Djmh.executor=VIRTUAL");
    }
    for (int index = 0; index < parameters.length; index += 2) {
      options.param(parameters[index], parameters[index + 1].split(",", -1));
    }
    Collection<RunResult> results = new Runner(options.build()).run();
    List<Figure> figures = new ArrayList<>();
    for (RunResult result : results) {
      figures.add(figure(result));
    }
    return figures;
  }

  private int warmupMillis(String include) {
    boolean calls = include.contains(CallBenchmark.class.getSimpleName());
    return calls ? extent.callWarmupMillis() : extent.warmupMillis();
  }

  private static Figure figure(RunResult result) {
    BenchmarkParams params = result.getParams();
    String name = params.getBenchmark();
    Result<?> allocation = result.getSecondaryResults().get(ALLOCATION);
    if (allocation == null) {
      throw new IllegalStateException("JMH did not tell " + ALLOCATION + " of " + name);
    }
    List<String> parameters = new ArrayList<>();
    params.getParamsKeys().forEach(key -> parameters.add(params.getParam(key)));
    return new Figure(
        name.substring(name.lastIndexOf('.') + 1),
        List.copyOf(parameters),
        median(result.getPrimaryResult()),
        median(allocation));
  }

  /** One slow moment of the machine must not make a figure. */
  private static double median(Result<?> result) {
    return median(result.getStatistics());
  }

  private static double median(Statistics statistics) {
    return statistics.getPercentile(50);
  }

  /**
   * One figure.
   *
   * @param method the method that was run
   * @param parameters the values of the parameters, in the order of their names
   * @param time the time for one run of it, in the unit of the benchmark
   * @param bytes what one run allocates
   */
  record Figure(String method, List<String> parameters, double time, double bytes) {

    /** One figure for each method and parameters, in the order in which they came first. */
    static List<Figure> medians(List<Figure> figures) {
      Map<List<Object>, List<Figure>> same = new LinkedHashMap<>();
      for (Figure figure : figures) {
        same.computeIfAbsent(List.of(figure.method, figure.parameters), key -> new ArrayList<>())
            .add(figure);
      }
      return same.values().stream()
          .map(
              turns ->
                  new Figure(
                      turns.get(0).method,
                      turns.get(0).parameters,
                      median(turns, Figure::time),
                      median(turns, Figure::bytes)))
          .toList();
    }

    private static double median(List<Figure> figures, ToDoubleFunction<Figure> part) {
      return Jmh.median(new ListStatistics(figures.stream().mapToDouble(part).toArray()));
    }
  }
}
