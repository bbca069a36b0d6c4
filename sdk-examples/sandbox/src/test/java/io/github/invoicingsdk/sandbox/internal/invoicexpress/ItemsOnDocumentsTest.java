package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ItemsOnDocumentsTest {
  private final Sandbox sandbox = Sandbox.start();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void an_item_that_is_on_a_document_keeps_its_name() throws Exception {
    putOnDocument("Item 1");

    HttpResponse<String> renamed = update("Pen");

    assertThat(renamed.statusCode()).isEqualTo(422);
    assertThat(renamed.body())
        .isEqualTo(
            "{\"errors\":[{\"error\":\"Name can't be changed because it is already associated"
                + " with invoices\"}]}");
    assertThat(update("Item 1").statusCode()).isEqualTo(200);
    assertThat(update("Pen").statusCode()).isEqualTo(422);
  }

  private void putOnDocument(String name) {
    Account account = (Account) sandbox.invoiceXpress();
    JsonObject sent = new JsonObject();
    sent.addProperty("name", name);
    synchronized (account) {
      account.data().item(sent, account.data().taxNamed(null));
    }
  }

  private HttpResponse<String> update(String name) throws IOException, InterruptedException {
    URI uri =
        URI.create(
            sandbox.invoiceXpressUrl()
                + "/items/402321.json?api_key="
                + sandbox.invoiceXpressApiKey());
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .PUT(
                    BodyPublishers.ofString(
                        "{\"item\":{\"name\":\"" + name + "\",\"unit_price\":\"1\"}}"))
                .build(),
            BodyHandlers.ofString());
  }
}
