package io.github.invoicingsdk.invoicexpress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.error.OutcomeUnknownException;
import io.github.invoicingsdk.error.ServerException;
import io.github.invoicingsdk.error.TransportException;
import io.github.invoicingsdk.fixture.SandboxClients;
import io.github.invoicingsdk.internal.http.FakeTime;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.Fault;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Hundreds of registrations and creations while every kind of request fails at random, before the
 * work, after it and instead of it: in the end, nothing was done twice, nothing that was reported
 * as done is missing, and what is not known is reported as such.
 */
class RandomFaultsTest {

  private static final int CALLS = 200;

  private final Sandbox sandbox = Sandbox.builder().empty().start();
  private final InvoiceXpressClient client =
      SandboxClients.invoiceXpress(sandbox, new FakeTime()).unlimitedRate().build();

  @BeforeEach
  void allowAnyNumberOfRequests() {
    sandbox.invoiceXpress().rateLimit().allowAll();
  }

  @AfterEach
  void close() {
    client.close();
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({"1, BLOCKING", "2, FUTURE", "3, FUTURE_ON_THREADS"})
  void registrations_are_neither_doubled_nor_lost(long seed, SequenceCalls.Way way) {
    SequenceCalls calls = new SequenceCalls(client, way);
    Map<Long, String> outcomes = new TreeMap<>();
    for (int i = 0; i < CALLS; i++) {
      outcomes.put(sandbox.invoiceXpress().addSeries("S" + i), "");
    }
    failAtRandom(new Random(seed));

    outcomes.replaceAll(
        (id, none) -> outcome(() -> calls.ensureRegistered(id, Duration.ofSeconds(10))));
    sandbox.faults().clear();

    outcomes.forEach(
        (id, outcome) -> {
          boolean registered =
              sandbox.invoiceXpress().validationCodes(id).values().stream()
                  .anyMatch(code -> !code.equals("N/D") && !code.equals("N/A"));
          switch (outcome) {
            case "RegisteredNow", "WasRegistered" -> assertThat(registered).isTrue();
            case "not processed" -> assertThat(registered).isFalse();
            default -> assertThat(outcome).isEqualTo("unknown");
          }
        });
    assertThat(outcomes.values()).contains("RegisteredNow", "unknown");
    outcomes
        .keySet()
        .forEach(
            id ->
                assertThat(calls.ensureRegistered(id))
                    .isInstanceOfAny(
                        RegistrationResult.RegisteredNow.class,
                        RegistrationResult.WasRegistered.class));
  }

  @ParameterizedTest
  @CsvSource({"4, BLOCKING", "5, FUTURE", "6, FUTURE_ON_THREADS"})
  void creations_are_neither_doubled_nor_lost(long seed, SequenceCalls.Way way) {
    SequenceCalls calls = new SequenceCalls(client, way);
    failAtRandom(new Random(seed));
    Map<String, String> outcomes = new TreeMap<>();

    for (int i = 0; i < CALLS; i++) {
      String serie = "S" + i;
      outcomes.put(serie, outcome(() -> calls.ensureCreated(serie, Duration.ofSeconds(10))));
    }
    sandbox.faults().clear();

    Map<String, Long> existing =
        client.sequences().list().stream()
            .collect(
                Collectors.groupingBy(
                    sequence -> String.valueOf(sequence.serie()), Collectors.counting()));
    assertThat(existing.values()).containsOnly(1L);
    outcomes.forEach(
        (serie, outcome) -> {
          switch (outcome) {
            case "CreatedNow", "Existed" -> assertThat(existing).containsKey(serie);
            case "not processed" -> assertThat(existing).doesNotContainKey(serie);
            default -> assertThat(outcome).isEqualTo("unknown");
          }
        });
    assertThat(outcomes.values()).contains("CreatedNow", "unknown");
    assertThat(client.sequences().list()).extracting(Sequence::serie).doesNotHaveDuplicates();
  }

  private void failAtRandom(Random random) {
    fail(random, Fault.cut());
    fail(random, Fault.workThenCut());
    fail(random, Fault.truncate());
    fail(random, Fault.response(CannedResponse.of(429)));
    fail(random, Fault.response(CannedResponse.of(503).withHeader("Retry-After", "1")));
    fail(random, Fault.workThenRespond(CannedResponse.of(500)));
    fail(random, Fault.response(CannedResponse.of(502)));
  }

  private void fail(Random random, Fault fault) {
    sandbox.faults().on(request -> random.nextInt(20) == 0).always(fault);
  }

  private static String outcome(Supplier<Object> call) {
    try {
      return call.get().getClass().getSimpleName();
    } catch (OutcomeUnknownException e) {
      return "unknown";
    } catch (TransportException | ServerException e) {
      return e.mayHaveBeenProcessed() ? "unknown" : "not processed";
    } catch (InvoicingException e) {
      return "unknown: " + e;
    }
  }
}
