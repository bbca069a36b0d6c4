package io.github.invoicingsdk.internal.auth;

import feign.Request;
import feign.Response;
import io.github.invoicingsdk.internal.http.CallContext;
import io.github.invoicingsdk.internal.http.CancellableFuture;
import io.github.invoicingsdk.internal.http.Deadline;
import io.github.invoicingsdk.internal.http.RequestHeaders;
import io.github.invoicingsdk.internal.http.Stage;
import io.github.invoicingsdk.observation.Retry;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Sends every request with an access token, and once more with a new one after a 401.
 *
 * <p>A 401 proves that the request was not processed, so that repeating it is safe for every
 * method. A second 401 is returned as it is. The responses refer to the request without the token,
 * so that no stage above ever sees it. As thread-safe as the stage below.
 */
public final class BearerStage implements Stage {

  private static final String HEADER = "Authorization";
  private static final int UNAUTHORIZED = 401;

  private final Stage next;
  private final TokenSource tokens;
  private final AsyncTokens asyncTokens;

  /**
   * Creates the stage above the next one.
   *
   * @param next the next stage
   * @param tokens where tokens come from
   * @param background fetches tokens for calls that no thread waits for
   */
  public BearerStage(Stage next, TokenSource tokens, Executor background) {
    this.asyncTokens = new AsyncTokens(tokens, background);
    this.next = Objects.requireNonNull(next, "next");
    this.tokens = Objects.requireNonNull(tokens, "tokens");
  }

  /**
   * Sends the request.
   *
   * @throws TokenRefusedException when the provider gives no token
   * @throws TokenUnavailableException when no token could be had for another reason
   * @throws InterruptedIOException when the thread was interrupted
   */
  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    CallContext context = CallContext.of(options);
    Deadline deadline = context.deadline();
    String token = token(deadline);
    CallContext shown = context.showing(request);
    Response response = next.execute(withToken(request, token), shown);
    if (response.status() == UNAUTHORIZED) {
      refused(token, response, context);
      response = next.execute(withToken(request, token(deadline)), shown);
    }
    return response;
  }

  private String token(Deadline deadline) throws IOException {
    try {
      return tokens.token(deadline);
    } catch (IOException e) {
      throw withoutToken(e);
    }
  }

  @Override
  public CompletableFuture<Response> executeAsync(Request request, CallContext context) {
    CancellableFuture<Response> steps = new CancellableFuture<>();
    CallContext shown = context.showing(request);
    withToken(
        steps,
        context,
        token ->
            steps.then(
                next.executeAsync(withToken(request, token), shown),
                response -> {
                  if (response.status() == UNAUTHORIZED) {
                    refused(token, response, context);
                    withToken(
                        steps,
                        context,
                        renewed ->
                            steps.then(
                                next.executeAsync(withToken(request, renewed), shown),
                                steps::succeed,
                                steps::fail));
                  } else {
                    steps.succeed(response);
                  }
                },
                steps::fail));
    return steps.result();
  }

  private void withToken(
      CancellableFuture<Response> steps,
      CallContext context,
      CancellableFuture.Action<String> next) {
    steps.then(
        asyncTokens.token(context.deadline(), context.observation().caller()),
        next,
        failure -> {
          if (failure instanceof RuntimeException bug) {
            throw bug;
          }
          throw failure instanceof IOException e
              ? withoutToken(e)
              : new IllegalStateException("fetching a token failed", failure);
        });
  }

  private void refused(String token, Response response, CallContext context) {
    response.close();
    tokens.invalidate(token);
    context.observation().retrying(Retry.Reason.TOKEN_REFUSED, Duration.ZERO);
  }

  /** What a request fails with that was never sent, unless the caller gave up. */
  private static IOException withoutToken(IOException failure) {
    boolean gaveUp =
        failure instanceof InterruptedIOException && !(failure instanceof SocketTimeoutException);
    return failure instanceof TokenRefusedException || gaveUp
        ? failure
        : new TokenUnavailableException(failure);
  }

  private static Request withToken(Request request, String token) {
    return RequestHeaders.change(
        request,
        headers -> {
          // A map keeps the old spelling of a name whose value is replaced.
          headers.remove(HEADER);
          headers.put(HEADER, List.of("Bearer " + token));
        });
  }
}
