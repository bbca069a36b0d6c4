package io.github.invoicingsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.bucket4j.Bucket;
import io.github.invoicingsdk.fixture.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that wait for the rate limit get their turns in the order in which they came. */
@Timeout(60)
class RateLimitingClientOrderTest {

  private static final int WAITING = 12;

  private final SteppedTime time = new SteppedTime();
  private final Bucket bucket = BucketLimit.bucket(10, time);
  private final Client client =
      new RateLimitingStage(this::send, new BucketLimit(bucket), time, Runnable::run);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Future<Response>> calls = new ArrayList<>();
  private final List<String> sent = new ArrayList<>();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void threads_are_served_in_the_order_in_which_they_came() throws Exception {
    useUpWhatMayBeSentAtOnce();
    for (int i = 0; i < WAITING; i++) {
      arrive("/" + i);
    }

    for (int i = 0; i < WAITING; i++) {
      serveNext();
    }

    assertThat(sent).containsExactlyElementsOf(paths(0, WAITING));
  }

  @Test
  void a_thread_that_comes_later_does_not_overtake_those_that_wait() throws Exception {
    useUpWhatMayBeSentAtOnce();
    for (int i = 0; i < WAITING; i++) {
      arrive("/" + i);
      if (i % 3 == 2) {
        serveNext();
      }
    }

    while (sent.size() < WAITING) {
      serveNext();
    }

    assertThat(sent).containsExactlyElementsOf(paths(0, WAITING));
  }

  private void useUpWhatMayBeSentAtOnce() throws Exception {
    assertThat(bucket.tryConsume(1)).isTrue();
    assertThat(bucket.getAvailableTokens()).isZero();
  }

  /** Starts a call, which comes to wait behind those that wait already. */
  private void arrive(String path) throws InterruptedException {
    int before = time.sleeping();
    calls.add(
        threads.submit(
            () ->
                client.execute(
                    TestCalls.get("https://acme.example" + path),
                    TestCalls.context(Deadline.after(Duration.ofHours(1), time), Map.of()))));
    time.awaitSleeping(before + 1);
  }

  /** Lets the time pass until exactly one thread wakes up, and that thread's call end. */
  private void serveNext() throws Exception {
    int before = sent.size();
    time.wakeNext();
    // It is not known which one it is, only that there is one.
    Await.await(() -> calls.stream().filter(Future::isDone).count() > before);
    assertThat(sent).hasSize(before + 1);
  }

  private synchronized Response send(Request request, Request.Options options) {
    sent.add(request.url().substring("https://acme.example".length()));
    return TestCalls.response(request, 200, "");
  }

  private static List<String> paths(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "/" + i).toList();
  }

  /** A clock that goes on only to wake the thread that is to wake up first. */
  private static final class SteppedTime implements Clock {

    private final NavigableMap<Long, Thread> sleeping = new TreeMap<>();
    private long nanos;

    @Override
    public Instant now() {
      return Instant.EPOCH.plusNanos(nanoTime());
    }

    @Override
    public synchronized long nanoTime() {
      return nanos;
    }

    @Override
    public synchronized void sleep(Duration duration) throws InterruptedException {
      long end = nanos + duration.toNanos();
      assertThat(sleeping.put(end, Thread.currentThread())).as("two threads' turns").isNull();
      notifyAll();
      while (sleeping.containsKey(end)) {
        wait();
      }
    }

    synchronized int sleeping() {
      return sleeping.size();
    }

    synchronized void awaitSleeping(int count) throws InterruptedException {
      while (sleeping.size() < count) {
        wait();
      }
    }

    synchronized void wakeNext() {
      nanos = sleeping.firstKey();
      sleeping.pollFirstEntry();
      notifyAll();
    }
  }
}
