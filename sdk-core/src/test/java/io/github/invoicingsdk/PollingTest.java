package io.github.invoicingsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.error.CallInterruptedException;
import io.github.invoicingsdk.error.DecodingException;
import io.github.invoicingsdk.error.NotFoundException;
import io.github.invoicingsdk.error.PollingTimeoutException;
import io.github.invoicingsdk.fixture.Reply;
import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.fixture.StubServer;
import io.github.invoicingsdk.internal.client.BuilderAccess;
import io.github.invoicingsdk.internal.http.Clock;
import io.github.invoicingsdk.internal.http.FakeTime;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.result.Pending;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Waiting for work in the background, with a clock that only sleeping moves. */
class PollingTest {

  private static final Duration INTERVAL = Duration.ofSeconds(2);
  private static final Reply DONE =
      Reply.json("{\"output\":{\"pdfUrl\":\"https://x.test/a.pdf\"}}");
  private static final Reply NOT_YET = Reply.empty(202);

  private final StubServer server = StubServer.start();
  private final FakeTime time = new FakeTime();
  private final InvoiceXpressClient client = client(time);

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void a_result_that_is_waited_for_shows_its_operation() {
    assertThat(client.documents().pdf(7)).hasToString("Pending{generatePdf}");
    assertThat(client.clients().list()).hasToString("Paged{listClients}");
  }

  @Test
  void asks_again_after_the_interval_of_the_spec_until_it_is_done() {
    server.respondWith(NOT_YET, NOT_YET, NOT_YET, DONE);

    URI pdf = pdf().await(Duration.ofMinutes(1));

    assertThat(pdf).isEqualTo(URI.create("https://x.test/a.pdf"));
    assertThat(time.sleeps()).containsExactly(INTERVAL, INTERVAL, INTERVAL);
    assertThat(server.requests()).hasSize(4);
    assertThat(server.requests())
        .extracting(request -> request.uri().getPath())
        .containsOnly("/api/pdf/7.json");
  }

  @Test
  void what_is_done_at_once_is_not_waited_for() {
    server.respondWith(DONE);

    assertThat(pdf().await(Duration.ofNanos(1))).hasPath("/a.pdf");
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void nothing_is_sent_before_somebody_asks() {
    Pending<URI> pending = pdf();

    assertThat(pending).hasToString("Pending{generatePdf}");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void polling_by_hand_asks_once() {
    server.respondWith(NOT_YET, DONE);
    Pending<URI> pending = pdf();

    assertThat(pending.poll()).isEmpty();
    assertThat(pending.poll()).isPresent();
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void gives_up_in_time_and_does_not_sleep_past_the_end() {
    server.respondWith(NOT_YET);

    assertThatThrownBy(() -> pdf().await(Duration.ofSeconds(5)))
        .isInstanceOfSatisfying(
            PollingTimeoutException.class,
            e -> {
              assertThat(e.operation()).isEqualTo("generatePdf");
              assertThat(e.allowed()).isEqualTo(Duration.ofSeconds(5));
              assertThat(e.mayHaveBeenProcessed()).isTrue();
            });
    assertThat(time.sleeps()).containsExactly(INTERVAL, INTERVAL);
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void what_does_not_exist_is_not_waited_for() {
    server.respondWith(NOT_YET, Reply.empty(404));

    assertThatThrownBy(() -> pdf().await(Duration.ofMinutes(1)))
        .isInstanceOf(NotFoundException.class);
    assertThat(time.sleeps()).containsExactly(INTERVAL);
  }

  @Test
  void a_response_of_success_without_the_address_is_not_waited_for() {
    server.respondWith(Reply.json("{\"output\":{}}"));

    assertThatThrownBy(() -> pdf().await(Duration.ofMinutes(1)))
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("output.pdfUrl");
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void an_interrupt_while_sleeping_ends_the_wait_and_keeps_the_flag() {
    server.respondWith(NOT_YET);
    Clock interrupted =
        new Clock() {
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
            throw new InterruptedException("in the middle of a sleep");
          }
        };
    try (InvoiceXpressClient other = client(interrupted)) {
      assertThatThrownBy(() -> other.documents().pdf(7).await(Duration.ofMinutes(1)))
          .isInstanceOfSatisfying(
              CallInterruptedException.class,
              e -> {
                assertThat(e.operation()).isEqualTo("generatePdf");
                assertThat(e).hasCauseInstanceOf(InterruptedException.class);
              });
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void a_time_that_is_not_positive_is_refused(long seconds) {
    assertThatThrownBy(() -> pdf().await(Duration.ofSeconds(seconds)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("atMost");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void a_very_long_time_is_as_good_as_none() {
    server.respondWith(NOT_YET, DONE);

    assertThat(pdf().await(Duration.ofSeconds(Long.MAX_VALUE))).hasPath("/a.pdf");
  }

  private Pending<URI> pdf() {
    return client.documents().pdf(7);
  }

  private InvoiceXpressClient client(Clock clock) {
    return BuilderAccess.withTime(StubClients.invoiceXpress(server), clock).build();
  }
}
