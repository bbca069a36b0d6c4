package io.github.invoicingsdk.internal.library;

import io.github.invoicingsdk.fleet.RedisFleet;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.model.NewSequence;
import java.net.URI;

/** What a partner's program does, to be run with other libraries than those of the build. */
public final class LibraryUser {

  private LibraryUser() {}

  /** Reads a list and writes, with a client that is limited as usual. */
  public static String call(String baseUrl, String apiKey) {
    try (InvoiceXpressClient client =
        InvoiceXpressClient.builder().baseUrl(URI.create(baseUrl)).apiKey(apiKey).build()) {
      int before = client.sequences().list().size();
      client.sequences().create(NewSequence.builder().serie("OLD").build());
      return before + " " + client.sequences().list().size();
    }
  }

  /** Begins to share over Redis. */
  public static void share() {
    RedisFleet.connect(URI.create("redis://127.0.0.1:1"), 2).close();
  }
}
