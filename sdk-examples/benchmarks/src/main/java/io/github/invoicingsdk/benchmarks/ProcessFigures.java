package io.github.invoicingsdk.benchmarks;

import io.github.invoicingsdk.benchmarks.peer.PeerKind;
import io.github.invoicingsdk.benchmarks.report.Goal;
import io.github.invoicingsdk.benchmarks.report.Report;
import io.github.invoicingsdk.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What fresh processes measure of themselves: how they start, and what idle clients hold. */
final class ProcessFigures {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final List<Integer> CLIENTS = List.of(1, 1000);

  private final Extent extent;
  private final Report report;

  ProcessFigures(Extent extent, Report report) {
    this.extent = extent;
    this.report = report;
  }

  void measure() throws IOException, InterruptedException {
    try (ServerProcess server = ServerProcess.start(0)) {
      coldStarts(server.address().toString());
      footprints(server.address().toString());
    }
  }

  private void coldStarts(String address) throws IOException, InterruptedException {
    Map<PeerKind, List<long[]>> runs = new EnumMap<>(PeerKind.class);
    List<long[]> creations = new ArrayList<>();
    // In turn, so that a slow moment of the machine meets all of them.
    for (int round = 0; round < extent.processes(); round++) {
      for (PeerKind kind : PeerKind.values()) {
        runs.computeIfAbsent(kind, key -> new ArrayList<>())
            .add(JavaProcess.numbers(ColdStart.class, kind.jars(), kind.name(), address));
      }
      creations.add(
          JavaProcess.numbers(ColdStart.class, PeerKind.SDK.jars(), ColdStart.CREATION, address));
    }
    String title = "A fresh process, from main on, median of " + extent.processes();
    report.table(
        title, "Client", "ms to the client", "ms to the first response", "to hand-written");
    double base = medianMillis(runs.getOrDefault(PeerKind.HAND_WRITTEN, List.of()), 1);
    runs.forEach(
        (kind, numbers) -> {
          double response = medianMillis(numbers, 1);
          report.row(
              title,
              kind.title(),
              CallFigures.number(medianMillis(numbers, 0)),
              CallFigures.number(response),
              CallFigures.ratio(response / base));
        });
    double creation = medianMillis(creations, 0);
    report.row(title, "SDK, a client of each provider", CallFigures.number(creation), "", "");
    report.reached(Goal.CREATION_TIME, creation);
    report.reached(
        Goal.FIRST_RESPONSE_TIME,
        medianMillis(runs.getOrDefault(PeerKind.SDK, List.of()), 1) / base);
  }

  private void footprints(String address) throws IOException, InterruptedException {
    String title = "Idle clients, after one call each";
    report.table(title, "Connections", "Clients", "KiB of live heap for each", "threads");
    for (String transport : List.of(Footprint.OWN, Footprint.SHARED)) {
      for (int count : CLIENTS) {
        long[] numbers =
            JavaProcess.numbers(
                Footprint.class, PeerKind.SDK.jars(), transport, Integer.toString(count), address);
        report.row(
            title,
            transport.equals(Footprint.OWN) ? "each its own" : "shared by all",
            Integer.toString(count),
            CallFigures.number(numbers[0] / 1024.0 / count),
            Long.toString(numbers[1]));
      }
    }
  }

  private static double medianMillis(List<long[]> runs, int index) {
    long[] sorted = runs.stream().mapToLong(numbers -> numbers[index]).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalStateException("nothing was measured");
    }
    return sorted[sorted.length / 2] / NANOS_PER_MILLI;
  }
}
