package io.github.invoicingsdk.benchmarks;

import io.github.invoicingsdk.benchmarks.Jmh.Figure;
import io.github.invoicingsdk.benchmarks.codec.CodecKind;
import io.github.invoicingsdk.benchmarks.peer.PeerKind;
import io.github.invoicingsdk.benchmarks.report.Goal;
import io.github.invoicingsdk.benchmarks.report.Report;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.RunnerException;

/** What calls, JSON and walks through lists cost, measured with JMH. */
final class CallFigures {

  private static final int FIRST_JDK_WITH_VIRTUAL_THREADS = 21;
  private static final int MANY_THREADS = 32;
  private static final int TURNS = 3;

  private final Extent extent;
  private final Jmh jmh;
  private final Report report;

  CallFigures(Extent extent, Report report) {
    this.extent = extent;
    this.jmh = new Jmh(extent);
    this.report = report;
  }

  void measure() throws RunnerException {
    String peers = names(PeerKind.values());
    if (extent == Extent.SHORT) {
      double bytes =
          jmh.run("CallBenchmark.get", 1, false, "peer", PeerKind.SDK.name()).get(0).bytes();
      report.reached(Goal.GET_ALLOCATION, bytes);
      Figure decode =
          jmh.run(
                  "CodecBenchmark.decode",
                  1,
                  false,
                  "codec",
                  CodecKind.SDK.name(),
                  "payload",
                  "FIFTY_FIELDS")
              .get(0);
      report.reached(Goal.DECODE_ALLOCATION, decode.bytes());
      return;
    }
    calls("One thread", oneThread(peers), true);
    calls(
        MANY_THREADS + " threads",
        jmh.run("CallBenchmark.get", MANY_THREADS, false, "peer", peers),
        false);
    if (Runtime.version().feature() >= FIRST_JDK_WITH_VIRTUAL_THREADS) {
      calls(
          MANY_THREADS + " virtual threads",
          jmh.run("CallBenchmark.get", MANY_THREADS, true, "peer", peers),
          false);
    }
    codecs(jmh.run("CodecBenchmark", 1, false));
    walks(jmh.run("WalkBenchmark", 1, false));
  }

  /**
   * All clients once, and what goals compare in turns: the machine is not the same from one minute
   * to the next.
   */
  private List<Figure> oneThread(String peers) throws RunnerException {
    List<Figure> figures = new ArrayList<>(jmh.run("CallBenchmark", 1, false, "peer", peers));
    String onJdk = names(PeerKind.SDK, PeerKind.HAND_WRITTEN);
    String onOkHttp = names(PeerKind.SDK_OKHTTP, PeerKind.RETROFIT);
    for (int turn = 1; turn < TURNS; turn++) {
      figures.addAll(jmh.run("CallBenchmark", 1, false, "peer", onJdk));
      figures.addAll(jmh.run("CallBenchmark.get", 1, false, "peer", onOkHttp));
    }
    return Figure.medians(figures);
  }

  private void calls(String title, List<Figure> figures, boolean goals) {
    report.table(
        title, "Call", "Client", "µs", "to hand-written", "KiB allocated", "to hand-written");
    Map<String, Figure> byCall = new HashMap<>();
    figures.forEach(figure -> byCall.put(key(figure.method(), figure.parameters().get(0)), figure));
    for (Figure figure : figures) {
      Figure base = find(byCall, figure.method(), PeerKind.HAND_WRITTEN.name());
      report.row(
          title,
          figure.method(),
          PeerKind.valueOf(figure.parameters().get(0)).title(),
          number(figure.time()),
          ratio(figure.time() / base.time()),
          number(figure.bytes() / 1024),
          ratio(figure.bytes() / base.bytes()));
    }
    if (goals) {
      report.reached(Goal.GET_TIME, times(byCall, "get", PeerKind.SDK, PeerKind.HAND_WRITTEN));
      report.reached(Goal.POST_TIME, times(byCall, "post", PeerKind.SDK, PeerKind.HAND_WRITTEN));
      report.reached(Goal.PAGE_TIME, times(byCall, "page", PeerKind.SDK, PeerKind.HAND_WRITTEN));
      report.reached(
          Goal.OKHTTP_TIME, times(byCall, "get", PeerKind.SDK_OKHTTP, PeerKind.RETROFIT));
      report.reached(Goal.GET_ALLOCATION, find(byCall, "get", PeerKind.SDK.name()).bytes());
    }
  }

  private void codecs(List<Figure> figures) {
    String title = "JSON alone";
    report.table(title, "Work", "By", "µs", "to Gson's reflection", "bytes allocated", "to Gson's");
    Map<String, Figure> byWork = new HashMap<>();
    figures.forEach(figure -> byWork.put(key(work(figure), figure.parameters().get(0)), figure));
    for (Figure figure : figures) {
      Figure base = find(byWork, work(figure), CodecKind.GSON.name());
      report.row(
          title,
          work(figure).toLowerCase(Locale.ROOT).replace('_', ' '),
          CodecKind.valueOf(figure.parameters().get(0)).title(),
          number(figure.time()),
          ratio(figure.time() / base.time()),
          number(figure.bytes()),
          ratio(figure.bytes() / base.bytes()));
    }
    Figure decode = find(byWork, "decode FIFTY_FIELDS", CodecKind.SDK.name());
    Figure encode = find(byWork, "encode FIFTY_FIELDS", CodecKind.SDK.name());
    report.reached(
        Goal.DECODE_TIME, decode.time() / find(byWork, work(decode), CodecKind.GSON.name()).time());
    report.reached(
        Goal.ENCODE_TIME, encode.time() / find(byWork, work(encode), CodecKind.GSON.name()).time());
    report.reached(Goal.DECODE_ALLOCATION, decode.bytes());
  }

  private void walks(List<Figure> figures) {
    String title = "100 pages of 100, each 20 ms away";
    report.table(title, "Pages fetched ahead", "ms", "to one after the other");
    double sequential =
        figures.stream()
            .filter(figure -> figure.parameters().contains("0"))
            .mapToDouble(Figure::time)
            .findFirst()
            .orElseThrow();
    for (Figure figure : figures) {
      double ratio = figure.time() / sequential;
      report.row(title, figure.parameters().get(0), number(figure.time()), ratio(ratio));
      if (!figure.parameters().contains("0")) {
        report.reached(Goal.PREFETCH_TIME, ratio);
      }
    }
  }

  private static double times(
      Map<String, Figure> figures, String call, PeerKind peer, PeerKind other) {
    return find(figures, call, peer.name()).time() / find(figures, call, other.name()).time();
  }

  private static String work(Figure figure) {
    return figure.method() + " " + figure.parameters().get(1);
  }

  private static String key(String work, String who) {
    return work + " by " + who;
  }

  private static Figure find(Map<String, Figure> figures, String work, String who) {
    Figure figure = figures.get(key(work, who));
    if (figure == null) {
      throw new IllegalStateException(key(work, who) + " was not measured");
    }
    return figure;
  }

  private static String names(Enum<?>... values) {
    return Arrays.stream(values).map(Enum::name).collect(Collectors.joining(","));
  }

  static String number(double value) {
    String format = value < 1 ? "%.3f" : value < 100 ? "%.1f" : "%,.0f";
    return String.format(Locale.ROOT, format, value);
  }

  static String ratio(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
