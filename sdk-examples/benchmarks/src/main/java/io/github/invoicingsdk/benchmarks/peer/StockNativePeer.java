package io.github.invoicingsdk.benchmarks.peer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Objects;
import peers.jdk.ApiClient;
import peers.jdk.ApiException;
import peers.jdk.api.ClientsApi;
import peers.jdk.api.SequencesApi;
import peers.jdk.model.NewSequence;
import peers.jdk.model.NewSequenceEnvelope;

/**
 * What the stock generator makes of the spec with its library native. It knows no API keys, so that
 * an interceptor adds them; its timeout ends with the headers of a response.
 */
final class StockNativePeer implements Peer {

  private final ApiClient client = new ApiClient();
  private final SequencesApi sequences;
  private final ClientsApi clients;

  StockNativePeer(URI baseUrl) {
    client.setHttpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1));
    client.updateBaseUri(baseUrl.toString());
    client.setConnectTimeout(Duration.ofSeconds(10));
    client.setReadTimeout(Duration.ofSeconds(30));
    client.setRequestInterceptor(StockNativePeer::complete);
    this.sequences = new SequencesApi(client);
    this.clients = new ClientsApi(client);
  }

  private static void complete(HttpRequest.Builder request) {
    String address = request.copy().build().uri().toString();
    request
        .uri(URI.create(address + (address.contains("?") ? "&" : "?") + "api_key=" + API_KEY))
        .setHeader("Accept-Encoding", "gzip")
        .setHeader("User-Agent", "stock-native");
  }

  @Override
  public Object getSequence(long id) throws ApiException {
    return Objects.requireNonNull(sequences.getSequence(id).getSequence());
  }

  @Override
  public Object createSequence(String serie) throws ApiException {
    NewSequenceEnvelope envelope =
        new NewSequenceEnvelope().sequence(new NewSequence().serie(serie).defaultSequence("1"));
    return Objects.requireNonNull(sequences.createSequence(envelope).getSequence());
  }

  @Override
  public Object clients(int page, int perPage) throws ApiException {
    return Objects.requireNonNull(clients.listClients(page, perPage).getClients());
  }

  @Override
  public JsonElement asJson(Object value) {
    try {
      return JsonParser.parseString(client.getObjectMapper().writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
