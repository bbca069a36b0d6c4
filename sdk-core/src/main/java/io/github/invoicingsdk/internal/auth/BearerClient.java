package io.github.invoicingsdk.internal.auth;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.invoicingsdk.internal.http.CallContext;
import io.github.invoicingsdk.internal.http.Deadline;
import io.github.invoicingsdk.observation.Retry;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Sends every request with an access token, and once more with a new one after a 401.
 *
 * <p>A 401 proves that the request was not processed, so that repeating it is safe for every
 * method. A second 401 is returned as it is. The responses refer to the request without the token,
 * so that no stage above ever sees it. As thread-safe as the client below.
 */
public final class BearerClient implements Client {

  private static final String HEADER = "Authorization";
  private static final int UNAUTHORIZED = 401;

  private final Client next;
  private final TokenSource tokens;

  /** Creates the stage above the next one. */
  public BearerClient(Client next, TokenSource tokens) {
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
    Response response = next.execute(withToken(request, token), options);
    if (response.status() == UNAUTHORIZED) {
      response.close();
      tokens.invalidate(token);
      context.observation().retrying(Retry.Reason.TOKEN_REFUSED, Duration.ZERO);
      response = next.execute(withToken(request, token(deadline)), options);
    }
    return response.toBuilder().request(request).build();
  }

  private String token(Deadline deadline) throws IOException {
    try {
      return tokens.token(deadline);
    } catch (TokenRefusedException e) {
      throw e;
    } catch (SocketTimeoutException e) {
      throw new TokenUnavailableException(e);
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      throw new TokenUnavailableException(e);
    }
  }

  private static Request withToken(Request request, String token) {
    Map<String, Collection<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(request.headers());
    // A map keeps the old spelling of a name whose value is replaced.
    headers.remove(HEADER);
    headers.put(HEADER, List.of("Bearer " + token));
    return Request.create(
        request.httpMethod(),
        request.url(),
        headers,
        request.body(),
        request.charset(),
        request.requestTemplate());
  }
}
