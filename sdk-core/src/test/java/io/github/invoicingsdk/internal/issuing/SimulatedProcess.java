package io.github.invoicingsdk.internal.issuing;

import static io.github.invoicingsdk.internal.issuing.SimulatedProvider.CALL;

import io.github.invoicingsdk.error.FailedCall;
import io.github.invoicingsdk.error.NotFoundException;
import io.github.invoicingsdk.internal.http.Deadline;
import io.github.invoicingsdk.internal.issuing.SimulatedProvider.Doc;
import io.github.invoicingsdk.internal.plan.Means;
import io.github.invoicingsdk.internal.plan.Plan;
import io.github.invoicingsdk.issuing.Difference;
import io.github.invoicingsdk.issuing.IssueKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A process that talks to the simulated provider over a network that loses, delays and repeats
 * nothing by itself. It may be killed at any event: then nothing it waits for ever comes.
 */
final class SimulatedProcess implements Means {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final SimulatedWorld world;
  private final SimulatedProvider provider;
  private final Mishaps mishaps;
  private boolean alive = true;

  SimulatedProcess(SimulatedWorld world, SimulatedProvider provider, Mishaps mishaps) {
    this.world = world;
    this.provider = provider;
    this.mishaps = mishaps;
  }

  /**
   * What goes wrong, in percent of the requests.
   *
   * @param lost writes that never arrive
   * @param unanswered writes that are carried out and whose response is lost
   * @param late writes that are carried out long after the caller has given up
   * @param unreadable reads that fail
   * @param killed events at which the process dies
   * @param lag how far behind lists are
   * @param uneven whether each reading of a list is behind by another time
   */
  record Mishaps(
      int lost,
      int unanswered,
      int late,
      int unreadable,
      int killed,
      Duration lag,
      boolean uneven) {

    static Mishaps none(Duration lag) {
      return new Mishaps(0, 0, 0, 0, 0, lag, false);
    }
  }

  boolean isAlive() {
    return alive;
  }

  IssuingPort<Doc> port(IssueKey key, String content) {
    return new Port(key, content);
  }

  @Override
  public CompletableFuture<@Nullable Void> pause(Duration duration) {
    CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
    world.after(duration, () -> deliver(() -> over.complete(null)));
    return over;
  }

  @Override
  public <T extends @Nullable Object> CompletableFuture<T> blocking(Supplier<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    world.after(
        latency(),
        () ->
            deliver(
                () -> {
                  T value = work.get();
                  // A process may die when a journal has noted something and before it knows.
                  world.after(latency(), () -> deliver(() -> done.complete(value)));
                }));
    return done;
  }

  private Duration latency() {
    return world.upTo(Duration.ofMillis(200));
  }

  /** Lets something come to the process, unless it is dead or dies of it. */
  private void deliver(Runnable event) {
    alive &= !world.chance(mishaps.killed());
    if (alive) {
      event.run();
    }
  }

  private <T> Plan<T> read(Supplier<T> work) {
    return Plan.request(
        () -> {
          CompletableFuture<T> response = new CompletableFuture<>();
          world.after(
              latency(),
              () -> {
                if (world.chance(mishaps.unreadable())) {
                  fail(response, CALL.connectionFailed("cut", true, null), latency());
                } else {
                  respond(response, work);
                }
              });
          return response;
        });
  }

  private <T> Plan<T> write(Supplier<T> work) {
    return Plan.request(
        () -> {
          CompletableFuture<T> response = new CompletableFuture<>();
          int fate = world.random().nextInt(100);
          int unanswered = mishaps.lost() + mishaps.unanswered();
          if (fate < mishaps.lost()) {
            fail(response, unknown(), TIMEOUT);
          } else if (fate < unanswered) {
            world.after(latency(), () -> ignore(work));
            fail(response, unknown(), TIMEOUT);
          } else if (fate < unanswered + mishaps.late()) {
            world.after(TIMEOUT.plus(world.upTo(Duration.ofSeconds(20))), () -> ignore(work));
            fail(response, unknown(), TIMEOUT);
          } else {
            world.after(latency(), () -> respond(response, work));
          }
          return response;
        });
  }

  private static RuntimeException unknown() {
    return CALL.outcomeUnknown(CALL.connectionFailed("cut", true, null), "Look.");
  }

  private static <T> void ignore(Supplier<T> work) {
    try {
      var unused = work.get();
    } catch (RuntimeException refused) {
      // Nobody hears of it.
    }
  }

  private <T> void respond(CompletableFuture<T> response, Supplier<T> work) {
    try {
      T value = work.get();
      world.after(latency(), () -> deliver(() -> response.complete(value)));
    } catch (RuntimeException refusal) {
      fail(response, refusal, latency());
    }
  }

  private void fail(CompletableFuture<?> response, RuntimeException failure, Duration after) {
    world.after(after, () -> deliver(() -> response.completeExceptionally(failure)));
  }

  /** The requests for one document. */
  private final class Port implements IssuingPort<Doc> {

    private final IssueKey key;
    private final String content;

    Port(IssueKey key, String content) {
      this.key = key;
      this.content = content;
    }

    @Override
    public IssueKey key() {
      return key;
    }

    @Override
    public String digest() {
      return content;
    }

    @Override
    public String uniqueId(int gone, boolean again) {
      String identity = again ? UUID.randomUUID().toString() : key.reference() + gone;
      return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
    }

    @Override
    public boolean isListed() {
      return true;
    }

    @Override
    public Plan<List<Doc>> list(Deadline deadline) {
      return read(
          () ->
              provider.list(
                  key.reference(), mishaps.uneven() ? world.upTo(mishaps.lag()) : mishaps.lag()));
    }

    @Override
    public Plan<Optional<Doc>> get(long id, Deadline deadline) {
      return read(
          () -> {
            try {
              return Optional.of(provider.get(id));
            } catch (NotFoundException e) {
              return Optional.empty();
            }
          });
    }

    @Override
    public Plan<Long> create(String uniqueId, Deadline deadline) {
      return write(() -> provider.create(key.reference(), content, uniqueId));
    }

    @Override
    public Plan<?> update(long id, Deadline deadline) {
      return write(() -> done(() -> provider.update(id, content)));
    }

    @Override
    public Plan<?> takeNumber(long id, Deadline deadline) {
      return write(() -> done(() -> provider.takeNumber(id)));
    }

    @Override
    public Plan<?> delete(long id, Deadline deadline) {
      return write(() -> done(() -> provider.delete(id)));
    }

    private static boolean done(Runnable work) {
      work.run();
      return true;
    }

    @Override
    public Plan<Comparison> compare(Doc document, Deadline deadline) {
      return Plan.of(
          document.content().equals(content)
              ? new Comparison(List.of(), List.of())
              : new Comparison(
                  List.of(new Difference("content", content, document.content())), List.of()));
    }

    @Override
    public boolean isMeant(Doc document) {
      return document.reference().equals(key.reference());
    }

    @Override
    public long id(Doc document) {
      return document.id();
    }

    @Override
    public DocumentState state(Doc document) {
      return document.state();
    }

    @Override
    public @Nullable String number(Doc document) {
      return document.number();
    }

    @Override
    public FailedCall call() {
      return CALL;
    }
  }
}
