package io.github.invoicingsdk.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.invoicexpress.model.Client;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentClient;
import io.github.invoicingsdk.invoicexpress.model.InvoiceXpressModels;
import org.junit.jupiter.api.Test;

class ItemKeyTest {

  private final Payloads payloads = new Payloads(InvoiceXpressModels.REGISTRY);
  private final ItemKey clients = new ItemKey(payloads.adapter(Client.class));
  private final ItemKey documents = new ItemKey(payloads.adapter(Document.class));

  @Test
  void an_item_keeps_its_key_when_it_changes() {
    assertThat(key(Client.builder().id(7).name("a").build()))
        .isEqualTo(key(Client.builder().id(7).name("b").build()))
        .isNotEqualTo(key(Client.builder().id(8).name("a").build()));
  }

  @Test
  void an_item_without_an_id_is_known_by_all_that_it_holds() {
    assertThat(key(Client.builder().name("a").build()))
        .isEqualTo(key(Client.builder().name("a").build()))
        .isNotEqualTo(key(Client.builder().name("b").build()))
        .isNotEqualTo(key(Client.builder().code("a").build()));
  }

  @Test
  void the_id_of_a_part_is_not_that_of_the_item() {
    DocumentClient client = DocumentClient.builder().id(7).build();

    assertThat(documents.applyAsLong(Document.builder().id(1).client(client).build()))
        .isNotEqualTo(documents.applyAsLong(Document.builder().id(2).client(client).build()));
  }

  private long key(Client client) {
    return clients.applyAsLong(client);
  }
}
