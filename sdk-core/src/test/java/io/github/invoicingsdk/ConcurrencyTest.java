package io.github.invoicingsdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.fixture.ReceivedRequest;
import io.github.invoicingsdk.fixture.Reply;
import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.fixture.StubServer;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One client in the hands of many threads that all begin at the same moment. */
@Timeout(60)
class ConcurrencyTest {

  private static final int THREADS = 50;

  private final StubServer server = StubServer.start();
  private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);

  @AfterEach
  void close() {
    executor.shutdownNow();
    server.close();
  }

  @Test
  void threads_share_one_token_and_get_their_own_responses() throws Exception {
    server.respond(
        request ->
            Reply.json("{\"Data\":{\"Id\":" + lastSegment(request) + "},\"IsSuccess\":true}"));
    try (IdokladClient client = StubClients.idoklad(server).build()) {
      assertThat(together(id -> () -> client.numericSequences().get(id).id()))
          .containsExactlyElementsOf(ids());
    }
    assertThat(server.tokenRequests()).hasSize(1);
    assertThat(server.requests())
        .hasSize(THREADS)
        .extracting(ReceivedRequest::authorization)
        .containsOnly("Bearer stub-token");
  }

  @Test
  void threads_that_find_the_token_revoked_share_the_next_one() throws Exception {
    server.tokens(
        request ->
            Reply.json(
                "{\"access_token\":\"token-"
                    + (server.tokenRequests().size() == 1 ? "old" : "new")
                    + "\",\"expires_in\":3600}"));
    server.respond(
        request ->
            "Bearer token-new".equals(request.authorization())
                ? Reply.json("{\"Data\":{\"Id\":" + lastSegment(request) + "},\"IsSuccess\":true}")
                : Reply.empty(401));
    try (IdokladClient client = StubClients.idoklad(server).build()) {
      assertThat(together(id -> () -> client.numericSequences().get(id).id()))
          .containsExactlyElementsOf(ids());
    }
    assertThat(server.tokenRequests()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void threads_get_the_responses_to_their_own_requests(boolean gone) throws Exception {
    server.respond(
        request -> {
          String id = lastSegment(request).replace(".json", "");
          return Reply.json("{\"sequence\":{\"id\":" + id + "}}")
              .with("Connection", gone ? "close" : "keep-alive");
        });
    try (InvoiceXpressClient client = StubClients.invoiceXpress(server).build()) {
      assertThat(together(id -> () -> client.sequences().get(id).id()))
          .containsExactlyElementsOf(ids());
    }
    assertThat(server.requests()).hasSize(THREADS);
  }

  private List<Long> together(Work work) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Long>> results = new ArrayList<>();
    for (long id : ids()) {
      Callable<Long> task = work.on(id);
      results.add(
          executor.submit(
              () -> {
                start.await();
                return task.call();
              }));
    }
    start.countDown();
    List<Long> values = new ArrayList<>();
    for (Future<Long> result : results) {
      values.add(result.get());
    }
    return values;
  }

  private static List<Long> ids() {
    return LongStream.rangeClosed(1, THREADS).boxed().toList();
  }

  private static String lastSegment(ReceivedRequest request) {
    String path = request.uri().getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** What one thread does. */
  private interface Work {
    Callable<Long> on(long id);
  }
}
