package io.github.invoicingsdk.benchmarks.handwritten;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.Reader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * What a partner writes with {@link HttpClient} and Gson, when it does what the SDK does and no
 * more: a timeout for connecting and one for the whole exchange, the response's body included,
 * gzip, the key in the address, a check of the status, typed values. Thread-safe.
 */
public final class HandWrittenClient {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** The names that the provider uses are those of the fields, with underscores. */
  public static final Gson GSON =
      new GsonBuilder()
          .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
          .disableHtmlEscaping()
          .create();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final String baseUrl;
  private final String key;

  /**
   * Creates a client.
   *
   * @param baseUrl where the API is
   * @param apiKey the key
   */
  public HandWrittenClient(URI baseUrl, String apiKey) {
    this.baseUrl = baseUrl.toString();
    this.key = "api_key=" + URLEncoder.encode(apiKey, UTF_8);
  }

  /**
   * One sequence.
   *
   * @param id its id
   * @return the sequence
   * @throws IOException when it cannot be had
   */
  public PlainSequence getSequence(long id) throws IOException {
    return send(request("/sequences/" + id + ".json?").GET(), PlainEnvelopes.OfSequence.class)
        .sequence();
  }

  /**
   * Creates a sequence.
   *
   * @param sequence the sequence
   * @return what was created
   * @throws IOException when it could not be created
   */
  public PlainSequence createSequence(PlainNewSequence sequence) throws IOException {
    String json = GSON.toJson(new PlainEnvelopes.OfNewSequence(sequence));
    return send(
            request("/sequences.json?")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)),
            PlainEnvelopes.OfSequence.class)
        .sequence();
  }

  /**
   * A page of clients.
   *
   * @param page 1 or more
   * @param perPage how many at most
   * @return the clients
   * @throws IOException when they cannot be had
   */
  public List<PlainClient> clients(int page, int perPage) throws IOException {
    return send(
            request("/clients.json?page=" + page + "&per_page=" + perPage + "&").GET(),
            PlainEnvelopes.OfClients.class)
        .clients();
  }

  private HttpRequest.Builder request(String target) {
    return HttpRequest.newBuilder(URI.create(baseUrl + target + key))
        .timeout(TIMEOUT)
        .header("Accept", "application/json")
        .header("Accept-Encoding", "gzip")
        .header("User-Agent", "hand-written");
  }

  private <T> T send(HttpRequest.Builder request, Class<T> type) throws IOException {
    HttpResponse<byte[]> response = exchange(request.build());
    if (response.statusCode() / 100 != 2) {
      throw new IOException("status " + response.statusCode());
    }
    try (Reader reader = new InputStreamReader(decoded(response), UTF_8)) {
      return GSON.fromJson(reader, type);
    }
  }

  private HttpResponse<byte[]> exchange(HttpRequest request) throws IOException {
    try {
      return http.send(request, info -> new TimedBytes(TIMEOUT));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private static InputStream decoded(HttpResponse<byte[]> response) throws IOException {
    InputStream bytes = new ByteArrayInputStream(response.body());
    boolean gzip =
        response.headers().firstValue("Content-Encoding").orElse("").equalsIgnoreCase("gzip");
    return gzip ? new GZIPInputStream(bytes) : bytes;
  }
}
