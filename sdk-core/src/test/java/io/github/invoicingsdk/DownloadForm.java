package io.github.invoicingsdk;

import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressAsyncClient;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClientBuilder;
import io.github.invoicingsdk.testing.RawServer;
import java.net.URI;
import java.util.concurrent.Executor;
import okhttp3.OkHttpClient;

/** Who waits while a file comes as a future, and what sends the request. */
enum DownloadForm {
  NO_THREAD,
  EXECUTOR,
  EXECUTOR_AND_A_TRANSPORT_OF_SOMEBODY_ELSES;

  /** What must be in no message. */
  static final String SECRET = "t0ken-of-the-file";

  /** Where every server has its file. */
  static final String PATH = "/files/" + SECRET + ".pdf?signature=" + SECRET;

  /** The address of the file of a server. */
  static URI address(RawServer server) {
    return URI.create(server.url(PATH));
  }

  /** The settings of a client that tries everything once. */
  InvoiceXpressClientBuilder client() {
    InvoiceXpressClientBuilder builder =
        InvoiceXpressClient.builder()
            .baseUrl(URI.create("http://127.0.0.1:1"))
            .apiKey("stub-api-key")
            .options(StubClients.ONCE)
            .unlimitedRate();
    return this == EXECUTOR_AND_A_TRANSPORT_OF_SOMEBODY_ELSES
        ? builder.transport(OkHttpTransport.of(new OkHttpClient()))
        : builder;
  }

  /** The asynchronous view of a client, which uses the threads if this form needs any. */
  InvoiceXpressAsyncClient async(InvoiceXpressClient client, Executor threads) {
    return this == NO_THREAD ? client.async() : client.async(threads);
  }
}
