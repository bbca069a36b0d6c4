package io.github.invoicingsdk.internal.auth;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import feign.Client;
import feign.Request;
import feign.Response;
import feign.Util;
import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.internal.error.ErrorTranslator;
import io.github.invoicingsdk.internal.error.Redactor;
import io.github.invoicingsdk.internal.http.CallContext;
import io.github.invoicingsdk.internal.http.Deadline;
import io.github.invoicingsdk.internal.http.Time;
import io.github.invoicingsdk.vocabulary.ErrorCode;
import io.github.invoicingsdk.vocabulary.QueryValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks a token endpoint for a token (RFC 6749, section 4.4). Thread-safe. */
public final class TokenEndpoint {

  /** For an endpoint that does not say how long a token lives. */
  private static final long DEFAULT_LIFETIME_SECONDS = 300;

  private static final long MAX_LIFETIME_SECONDS = Duration.ofDays(1).toSeconds();

  /** How long before its end a token is renewed, unless its life is short. */
  private static final long RENEWAL_MARGIN_SECONDS = 60;

  private final Provider provider;
  private final URI url;
  private final ClientCredentials credentials;
  private final Client client;
  private final ErrorTranslator translator;
  private final Redactor redactor;
  private final Time time;
  private final Duration connectTimeout;

  /**
   * Creates an endpoint.
   *
   * @param provider the provider for whose API the tokens are
   * @param url the endpoint's address
   * @param credentials who asks
   * @param client bounds and sends the requests
   * @param translator turns refusals into exceptions
   * @param redactor is told every token
   * @param time the clock
   * @param connectTimeout how long setting up a connection may take
   */
  public TokenEndpoint(
      Provider provider,
      URI url,
      ClientCredentials credentials,
      Client client,
      ErrorTranslator translator,
      Redactor redactor,
      Time time,
      Duration connectTimeout) {
    this.provider = provider;
    this.url = url;
    this.credentials = credentials;
    this.client = client;
    this.translator = translator;
    this.redactor = redactor;
    this.time = time;
    this.connectTimeout = connectTimeout;
  }

  /**
   * Fetches a token.
   *
   * @throws io.github.invoicingsdk.error.InvoicingException when none can be had
   */
  Token fetch(Deadline deadline) {
    CallContext context =
        new CallContext(
            provider,
            "fetchToken",
            ErrorCode::unknown,
            deadline,
            connectTimeout,
            Map.of(),
            OptionalInt.empty());
    Request request = request();
    try (Response response = client.execute(request, context)) {
      byte[] body =
          response.body() == null ? new byte[0] : Util.toByteArray(response.body().asInputStream());
      return token(context, request, response, body);
    } catch (IOException e) {
      throw translator.failed(context, request, e);
    }
  }

  private Request request() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "client_credentials");
    form.put("application_id", credentials.applicationId());
    form.put("client_id", credentials.clientId());
    form.put("client_secret", credentials.clientSecret());
    form.put("scope", "idoklad_api");
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + QueryValue.encode(field.getValue()))
            .collect(Collectors.joining("&"));
    Map<String, Collection<String>> headers =
        Map.of(
            "Content-Type", List.of("application/x-www-form-urlencoded"),
            "Accept", List.of("application/json"));
    return Request.create(
        Request.HttpMethod.POST,
        url.toString(),
        headers,
        body.getBytes(StandardCharsets.UTF_8),
        StandardCharsets.UTF_8,
        null);
  }

  private Token token(CallContext context, Request request, Response response, byte[] body) {
    int status = response.status();
    if (status < 200 || status > 299) {
      throw translator.tokenRefused(context, request, status, response.headers(), body);
    }
    JsonElement answer;
    try {
      answer = JsonParser.parseString(new String(body, StandardCharsets.UTF_8));
    } catch (JsonParseException e) {
      throw translator.unreadable(context, request, status, response.headers(), body, e);
    }
    String value = text(answer, "access_token");
    if (value == null || value.isBlank()) {
      throw translator.tokenRefused(context, request, status, response.headers(), body);
    }
    redactor.learn(value);
    return token(value, lifetimeSeconds(text(answer, "expires_in")));
  }

  private Token token(String value, long seconds) {
    long margin = Math.min(RENEWAL_MARGIN_SECONDS, seconds / 10);
    long now = time.nanoTime();
    return new Token(
        value,
        now + Duration.ofSeconds(seconds - margin).toNanos(),
        now + Duration.ofSeconds(seconds).toNanos());
  }

  /** What the endpoint says of the lifetime, within reason. */
  private static long lifetimeSeconds(@Nullable String text) {
    if (text == null || text.length() > 20) {
      return DEFAULT_LIFETIME_SECONDS;
    }
    try {
      BigDecimal seconds = new BigDecimal(text.strip());
      return seconds.max(BigDecimal.ZERO).min(BigDecimal.valueOf(MAX_LIFETIME_SECONDS)).longValue();
    } catch (NumberFormatException e) {
      return DEFAULT_LIFETIME_SECONDS;
    }
  }

  private static @Nullable String text(JsonElement answer, String member) {
    JsonElement value = answer.isJsonObject() ? answer.getAsJsonObject().get(member) : null;
    return value != null && value.isJsonPrimitive() ? value.getAsString() : null;
  }
}
