package io.github.invoicingsdk.benchmarks.peer;

import com.google.gson.JsonElement;
import io.github.invoicingsdk.benchmarks.handwritten.HandWrittenClient;
import io.github.invoicingsdk.benchmarks.handwritten.PlainNewSequence;
import java.io.IOException;
import java.net.URI;

/** The hand-written client. */
final class HandWrittenPeer implements Peer {

  private final HandWrittenClient client;

  HandWrittenPeer(URI baseUrl) {
    this.client = new HandWrittenClient(baseUrl, API_KEY);
  }

  @Override
  public Object getSequence(long id) throws IOException {
    return client.getSequence(id);
  }

  @Override
  public Object createSequence(String serie) throws IOException {
    return client.createSequence(new PlainNewSequence(serie, true));
  }

  @Override
  public Object clients(int page, int perPage) throws IOException {
    return client.clients(page, perPage);
  }

  @Override
  public JsonElement asJson(Object value) {
    return HandWrittenClient.GSON.toJsonTree(value);
  }
}
