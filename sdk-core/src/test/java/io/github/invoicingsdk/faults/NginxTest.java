package io.github.invoicingsdk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.error.ConnectionException;
import io.github.invoicingsdk.error.ServerException;
import io.github.invoicingsdk.fixture.Await;
import io.github.invoicingsdk.internal.http.Clock;
import io.github.invoicingsdk.testing.AtOnce;
import io.github.invoicingsdk.testing.TlsServers;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Behind a server that speaks HTTP/2 with whoever wants to. */
@Timeout(120)
class NginxTest {

  private static final int BURST = 16;
  private static final int CALLS = 200;

  private final FaultServer api = FaultServer.start();
  private final FaultServer tokens = FaultServer.start();
  private SSLContext usual;

  @BeforeEach
  void trust() throws Exception {
    usual = SSLContext.getDefault();
    SSLContext.setDefault(TlsServers.trusted());
  }

  @AfterEach
  void close() throws Exception {
    SSLContext.setDefault(usual);
    api.close();
    tokens.close();
  }

  @Test
  void the_server_speaks_http_2_with_those_who_want_to() throws Exception {
    try (Nginx nginx = Nginx.before(api.url())) {
      HttpRequest request = HttpRequest.newBuilder(nginx.url().resolve("/token")).build();

      assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).version())
          .isEqualTo(HttpClient.Version.HTTP_2);
    }
  }

  /** With HTTP/2, all but four would be one too many on the connection. */
  @ParameterizedTest
  @EnumSource(Call.class)
  void calls_that_start_together_are_all_under_way_together(Call call) throws Exception {
    CountDownLatch arrived = new CountDownLatch(BURST);
    try (Nginx nginx = Nginx.before(api.url(), "http2_max_concurrent_streams 4;");
        Call.Client client = call.open(nginx.url(), tokens.tokenUrl(), Clock.system())) {
      api.breakWith(
          Fault.wholeResponse(
              connection -> {
                arrived.countDown();
                arrived.await(20, TimeUnit.SECONDS);
                connection.respondWell();
              }));

      List<CompletableFuture<Void>> started =
          IntStream.range(0, BURST).mapToObj(i -> client.start(Call.OPTIONS)).toList();

      assertThat(started).allSatisfy(CompletableFuture::join);
      assertThat(arrived.getCount()).isZero();
      assertThat(api.requests()).isEqualTo(BURST);
    }
  }

  static Stream<Arguments> calls_and_threads() {
    return Arrays.stream(Call.values())
        .flatMap(call -> Stream.of(1, 8).map(threads -> Arguments.of(call, threads)));
  }

  /** With HTTP/2, the server says GOAWAY then, and streams above its last one are lost. */
  @ParameterizedTest(name = "{0}, {1} threads")
  @MethodSource("calls_and_threads")
  void a_connection_that_the_server_uses_twenty_times_loses_no_call(Call call, int threads)
      throws Exception {
    try (Nginx nginx = Nginx.before(api.url(), "keepalive_requests 20;");
        Call.Client client = call.open(nginx.url(), tokens.tokenUrl(), Clock.system())) {
      AtOnce.run(
          threads,
          thread ->
              () -> {
                for (int i = 0; i < CALLS / threads; i++) {
                  client.call(Call.OPTIONS);
                }
                return thread;
              });

      assertThat(api.requests()).isEqualTo(CALLS);
    }
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void faults_behind_the_server_end_as_the_table_says(Call call) throws Exception {
    try (Nginx nginx = Nginx.before(api.url())) {
      for (FaultRow row : FaultTableTest.rowsFor(call)) {
        try (Call.Client client = call.open(nginx.url(), tokens.tokenUrl(), Clock.system())) {
          // So that the first attempt has a connection, and its time is that of the fault alone.
          assertThat(Outcome.of(client, Call.OPTIONS)).isEqualTo(Outcome.SUCCESS);
          api.breakWith(row.fault());
          int before = api.faults();

          Outcome outcome =
              Outcome.of(client, row.isLate() ? FaultTableTest.SHORT_ATTEMPTS : Call.OPTIONS);

          assertThat(outcome).as(row.name()).isIn(allowed(row, call.kind()));
          if (call.kind() == Call.Kind.WRITE) {
            assertThat(api.faults() - before).as(row.name()).isEqualTo(1);
          }
          api.heal();
          assertThat(Outcome.of(client, Call.OPTIONS)).isEqualTo(Outcome.SUCCESS);
        }
        Await.await(() -> api.playing() == 0);
      }
    }
  }

  /** Where nginx cannot pass the fault on, it says 502, or takes "no HTTP" for HTTP 0.9. */
  private static List<Outcome> allowed(FaultRow row, Call.Kind kind) {
    Outcome expected = row.expected(kind);
    List<Outcome> allowed = new ArrayList<>(List.of(expected));
    if (expected.failure() == ConnectionException.class) {
      allowed.add(Outcome.failure(ServerException.class, Call.ATTEMPTS));
    } else if (expected.reason() == ConnectionException.class) {
      allowed.add(Outcome.unknown(ServerException.class));
    }
    if (row.name().equals("no HTTP")) {
      allowed.add(FaultRow.unreadable("HTTP 0.9", row.fault()).expected(kind));
    }
    if (row.isLate() && kind != Call.Kind.WRITE) {
      // The last attempt, which is short, may end while its connection is being made.
      allowed.add(Outcome.failure(ConnectionException.class, Call.ATTEMPTS));
    }
    return allowed;
  }
}
