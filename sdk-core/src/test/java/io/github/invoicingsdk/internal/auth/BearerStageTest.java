package io.github.invoicingsdk.internal.auth;

import static io.github.invoicingsdk.internal.http.TestCalls.context;
import static io.github.invoicingsdk.internal.http.TestCalls.get;
import static io.github.invoicingsdk.internal.http.TestCalls.request;
import static io.github.invoicingsdk.internal.http.TestCalls.response;
import static io.github.invoicingsdk.internal.http.TestCalls.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.Request;
import feign.Response;
import io.github.invoicingsdk.internal.http.BoundingStage;
import io.github.invoicingsdk.internal.http.Deadline;
import io.github.invoicingsdk.internal.http.Stage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BearerStageTest {

  private final List<String> authorizations = new ArrayList<>();
  private final ScriptedTokens tokens = new ScriptedTokens("T1", "T2", "T3");

  @Test
  void every_request_carries_the_token_once() throws Exception {
    Request request =
        request(
            Request.HttpMethod.POST,
            "https://h/items",
            Map.of("authorization", List.of("old"), "X-Other", List.of("kept")),
            "{}");
    List<Request> sent = new ArrayList<>();
    Stage recorder =
        (outgoing, options) -> {
          sent.add(outgoing);
          return response(outgoing, 200, "{}");
        };

    BoundingStage bounding = new BoundingStage(recorder, 1000);

    Response response =
        new BearerStage(bounding, tokens, Runnable::run).execute(request, context());

    assertThat(sent.get(0).headers()).containsOnlyKeys("Authorization", "X-Other");
    assertThat(sent.get(0).headers().get("Authorization")).containsExactly("Bearer T1");
    assertThat(sent.get(0).body()).isEqualTo(request.body());
    assertThat(response.request()).isSameAs(request);
  }

  @Test
  void a_refused_token_is_renewed_and_the_request_repeated_once() throws Exception {
    Response response =
        new BearerStage(respondingWith(401, 200), tokens, Runnable::run).execute(post(), context());

    assertThat(response.status()).isEqualTo(200);
    assertThat(authorizations).containsExactly("Bearer T1", "Bearer T2");
    assertThat(tokens.invalidated).containsExactly("T1");
  }

  @Test
  void a_second_refusal_is_returned_as_it_is() throws Exception {
    Response response =
        new BearerStage(respondingWith(401, 401), tokens, Runnable::run).execute(post(), context());

    assertThat(response.status()).isEqualTo(401);
    assertThat(text(response)).isEqualTo("response 2");
    assertThat(authorizations).containsExactly("Bearer T1", "Bearer T2");
    assertThat(tokens.invalidated).containsExactly("T1");
  }

  @Test
  void other_refusals_are_not_the_tokens_fault() throws Exception {
    Response response =
        new BearerStage(respondingWith(403), tokens, Runnable::run).execute(post(), context());

    assertThat(response.status()).isEqualTo(403);
    assertThat(tokens.invalidated).isEmpty();
  }

  static Stream<IOException> unavailable() {
    return Stream.of(
        new ConnectException("x"),
        new HttpTimeoutException("x"),
        new SocketTimeoutException("x"),
        new IOException("x"));
  }

  @ParameterizedTest
  @MethodSource("unavailable")
  void a_token_that_cannot_be_had_is_told_apart_from_a_failure_of_the_request(IOException failure) {
    Stage bearer = new BearerStage(respondingWith(200), failing(failure), Runnable::run);

    assertThatThrownBy(() -> bearer.execute(post(), context()))
        .isInstanceOf(TokenUnavailableException.class)
        .hasCause(failure);
    assertThat(authorizations).isEmpty();
  }

  @Test
  void an_interrupt_and_a_refusal_by_the_token_endpoint_are_passed_on() {
    IOException interrupted = new InterruptedIOException("x");
    IOException refused =
        new TokenRefusedException(
            "x", "https://identity.example/token", 400, Map.of(), new byte[0]);

    for (IOException failure : List.of(interrupted, refused)) {
      assertThatThrownBy(
              () ->
                  new BearerStage(respondingWith(200), failing(failure), Runnable::run)
                      .execute(post(), context()))
          .isSameAs(failure);
    }
  }

  @Test
  void a_failure_of_the_request_is_passed_on() {
    IOException reset = new IOException("reset");
    Stage broken =
        (request, options) -> {
          throw reset;
        };

    assertThatThrownBy(
            () ->
                new BearerStage(broken, tokens, Runnable::run)
                    .execute(get("https://h/"), context()))
        .isSameAs(reset);
    assertThat(tokens.invalidated).isEmpty();
  }

  private Stage respondingWith(int... statuses) {
    return (request, options) -> {
      authorizations.addAll(request.headers().get("Authorization"));
      int number = authorizations.size();
      return response(request, statuses[number - 1], "response " + number);
    };
  }

  private static Request post() {
    return request(Request.HttpMethod.POST, "https://h/items", Map.of(), "{}");
  }

  private static TokenSource failing(IOException failure) {
    return new TokenSource() {
      @Override
      public String token(Deadline deadline) throws IOException {
        throw failure;
      }

      @Override
      public Optional<String> held() {
        return Optional.empty();
      }

      @Override
      public void invalidate(String token) {
        throw new AssertionError("no token was used");
      }
    };
  }

  /** Gives one token after the other, each until it is invalidated. */
  private static final class ScriptedTokens implements TokenSource {

    private final Deque<String> left;
    private final List<String> invalidated = new ArrayList<>();

    ScriptedTokens(String... tokens) {
      left = new ArrayDeque<>(List.of(tokens));
    }

    @Override
    public String token(Deadline deadline) {
      return left.getFirst();
    }

    @Override
    public Optional<String> held() {
      return Optional.of(left.getFirst());
    }

    @Override
    public void invalidate(String token) {
      invalidated.add(token);
      left.remove(token);
    }
  }
}
