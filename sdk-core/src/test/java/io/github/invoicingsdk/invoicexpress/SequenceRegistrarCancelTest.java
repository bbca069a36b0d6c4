package io.github.invoicingsdk.invoicexpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.error.CallInterruptedException;
import io.github.invoicingsdk.error.OutcomeUnknownException;
import io.github.invoicingsdk.fixture.SandboxClients;
import io.github.invoicingsdk.internal.http.Clock;
import io.github.invoicingsdk.internal.http.FakeTime;
import io.github.invoicingsdk.invoicexpress.model.NewSequence;
import io.github.invoicingsdk.sandbox.Fault;
import io.github.invoicingsdk.sandbox.Gate;
import io.github.invoicingsdk.sandbox.RecordedRequest;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Registrations that are cancelled at each of their stages: nothing more is sent. */
@Timeout(60)
@ParameterizedClass(name = "on threads: {0}")
@ValueSource(booleans = {false, true})
class SequenceRegistrarCancelTest {

  private static final long UNREGISTERED = 146110;
  private static final String ONE = ".*/sequences/\\d+\\.json";
  private static final String ALL = ".*/sequences\\.json";
  private static final String REGISTER = ".*/register\\.json";
  private static final Duration AMPLE = Duration.ofSeconds(20);

  private final EndlessPauses time = new EndlessPauses();
  private final Sandbox sandbox = Sandbox.start();
  private final InvoiceXpressClient client = SandboxClients.invoiceXpress(sandbox, time).build();
  private final InvoiceXpressAsyncClient async;
  private final Gate gate = new Gate();

  SequenceRegistrarCancelTest(boolean onThreads) {
    this.async =
        onThreads
            ? client.async(task -> new Thread(task, "registrar-test").start())
            : client.async();
  }

  @AfterEach
  void close() {
    client.close();
    sandbox.close();
  }

  @Test
  void before_the_first_look() {
    Queue<Runnable> waiting = new ArrayDeque<>();
    CompletableFuture<RegistrationResult> result =
        client.async(waiting::add).ensureRegistered(UNREGISTERED);

    result.cancel(true);

    waiting.forEach(Runnable::run);
    assertSent();
  }

  @Test
  void during_the_first_look() throws Exception {
    sandbox.faults().on("GET", ONE).once(Fault.hold(gate));

    cancelAtHold(async.ensureRegistered(UNREGISTERED));

    assertSent("GET");
  }

  @Test
  void while_it_is_registered() throws Exception {
    sandbox.faults().on("PUT", REGISTER).once(Fault.workThenHold(gate));

    cancelAtHold(async.ensureRegistered(UNREGISTERED));

    assertSent("GET", "PUT");
    assertThat(client.ensureRegistered(UNREGISTERED))
        .isInstanceOf(RegistrationResult.WasRegistered.class);
  }

  @Test
  void while_a_lost_registration_is_read_back() throws Exception {
    sandbox.faults().on("PUT", REGISTER).once(Fault.workThenCut());
    sandbox.faults().on(request -> isReadAfter(request, "PUT")).once(Fault.hold(gate));

    cancelAtHold(async.ensureRegistered(UNREGISTERED));

    assertSent("GET", "PUT", "GET");
  }

  @Test
  void during_the_pause_before_it_is_read_back_again() throws Exception {
    sandbox.faults().on("PUT", REGISTER).once(Fault.cut());
    CompletableFuture<RegistrationResult> result = async.ensureRegistered(UNREGISTERED);
    CompletableFuture<@Nullable Void> pause = time.next();

    result.cancel(true);

    awaitCancelled(pause);
    assertSent("GET", "PUT", "GET");
  }

  @Test
  void during_the_pause_in_which_a_part_may_become_whole() throws Exception {
    sandbox.invoiceXpress().register(UNREGISTERED, "receipt");
    CompletableFuture<RegistrationResult> result = async.ensureRegistered(UNREGISTERED);
    CompletableFuture<@Nullable Void> pause = time.next();

    result.cancel(true);

    awaitCancelled(pause);
    assertSent("GET");
  }

  @Test
  void while_a_new_attempt_is_made() throws Exception {
    sandbox.invoiceXpress().register(UNREGISTERED, "receipt");
    RegistrationResult.PartiallyRegistered partial =
        new RegistrationResult.PartiallyRegistered(client.sequences().get(UNREGISTERED));
    sandbox.faults().on("PUT", REGISTER).once(Fault.hold(gate));

    cancelAtHold(async.retryRegistration(partial));

    assertSent("GET", "GET", "PUT");
  }

  @Test
  void before_a_sequence_is_created() throws Exception {
    sandbox.faults().on("GET", ALL).once(Fault.hold(gate));

    cancelAtHold(async.ensureCreated(NewSequence.builder().serie("2027").build()));

    assertSent("GET");
  }

  @Test
  void while_a_lost_creation_is_looked_for() throws Exception {
    sandbox.faults().on("POST", ALL).once(Fault.workThenCut());
    sandbox.faults().on(request -> isReadAfter(request, "POST")).once(Fault.hold(gate));

    cancelAtHold(async.ensureCreated(NewSequence.builder().serie("2027").build()));

    assertSent("GET", "POST", "GET");
  }

  @Test
  void a_thread_that_is_interrupted_in_a_pause_stops_and_says_what_it_does_not_know() {
    sandbox.faults().on("PUT", REGISTER).once(Fault.cut());
    time.interruptWhoPauses();

    assertThatThrownBy(() -> client.ensureRegistered(UNREGISTERED))
        .isInstanceOfSatisfying(
            CallInterruptedException.class,
            e -> {
              assertThat(e.operation()).isEqualTo("registerSequence");
              assertThat(e.getSuppressed())
                  .singleElement()
                  .isInstanceOf(OutcomeUnknownException.class);
            });
    assertThat(Thread.interrupted()).isTrue();
    assertSent("GET", "PUT", "GET");
  }

  private void cancelAtHold(CompletableFuture<?> result) throws InterruptedException {
    assertThat(gate.awaitArrival(AMPLE)).isTrue();
    result.cancel(true);
    gate.release();
    assertThat(result).isCancelled();
  }

  /** The call may just be about to wait for it. */
  private static void awaitCancelled(CompletableFuture<@Nullable Void> pause) {
    assertThatThrownBy(() -> pause.get(AMPLE.toSeconds(), TimeUnit.SECONDS))
        .isInstanceOf(CancellationException.class);
  }

  /** A request of another kind comes last: what the call would have sent came before it. */
  private void assertSent(String... methods) {
    client.clients().list().page(1);
    assertThat(sandbox.requests())
        .filteredOn(request -> request.path().contains("/sequences"))
        .extracting(RecordedRequest::method)
        .containsExactly(methods);
  }

  private boolean isReadAfter(RecordedRequest request, String write) {
    return request.method().equals("GET")
        && request.path().contains("/sequences")
        && sandbox.requests().stream().anyMatch(sent -> sent.method().equals(write));
  }

  /** A clock that stands still, on which pauses do not end by themselves. */
  private static final class EndlessPauses implements Clock {

    private final FakeTime time = new FakeTime();
    private final BlockingQueue<CompletableFuture<@Nullable Void>> pauses =
        new LinkedBlockingQueue<>();
    private volatile boolean interrupting;

    void interruptWhoPauses() {
      interrupting = true;
    }

    CompletableFuture<@Nullable Void> next() throws InterruptedException {
      CompletableFuture<@Nullable Void> pause = pauses.poll(AMPLE.toSeconds(), TimeUnit.SECONDS);
      if (pause == null) {
        throw new AssertionError("nothing pauses");
      }
      return pause;
    }

    @Override
    public Instant now() {
      return time.now();
    }

    @Override
    public long nanoTime() {
      return time.nanoTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
      if (!interrupting) {
        throw new AssertionError("a thread sleeps");
      }
      Thread.currentThread().interrupt();
      time.sleep(duration);
    }

    @Override
    public CompletableFuture<@Nullable Void> delay(Duration duration) {
      CompletableFuture<@Nullable Void> pause = new CompletableFuture<>();
      pauses.add(pause);
      return pause;
    }
  }
}
