package io.github.invoicingsdk.benchmarks.peer;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import io.github.invoicingsdk.Transport;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClientBuilder;
import io.github.invoicingsdk.invoicexpress.model.InvoiceXpressModels;
import io.github.invoicingsdk.invoicexpress.model.NewSequence;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;

/** The SDK, with its own transport or a partner's. Its rate limit is lifted, nothing else. */
final class SdkPeer implements Peer {

  private final InvoiceXpressClient client;
  private final Closeable transport;

  private SdkPeer(InvoiceXpressClientBuilder builder, Closeable transport) {
    this.client = builder.build();
    this.transport = transport;
  }

  static Peer onJdk(URI baseUrl) {
    return new SdkPeer(builder(baseUrl), () -> {});
  }

  static Peer on(Transport transport, Closeable end, URI baseUrl) {
    return new SdkPeer(builder(baseUrl).transport(transport), end);
  }

  private static InvoiceXpressClientBuilder builder(URI baseUrl) {
    return InvoiceXpressClient.builder().baseUrl(baseUrl).apiKey(API_KEY).unlimitedRate();
  }

  @Override
  public Object getSequence(long id) {
    return client.sequences().get(id);
  }

  @Override
  public Object createSequence(String serie) {
    return client
        .sequences()
        .create(NewSequence.builder().serie(serie).defaultSequence(true).build());
  }

  @Override
  public Object clients(int page, int perPage) {
    return client.clients().list().withPageSize(perPage).page(page).items();
  }

  @Override
  public JsonElement asJson(Object value) {
    Gson gson = new GsonBuilder().registerTypeAdapterFactory(InvoiceXpressModels.REGISTRY).create();
    return gson.toJsonTree(value);
  }

  @Override
  public void close() throws IOException {
    client.close();
    transport.close();
  }
}
