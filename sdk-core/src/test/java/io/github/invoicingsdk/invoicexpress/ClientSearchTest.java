package io.github.invoicingsdk.invoicexpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.error.NotFoundException;
import io.github.invoicingsdk.error.ServerException;
import io.github.invoicingsdk.fixture.CheckedInvoiceXpress;
import io.github.invoicingsdk.fixture.Exchange;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Looking for a client that there is not. */
class ClientSearchTest {

  @RegisterExtension final CheckedInvoiceXpress invoiceXpress = new CheckedInvoiceXpress();

  private final InvoiceXpressClient client = invoiceXpress.client();

  /** Looks for a client. */
  @FunctionalInterface
  interface Search {
    Object in(InvoiceXpressClient client);
  }

  static Stream<Search> searches() {
    return Stream.of(
        client -> client.clients().findByName("Ninguém Lda"),
        client -> client.clients().findByCode("none"));
  }

  @ParameterizedTest
  @MethodSource("searches")
  void none_is_not_found_as_the_provider_documents(Search search) {
    assertThatThrownBy(() -> search.in(client)).isInstanceOf(NotFoundException.class);

    assertThat(invoiceXpress.exchanges()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("searches")
  void none_may_come_as_500_which_is_repeated_and_creates_nothing(Search search) {
    invoiceXpress.account().clientSearchFails(true);

    assertThatThrownBy(() -> search.in(client))
        .isInstanceOfSatisfying(
            ServerException.class,
            e -> {
              assertThat(e.status()).isEqualTo(500);
              assertThat(e.attempts()).isEqualTo(4);
            });

    assertThat(invoiceXpress.exchanges())
        .hasSize(4)
        .extracting(Exchange::method)
        .containsOnly("GET");
    assertThat(client.clients().list()).hasSize(25);
  }

  @Test
  void the_list_tells_whether_there_is_one_although_searches_fail() {
    invoiceXpress.account().clientSearchFails(true);

    assertThat(client.clients().findByCode("C7").name()).isEqualTo("Client 7");
    assertThat(client.clients().list().stream())
        .noneMatch(found -> "none".equals(found.code()))
        .anyMatch(found -> "C7".equals(found.code()));
  }
}
