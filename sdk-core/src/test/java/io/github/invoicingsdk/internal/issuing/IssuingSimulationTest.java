package io.github.invoicingsdk.internal.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.fixture.SharedIssueJournal;
import io.github.invoicingsdk.internal.http.Deadline;
import io.github.invoicingsdk.internal.issuing.SimulatedProcess.Mishaps;
import io.github.invoicingsdk.internal.issuing.SimulatedProvider.Doc;
import io.github.invoicingsdk.internal.plan.PlanRunner;
import io.github.invoicingsdk.issuing.IssueJournal;
import io.github.invoicingsdk.issuing.IssueKey;
import io.github.invoicingsdk.issuing.IssueOptions;
import io.github.invoicingsdk.issuing.IssueResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tens of thousands of documents that several processes issue at once, again and again, while
 * writes get lost, processes die between any two events, orders are edited, and lists are behind:
 * in the end each reference has one number, and nobody was told a document that is not the one that
 * was asked for.
 */
class IssuingSimulationTest {

  private static final int REFERENCES = 4_000;
  private static final Duration LAG = Duration.ofSeconds(3);
  private static final Mishaps ROUGH = new Mishaps(8, 8, 5, 8, 2, LAG, false);

  private final Map<String, Integer> outcomes = new TreeMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void with_a_durable_journal_no_list_can_make_a_second_number(long seed) {
    Mishaps uneven = new Mishaps(8, 8, 5, 8, 2, Duration.ofMinutes(10), true);
    IssueJournal shared = new SharedIssueJournal();
    Simulation simulation = new Simulation(seed, uneven, () -> shared, false);

    simulation.run();

    simulation.assertOneNumberEach();
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void with_a_durable_journal_and_a_list_that_is_behind_one_draft_is_left_over_at_most(long seed) {
    IssueJournal shared = new SharedIssueJournal();
    // No creation that arrives when all is over, which nobody can see coming.
    Mishaps rough = new Mishaps(8, 8, 0, 8, 2, LAG, false);
    Simulation simulation = new Simulation(seed, rough, () -> shared, false);

    simulation.run();

    simulation.assertOneNumberEach();
    simulation.assertNoMoreThanOneDraftEach();
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void with_a_durable_journal_a_provider_that_keeps_unique_ids_is_in_nobodys_way(long seed) {
    Mishaps uneven = new Mishaps(8, 8, 5, 8, 2, Duration.ofMinutes(10), true);
    IssueJournal shared = new SharedIssueJournal();
    Simulation simulation = new Simulation(seed, uneven, () -> shared, true);

    simulation.run();

    simulation.assertOneNumberEach();
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 7, 8})
  void without_one_a_list_that_is_behind_makes_no_second_number(long seed) {
    Simulation simulation = new Simulation(seed, ROUGH, IssueJournal::inMemory, false);

    simulation.run();

    simulation.assertOneNumberEach();
    simulation.assertNoMoreThanOneDraftEach();
  }

  @ParameterizedTest
  @ValueSource(longs = {9, 10})
  void without_one_callers_that_are_blind_to_each_other_are_told(long seed) {
    Mishaps blind = new Mishaps(0, 0, 0, 0, 0, LAG, true);
    Simulation simulation = new Simulation(seed, blind, IssueJournal::inMemory, false);

    simulation.run();

    simulation.assertDoublesAreTold();
  }

  /** One world with its orders. */
  private final class Simulation {

    private final SimulatedWorld world;
    private final SimulatedProvider provider;
    private final Mishaps mishaps;
    private final Supplier<IssueJournal> journals;
    private final List<Order> orders = new ArrayList<>();

    Simulation(
        long seed, Mishaps mishaps, Supplier<IssueJournal> journals, boolean keepsUniqueIds) {
      this.world = new SimulatedWorld(seed);
      this.provider = new SimulatedProvider(world, keepsUniqueIds);
      this.mishaps = mishaps;
      this.journals = journals;
    }

    void run() {
      for (int i = 0; i < REFERENCES; i++) {
        Order order = new Order("order-" + i);
        orders.add(order);
        int attempts = 1 + world.random().nextInt(4);
        for (int attempt = 0; attempt < attempts; attempt++) {
          // Often at the same moment, as when a queue delivers an order twice.
          Duration start = world.chance(50) ? Duration.ZERO : world.upTo(Duration.ofSeconds(40));
          boolean edited = world.chance(15);
          world.after(start, () -> attempt(order, edited, mishaps));
        }
      }
      world.run();
      // What was not finished is delivered again when all is quiet.
      Mishaps quiet = Mishaps.none(mishaps.uneven() ? Duration.ZERO : mishaps.lag());
      for (int round = 0; round < 3; round++) {
        orders.forEach(order -> attempt(order, false, quiet));
        world.run();
      }
    }

    private void attempt(Order order, boolean edited, Mishaps now) {
      if (edited) {
        order.version++;
      }
      String content = order.reference + " v" + order.version;
      SimulatedProcess process = new SimulatedProcess(world, provider, now);
      IssuingPort<Doc> port =
          process.port(new IssueKey("simulated", "Invoice", order.reference), content);
      DocumentIssuer<Doc> issuer =
          new DocumentIssuer<>(
              port,
              journals.get(),
              IssueOptions.defaults(),
              Deadline.after(Duration.ofMinutes(1), world));
      var unused =
          PlanRunner.start(issuer.issue(), process)
              .handle(
                  (result, failure) -> {
                    order.heard(content, result, failure);
                    return true;
                  });
    }

    void assertOneNumberEach() {
      for (Order order : orders) {
        List<Doc> numbered = provider.all(order.reference, DocumentState.NUMBERED);
        assertThat(numbered).as(order.reference).hasSize(1);
        assertThat(order.doubled).as(order.reference).isFalse();
        order.issued.forEach(
            document ->
                assertThat(document.id()).as(order.reference).isEqualTo(numbered.get(0).id()));
      }
      assertThat(outcomes).containsKeys("Issued", "Existed", "NumberedDiffers");
    }

    /**
     * A process that dies with its draft while another one numbers its own leaves one behind that
     * nobody looks for; more than one is as rare as two such deaths for one order.
     */
    void assertNoMoreThanOneDraftEach() {
      assertThat(orders)
          .filteredOn(order -> provider.all(order.reference, DocumentState.DRAFT).size() > 1)
          .hasSizeLessThan(REFERENCES / 1000);
    }

    void assertDoublesAreTold() {
      for (Order order : orders) {
        boolean doubled = provider.all(order.reference, DocumentState.NUMBERED).size() > 1;
        assertThat(order.doubled).as(order.reference).isEqualTo(doubled);
      }
    }
  }

  /** One order, and what was heard of it. */
  private final class Order {

    private final String reference;
    private final List<Doc> issued = new ArrayList<>();
    private int version;
    private boolean doubled;

    Order(String reference) {
      this.reference = reference;
    }

    void heard(String content, IssueResult<Doc> result, Throwable failure) {
      String outcome = (failure == null ? result : failure).getClass().getSimpleName();
      outcomes.merge(outcome, 1, Integer::sum);
      if (result instanceof IssueResult.Issued<Doc> now) {
        heardOf(content, now.document());
      } else if (result instanceof IssueResult.Existed<Doc> now) {
        heardOf(content, now.document());
      } else if (result instanceof IssueResult.Doubled<Doc> now) {
        doubled = true;
        assertThat(now.documents()).hasSizeGreaterThan(1);
      } else if (failure != null) {
        assertThat(failure).isInstanceOf(InvoicingException.class);
      }
    }

    private void heardOf(String content, Doc document) {
      assertThat(document.state()).isEqualTo(DocumentState.NUMBERED);
      assertThat(document.content()).isEqualTo(content);
      issued.add(document);
    }
  }
}
