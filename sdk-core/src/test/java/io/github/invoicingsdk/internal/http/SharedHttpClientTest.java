package io.github.invoicingsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.invoicingsdk.testing.RawServer;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SharedHttpClientTest {

  private static final Duration PLENTY = Duration.ofSeconds(30);
  private static final ConnectionSettings SETTINGS =
      ConnectionSettings.within(Duration.ofSeconds(1));

  /** Answers one request of a connection and then waits for the client to end it. */
  private static final RawServer.ScriptedResponse RESPONSE_AND_WAIT =
      exchange -> {
        RawServer.json(200, "{}").writeTo(exchange);
        exchange.awaitEnd();
      };

  private final FakeTime time = new FakeTime();
  private final SharedHttpClient shared = new SharedHttpClient(SETTINGS, time);

  @Test
  void all_calls_of_half_a_minute_have_the_same_client() throws Exception {
    HttpClient first = shared.acquire().http();
    time.advance(SharedHttpClient.LONGEST_USE);

    assertThat(shared.acquire().http()).isSameAs(first);
  }

  @Test
  void a_call_after_half_a_minute_has_another_client() throws Exception {
    HttpClient first = shared.acquire().http();
    time.advance(SharedHttpClient.LONGEST_USE.plusNanos(1));

    assertThat(shared.acquire().http()).isNotSameAs(first);
  }

  /** The count of nanoseconds may stand still meanwhile. */
  @Test
  void a_call_after_the_machine_has_slept_has_another_client() throws Exception {
    HttpClient first = shared.acquire().http();
    time.setNow(time.now().plusSeconds(3600));

    assertThat(shared.acquire().http()).isNotSameAs(first);
  }

  @Test
  void a_clock_that_is_set_back_keeps_no_client_for_longer() throws Exception {
    HttpClient first = shared.acquire().http();
    time.setNow(time.now().minusSeconds(3600));
    time.advance(SharedHttpClient.LONGEST_USE.plusNanos(1));

    assertThat(shared.acquire().http()).isNotSameAs(first);
  }

  @Test
  void the_connections_of_a_replaced_client_end_when_its_last_call_has_ended() throws Exception {
    try (RawServer server =
        RawServer.respondingWith(RESPONSE_AND_WAIT, RawServer.json(200, "{}"))) {
      PooledClient old = shared.acquire();
      send(old.http(), server);
      time.advance(Duration.ofMinutes(1));
      PooledClient next = shared.acquire();
      send(next.http(), server);
      shared.release(next);
      assertThat(server.connections()).isEqualTo(2);

      shared.release(old);

      server.awaitPeerGone();
    }
  }

  @Test
  void connections_that_nobody_uses_are_closed_without_a_further_call() throws Exception {
    try (RawServer server = RawServer.respondingWith(RESPONSE_AND_WAIT);
        SharedHttpClient brief =
            new SharedHttpClient(SETTINGS, Clock.system(), Duration.ofMillis(50))) {
      PooledClient used = brief.acquire();
      send(used.http(), server);
      brief.release(used);

      server.awaitPeerGone();
    }
  }

  @Test
  void closing_closes_the_connections_and_ends_the_threads() throws Exception {
    try (RawServer server = RawServer.respondingWith(RESPONSE_AND_WAIT)) {
      PooledClient used = shared.acquire();
      send(used.http(), server);
      shared.release(used);

      shared.close();

      assertThat(shared.awaitStopped(PLENTY)).isTrue();
      server.awaitPeerGone();
      assertThat(selectorThreads(used.http())).isEmpty();
    }
  }

  @Test
  void the_threads_stop_after_the_last_call_under_way() throws Exception {
    PooledClient one = shared.acquire();
    PooledClient two = shared.acquire();
    shared.close();
    shared.close();

    shared.release(one);
    assertThat(shared.awaitStopped(Duration.ZERO)).isFalse();
    shared.release(two);

    assertThat(shared.awaitStopped(PLENTY)).isTrue();
    assertThatIllegalStateException().isThrownBy(shared::acquire).withMessageContaining("closed");
  }

  @Test
  void one_that_was_never_used_stops_at_once() throws Exception {
    shared.close();

    assertThat(shared.awaitStopped(PLENTY)).isTrue();
  }

  @Test
  void calls_of_many_threads_that_meet_the_end_leave_nothing_behind() throws Exception {
    int threads = 8;
    CountDownLatch calling = new CountDownLatch(threads);
    ExecutorService callers = Executors.newFixedThreadPool(threads);
    List<Future<?>> ended = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      ended.add(callers.submit(() -> callUntilClosed(calling)));
    }

    assertThat(calling.await(PLENTY.toSeconds(), TimeUnit.SECONDS)).isTrue();
    time.advance(Duration.ofMinutes(1));
    shared.close();

    for (Future<?> end : ended) {
      end.get(PLENTY.toSeconds(), TimeUnit.SECONDS);
    }
    callers.shutdown();
    assertThat(shared.awaitStopped(PLENTY)).isTrue();
  }

  private void callUntilClosed(CountDownLatch calling) {
    try {
      while (true) {
        shared.release(shared.acquire());
        calling.countDown();
      }
    } catch (IllegalStateException closed) {
      calling.countDown();
    } catch (ConnectException e) {
      throw new AssertionError(e);
    }
  }

  private static void send(HttpClient http, RawServer server) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.url("/"))).build();
    assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
  }

  /** Its name holds the number that the client's own name has, in brackets, at its end. */
  private static List<Thread> selectorThreads(HttpClient http) {
    String number = http.toString().replaceAll("^.*\\((\\d+)\\)$", "$1");
    assertThat(number).as(http.toString()).matches("\\d+");
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Objects::nonNull)
        .filter(thread -> thread.getName().equals("HttpClient-" + number + "-SelectorManager"))
        .toList();
  }
}
