package io.github.invoicingsdk.benchmarks.peer;

import com.google.gson.JsonElement;
import java.net.URI;
import java.util.Objects;
import okhttp3.OkHttpClient;
import peers.okhttp.ApiClient;
import peers.okhttp.ApiException;
import peers.okhttp.JSON;
import peers.okhttp.api.ClientsApi;
import peers.okhttp.api.SequencesApi;
import peers.okhttp.model.NewSequence;
import peers.okhttp.model.NewSequenceEnvelope;

/** What the stock generator makes of the spec with its library okhttp-gson. */
final class StockOkHttpPeer implements Peer {

  private final OkHttpClient http = OkHttp.client();
  private final SequencesApi sequences;
  private final ClientsApi clients;

  StockOkHttpPeer(URI baseUrl) {
    ApiClient client = new ApiClient(http);
    client.setBasePath(baseUrl.toString());
    client.setApiKey(API_KEY);
    this.sequences = new SequencesApi(client);
    this.clients = new ClientsApi(client);
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
    return JSON.getGson().toJsonTree(value);
  }

  @Override
  public void close() {
    OkHttp.close(http);
  }
}
