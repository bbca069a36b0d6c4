package io.github.invoicingsdk.idoklad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.AccessToken;
import io.github.invoicingsdk.TokenSource;
import io.github.invoicingsdk.error.ConnectionException;
import io.github.invoicingsdk.fixture.CapturedLog;
import io.github.invoicingsdk.fixture.ReceivedRequest;
import io.github.invoicingsdk.fixture.Reply;
import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.fixture.StubServer;
import io.github.invoicingsdk.observation.LoggingListener;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients whose tokens a program gets by itself. */
@Timeout(60)
class TokenSourceTest {

  private static final Reply SEQUENCE = Reply.json("{\"Data\":{\"Id\":7},\"IsSuccess\":true}");

  private final StubServer server = StubServer.start().respondWith(SEQUENCE);
  private final AtomicInteger fetched = new AtomicInteger();
  private final List<String> refused = new CopyOnWriteArrayList<>();
  private final TokenSource source =
      new TokenSource() {
        @Override
        public AccessToken fetch(Duration atMost) {
          assertThat(atMost).isPositive();
          return AccessToken.of("MARK" + fetched.incrementAndGet(), Duration.ofHours(1));
        }

        @Override
        public void refused(String value) {
          refused.add(value);
        }
      };

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void one_token_serves_all_calls_and_no_token_is_asked_of_the_provider() {
    try (IdokladClient client = client(source)) {
      client.numericSequences().get(7);
      client.async().numericSequences().get(7).join();

      assertThat(fetched).hasValue(1);
      assertThat(server.requests())
          .extracting(ReceivedRequest::authorization)
          .containsOnly("Bearer MARK1");
      assertThat(server.tokenRequests()).isEmpty();
    }
  }

  @Test
  void a_refused_token_is_told_and_replaced() {
    server.respondWith(Reply.empty(401), SEQUENCE);
    try (IdokladClient client = client(source)) {
      client.numericSequences().get(7);

      assertThat(refused).containsExactly("MARK1");
      assertThat(server.requests())
          .extracting(ReceivedRequest::authorization)
          .containsExactly("Bearer MARK1", "Bearer MARK2");
    }
  }

  @Test
  void what_the_source_throws_reaches_the_caller_and_nothing_is_sent() {
    try (IdokladClient client =
        client(
            atMost -> {
              throw new IllegalStateException("the vault is closed");
            })) {
      assertThatThrownBy(() -> client.numericSequences().get(7))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the vault is closed");
      assertThatThrownBy(() -> client.async().numericSequences().get(7).join())
          .isInstanceOf(CompletionException.class)
          .cause()
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the vault is closed");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void a_source_that_cannot_be_reached_is_a_failure_before_sending() {
    try (IdokladClient client =
        client(
            atMost -> {
              throw new IOException("no vault");
            })) {
      assertThatThrownBy(() -> client.numericSequences().get(7))
          .isInstanceOfSatisfying(
              ConnectionException.class, e -> assertThat(e.mayHaveBeenProcessed()).isFalse());
    }
  }

  @Test
  void a_token_that_a_server_echoes_is_masked_and_the_account_stands_in_the_log() {
    server.respond(request -> Reply.json(400, "{\"Message\":\"" + request.authorization() + "\"}"));
    try (CapturedLog log = CapturedLog.open();
        IdokladClient client =
            StubClients.idoklad(server)
                .tokenSource("acme", source)
                .listener(LoggingListener.create())
                .build()) {
      assertThatThrownBy(() -> client.numericSequences().get(7))
          .hasMessageNotContaining("MARK")
          .hasMessageContaining("***");
      assertThat(log.events())
          .singleElement()
          .satisfies(
              line ->
                  assertThat(line.getFormattedMessage()).startsWith("acme getNumericSequence: "));
    }
  }

  @Test
  void the_last_word_of_a_builder_counts() {
    try (IdokladClient client =
        StubClients.idoklad(server)
            .tokenSource("acme", source)
            .clientCredentials(keys -> keys.applicationId("a").clientId("b").clientSecret("c"))
            .build()) {
      client.numericSequences().get(7);

      assertThat(fetched).hasValue(0);
      assertThat(server.tokenRequests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "MARK MARK", "MARK\r\n", "MARK\u0000", "MARKé"})
  void what_no_header_can_hold_is_no_token_and_not_shown(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AccessToken.of(value, Duration.ofHours(1)))
        .withMessageContaining("value")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("MARK"));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void a_token_is_valid_for_some_time(long seconds) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AccessToken.of("MARK", Duration.ofSeconds(seconds)))
        .withMessageContaining("lifetime");
  }

  @Test
  void neither_tokens_nor_credentials_are_shown() {
    ClientCredentials.Builder parts =
        ClientCredentials.builder().applicationId("MARK").clientId("MARK").clientSecret("MARK");

    assertThat(AccessToken.of("MARK", Duration.ofHours(1)).toString()).doesNotContain("MARK");
    assertThat(parts.toString()).doesNotContain("MARK");
    assertThat(parts.build().toString()).doesNotContain("MARK");
  }

  @Test
  void a_part_of_the_credentials_that_is_missing_is_named() {
    assertThatThrownBy(
            () -> ClientCredentials.builder().applicationId("a").clientSecret("c").build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("clientId(...)");
  }

  private IdokladClient client(TokenSource given) {
    return StubClients.idoklad(server).tokenSource("acme", given).build();
  }
}
