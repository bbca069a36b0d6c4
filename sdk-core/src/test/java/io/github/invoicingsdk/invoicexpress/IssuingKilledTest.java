package io.github.invoicingsdk.invoicexpress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.sandbox.Documents;
import io.github.invoicingsdk.sandbox.Fault;
import io.github.invoicingsdk.sandbox.Gate;
import io.github.invoicingsdk.sandbox.RecordedRequest;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A program that is killed at each of its requests, before the provider does its work and after it,
 * and started again: each order has one number.
 */
@Timeout(300)
class IssuingKilledTest {

  private static final long SERIES = 146090;

  /** As many as issuing one document takes, the reading of the sequence included. */
  private static final int REQUESTS = 11;

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Sandbox sandbox = Sandbox.start();
  private final Documents documents = sandbox.invoiceXpress().documents();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_program_that_is_killed_at_any_request_issues_each_order_once(
      boolean durable, @TempDir Path folder) throws Exception {
    sandbox.invoiceXpress().rateLimit().allowAll();
    documents.listLagRequests(durable ? 1000 : 1);
    String database =
        durable ? "jdbc:sqlite:" + folder.resolve("journal.db") : IssuingProcess.NO_DATABASE;
    List<String> references = new ArrayList<>();
    for (int request = 1; request <= REQUESTS; request++) {
      references.add(killedAt(request, database, "late", Fault::hold));
      references.add(killedAt(request, database, "done", Fault::workThenHold));
    }

    String told = runToTheEnd(database, references);

    assertThat(documents.numbers(SERIES, "invoice"))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, references.size()).boxed().toList());
    assertThat(told.lines()).hasSize(references.size()).allMatch(line -> line.endsWith("/2025"));
    assertThat(references)
        .allSatisfy(
            reference -> {
              List<Long> numbered =
                  documents.ids(reference).stream()
                      .filter(id -> documents.status(id).equals("final"))
                      .toList();
              assertThat(numbered).as(reference).hasSize(1);
              assertThat(told).contains(reference + " " + numbered.get(0) + " ");
              assertThat(documents.ids(reference)).as(reference).hasSizeLessThan(3);
            });
  }

  /** Starts a program for an order of its own, and kills it while one of its requests is held. */
  private String killedAt(int request, String database, String name, Function<Gate, Fault> fault)
      throws Exception {
    String reference = "order-" + name + "-" + request;
    Gate gate = new Gate();
    AtomicInteger count = new AtomicInteger();
    Predicate<RecordedRequest> thatOne = any -> count.incrementAndGet() == request;
    sandbox.faults().on(thatOne).once(fault.apply(gate));
    Process process = start(database, List.of(reference));
    boolean held = false;
    while (!held && process.isAlive()) {
      held = gate.awaitArrival(Duration.ofMillis(20));
    }
    process.destroyForcibly().waitFor();
    // What was held arrives all the same, as requests on the wire do.
    gate.release();
    sandbox.faults().clear();
    return reference;
  }

  private String runToTheEnd(String database, List<String> references) throws Exception {
    Process process = start(database, references);
    try (InputStream output = process.getInputStream()) {
      String told = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      return told;
    }
  }

  private Process start(String database, List<String> references) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(IssuingProcess.class.getName());
    command.add(sandbox.invoiceXpressUrl().toString());
    command.add(sandbox.invoiceXpressApiKey());
    command.add(Long.toString(SERIES));
    command.add(database);
    command.addAll(references);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }
}
