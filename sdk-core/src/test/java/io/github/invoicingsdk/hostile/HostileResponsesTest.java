package io.github.invoicingsdk.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.error.DecodingException;
import io.github.invoicingsdk.fixture.Reply;
import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.fixture.StubServer;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Responses of success with content that no provider ought to send. */
class HostileResponsesTest {

  private final StubServer server = StubServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_number_beyond_a_double_does_not_hide_the_wanted_one_of_several_elements() {
    server.respondWith(
        Reply.json(
            "{\"sequences\":[{\"id\":1,\"serie\":\"A\",\"odd\":1e999},"
                + "{\"id\":2,\"serie\":\"B\",\"odd\":1e999}]}"));
    try (InvoiceXpressClient client = StubClients.invoiceXpress(server).build()) {
      assertThat(client.sequences().get(2).serie()).isEqualTo("B");
    }
  }

  @Test
  void a_dot_in_a_name_is_no_step_into_an_object() {
    server.respondWith(Reply.json("{\"IsSuccess\":true,\"Data.Items\":[]}"));
    try (IdokladClient client = StubClients.idoklad(server).build()) {
      assertThatThrownBy(() -> client.numericSequences().list().page(1))
          .isInstanceOf(DecodingException.class);
    }
  }
}
