package io.github.invoicingsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.invoicingsdk.RetryPolicy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A response that is followed by another attempt gives its connection back. */
class DiscardedResponsesTest {

  private static final Request REQUEST = TestCalls.get("https://example.test/");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();

  @Test
  void a_response_is_closed_before_the_next_attempt() throws IOException {
    FakeTime time = new FakeTime();
    Client client = new RetryingStage(this::response, time, new Backoff(bound -> 0));
    CallContext context =
        TestCalls.context(Deadline.after(MINUTE, time), Map.of())
            .withRetry(true, "", RetryPolicy.defaults(), MINUTE);

    assertThat(client.execute(REQUEST, context).status()).isEqualTo(200);

    assertThat(closed).hasValue(1);
  }

  private Response response(Request request, Request.Options options) {
    assertThat(closed).hasValue(sent.get());
    int status = sent.incrementAndGet() == 1 ? 500 : 200;
    return TestCalls.response(request, status, "").toBuilder()
        .body(
            new ByteArrayInputStream(new byte[0]) {
              @Override
              public void close() {
                closed.incrementAndGet();
              }
            },
            0)
        .build();
  }
}
