package io.github.invoicingsdk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.RetryPolicy;
import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.error.OutcomeUnknownException;
import io.github.invoicingsdk.internal.client.BuilderAccess;
import io.github.invoicingsdk.internal.http.Clock;
import io.github.invoicingsdk.invoicexpress.CreationResult;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.Numberings;
import io.github.invoicingsdk.invoicexpress.RegistrationResult;
import io.github.invoicingsdk.invoicexpress.RegistrationState;
import io.github.invoicingsdk.invoicexpress.model.NewSequence;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.sandbox.RecordedRequest;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Creates and registers thousands of sequences from many threads on one client through connections
 * that break at random, and then counts: no write was sent twice, nothing that was reported as done
 * is missing, nothing that was reported as not sent was done, and whatever else may have happened
 * was reported as unknown.
 *
 * <p>The system property {@code chaos.rounds} says how often {@value #SEQUENCES} sequences are
 * made, {@code chaos.seed} what is broken.
 */
@Timeout(600)
class ChaosProxyTest {

  private static final int ROUNDS = Objects.requireNonNull(Integer.getInteger("chaos.rounds", 20));
  private static final long SEED = Objects.requireNonNull(Long.getLong("chaos.seed", 1));
  private static final int SEQUENCES = 100;
  private static final int THREADS = 16;

  /** In every second round, so that readings fail that should settle what became of a write. */
  private static final CallOptions ONCE =
      Call.OPTIONS.toBuilder().retry(RetryPolicy.never()).build();

  private static final Duration SETTLING_TIME = Duration.ofSeconds(10);

  private final SdkThreads threads = new SdkThreads();
  private final OpenSockets socketsBefore = OpenSockets.now();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Sandbox sandbox =
      Sandbox.builder().empty().invoiceXpressApiKey(Call.API_KEY.value()).start();
  private final InvoiceXpressClient direct = client(sandbox.invoiceXpressUrl());
  private final ChaosProxy proxy = ChaosProxy.before(sandbox.invoiceXpressUrl(), SEED);

  @AfterEach
  void close() throws Exception {
    System.setOut(out);
    System.setErr(err);
    direct.close();
    proxy.close();
    sandbox.close();
  }

  @Test
  void nothing_is_doubled_or_lost_and_what_is_unknown_is_reported_as_such() throws Exception {
    sandbox.invoiceXpress().rateLimit().allowAll();
    sandbox.invoiceXpress().registerOnCreate(false);
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    System.setErr(System.out);
    List<End> ends = new ArrayList<>();

    try (InvoiceXpressClient client = client(proxy.url())) {
      for (int round = 0; round < ROUNDS; round++) {
        sandbox.invoiceXpress().clear();
        sandbox.clearRequests();
        InvoiceXpressClient caller = client.with(round % 2 == 0 ? Call.OPTIONS : ONCE);
        ends.addAll(createAll(caller));
        ends.addAll(registerAll(caller));
      }
    }

    assertThat(proxy.broken()).containsOnlyKeys(ChaosProxy.Moment.values());
    assertThat(ends).contains(End.values());
    assertThat(Call.API_KEY.marksIn(printed.toString(StandardCharsets.UTF_8))).isEmpty();
    direct.close();
    threads.assertEnded();
    OpenSockets.assertNoneAfterClose(proxy::open);
    proxy.close();
    sandbox.close();
    socketsBefore.assertNoMore();
  }

  /** Creates every sequence with one call, and compares what was said with what is. */
  private Collection<End> createAll(InvoiceXpressClient client) throws Exception {
    List<String> names = IntStream.range(0, SEQUENCES).mapToObj(i -> "S" + i).toList();
    Map<String, End> ends = together(names, name -> create(client, name));

    Map<String, List<Sequence>> existing =
        all().stream().collect(Collectors.groupingBy(sequence -> String.valueOf(sequence.serie())));
    assertThat(existing.values()).allSatisfy(same -> assertThat(same).hasSize(1));
    ends.forEach(
        (name, end) ->
            end.assertTrue(
                name,
                existing.containsKey(name),
                arrived("POST", request -> request.body().contains("\"" + name + "\""))));
    return ends.values();
  }

  /** Registers every sequence with one call, and compares what was said with what is. */
  private Collection<End> registerAll(InvoiceXpressClient client) throws Exception {
    List<Long> ids = all().stream().map(ChaosProxyTest::id).toList();
    Map<Long, End> ends = together(ids, id -> register(client, id));

    Map<Long, Sequence> existing =
        all().stream().collect(Collectors.toMap(ChaosProxyTest::id, Function.identity()));
    ends.forEach(
        (id, end) ->
            end.assertTrue(
                "sequence " + id,
                isRegistered(Objects.requireNonNull(existing.get(id))),
                arrived("PUT", request -> request.path().endsWith("/" + id + "/register.json"))));
    return ends.values();
  }

  private static End create(InvoiceXpressClient client, String name) {
    NewSequence wanted = NewSequence.builder().serie(name).build();
    return name.hashCode() % 2 == 0
        ? End.of(
            () ->
                client.ensureCreated(wanted, SETTLING_TIME) instanceof CreationResult.CreatedNow now
                    && name.equals(now.sequence().serie()))
        : End.of(() -> name.equals(client.sequences().create(wanted).serie()));
  }

  private static End register(InvoiceXpressClient client, long id) {
    // Ids go up in steps of 20.
    return id / 20 % 2 == 0
        ? End.of(
            () ->
                client.ensureRegistered(id, SETTLING_TIME)
                        instanceof RegistrationResult.RegisteredNow now
                    && isRegistered(now.sequence()))
        : End.of(() -> isRegistered(client.sequences().register(id)));
  }

  private <T> Map<T, End> together(List<T> all, Function<T, End> call) throws Exception {
    proxy.rage();
    ExecutorService callers = Executors.newFixedThreadPool(THREADS);
    try {
      Map<T, Future<End>> futures = new LinkedHashMap<>();
      all.forEach(one -> futures.put(one, callers.submit(() -> call.apply(one))));
      Map<T, End> ends = new LinkedHashMap<>();
      for (Map.Entry<T, Future<End>> future : futures.entrySet()) {
        ends.put(future.getKey(), future.getValue().get());
      }
      assertThat(proxy.calmDown(Duration.ofSeconds(30))).isTrue();
      return ends;
    } finally {
      callers.shutdownNow();
    }
  }

  private long arrived(String method, Predicate<RecordedRequest> which) {
    return sandbox.requests().stream()
        .filter(request -> request.method().equals(method))
        .filter(which)
        .count();
  }

  /** What there is, seen behind the proxy's back. */
  private List<Sequence> all() {
    return direct.sequences().list().stream().toList();
  }

  private static boolean isRegistered(Sequence sequence) {
    return Numberings.of(sequence).registrationState() == RegistrationState.REGISTERED;
  }

  private static long id(Sequence sequence) {
    return Objects.requireNonNull(sequence.id());
  }

  private static InvoiceXpressClient client(URI url) {
    return BuilderAccess.withTime(
            InvoiceXpressClient.builder()
                .baseUrl(url)
                .apiKey(Call.API_KEY.value())
                .options(Call.OPTIONS)
                .unlimitedRate(),
            new OwnTime())
        .build();
  }

  /** How a call ended, as far as its caller can tell. */
  private enum End {
    DONE,
    UNKNOWN,
    NOT_SENT;

    private static final Set<String> READS = Set.of("getSequence", "listSequences");

    static End of(BooleanSupplier call) {
      try {
        assertThat(call.getAsBoolean()).isTrue();
        return DONE;
      } catch (InvoicingException failure) {
        Outcome.assertShowsNoSecret(failure);
        if (failure instanceof OutcomeUnknownException) {
          return UNKNOWN;
        }
        // What is said of a reading before the write says nothing about the write.
        if (!READS.contains(failure.operation())) {
          assertThat(failure.mayHaveBeenProcessed()).as(failure.toString()).isFalse();
        }
        return NOT_SENT;
      }
    }

    /**
     * Compares it with what happened.
     *
     * @param what the sequence
     * @param done whether it is there, or registered
     * @param arrived how many requests for it reached the server
     */
    void assertTrue(String what, boolean done, long arrived) {
      assertThat(arrived).as(what).isLessThanOrEqualTo(1);
      switch (this) {
        case DONE -> assertThat(done).as(what).isTrue();
        case NOT_SENT -> assertThat(arrived).as(what).isZero();
        case UNKNOWN -> assertThat(done && arrived == 0).as(what).isFalse();
      }
    }
  }

  /** The machine's clock, on which a thread that sleeps wakes up at once, later by itself alone. */
  private static final class OwnTime implements Clock {

    private final ThreadLocal<Duration> slept = ThreadLocal.withInitial(() -> Duration.ZERO);

    @Override
    public Instant now() {
      return Clock.system().now().plus(slept.get());
    }

    @Override
    public long nanoTime() {
      return Clock.system().nanoTime() + slept.get().toNanos();
    }

    @Override
    public void sleep(Duration duration) {
      slept.set(slept.get().plus(duration));
    }
  }
}
