package io.github.invoicingsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.invoicingsdk.error.DecodingException;
import io.github.invoicingsdk.fixture.Reply;
import io.github.invoicingsdk.fixture.Samples;
import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.fixture.StubServer;
import io.github.invoicingsdk.invoicexpress.Drafts;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.model.Client;
import io.github.invoicingsdk.invoicexpress.model.ClientDetails;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.InvoiceXpressModels;
import io.github.invoicingsdk.invoicexpress.model.NewSequence;
import io.github.invoicingsdk.model.MissingValueException;
import io.github.invoicingsdk.model.UnreadableValue;
import io.github.invoicingsdk.observation.Call;
import io.github.invoicingsdk.observation.CallListener;
import io.github.invoicingsdk.observation.CallResult;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One odd value that decides nothing does not hide the rest of a response. */
class UnreadableValuesTest {

  private final List<String> told = new CopyOnWriteArrayList<>();
  private final StubServer server = StubServer.start();
  private final InvoiceXpressClient client =
      StubClients.invoiceXpress(server)
          .listener(
              new CallListener() {
                @Override
                public void unreadable(Call call, UnreadableValue value) {
                  told.add(call.operation() + ": " + value);
                }

                @Override
                public void ended(Call call, CallResult result) {
                  told.add(call.operation() + " ended");
                }
              })
          .build();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  /** Blocking and as a future. */
  static Stream<Function<InvoiceXpressClient, Document>> ways() {
    return Stream.of(
        client -> client.invoices().get(5417123),
        client -> client.async().invoices().get(5417123).join());
  }

  @ParameterizedTest
  @MethodSource("ways")
  void a_document_with_iso_dates_and_a_currency_in_parts_is_read_without_guessing(
      Function<InvoiceXpressClient, Document> way) {
    server.respondWith(Reply.json(Samples.text("odd/document-iso-dates-currency-in-parts.json")));

    Document document = way.apply(client);

    assertThat(document.id()).isEqualTo(5417123);
    assertThat(document.atcud()).isEqualTo("ABCD1234-41");
    assertThat(document.total()).isEqualByComparingTo("134.09");
    assertThatExceptionOfType(MissingValueException.class)
        .isThrownBy(document::date)
        .withMessageContaining("in the response to getInvoice it is unreadable");
    assertThat(document.missingProperties()).containsExactly("date");
    assertThat(document.currency()).isNull();
    assertThat(document.unreadableProperties()).containsOnlyKeys("date", "due_date", "currency");
    assertThat(document.unreadableProperties().get("date"))
        .isEqualTo(new JsonPrimitive("2026-03-03"));
    assertThat(
            Objects.requireNonNull(document.unreadableProperties().get("currency"))
                .getAsJsonObject()
                .get("code")
                .getAsString())
        .isEqualTo("EUR");
    assertThat(told)
        .containsExactly(
            "getInvoice: 1 x TEXT in invoice.date",
            "getInvoice: 1 x TEXT in invoice.due_date",
            "getInvoice: 1 x OBJECT in invoice.currency",
            "getInvoice ended");
  }

  @Test
  void an_empty_exemption_is_no_exemption() {
    server.respondWith(Reply.json(Samples.text("odd/document-empty-exemption.json")));

    Document document = client.invoices().get(5417001);

    assertThat(document.taxExemption()).isNull();
    assertThat(document.unreadableProperties())
        .containsExactly(entry("tax_exemption", new JsonPrimitive("")));
    assertThat(told).first().isEqualTo("getInvoice: 1 x EMPTY_TEXT in invoice.tax_exemption");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"retention\":\"foo\"",
        "\"retention\":\"\"",
        "\"date\":\"\"",
        "\"date\":\"31/02/2026\"",
        "\"archived\":\"\"",
        "\"archived\":\"perhaps\"",
        "\"currency\":\"\"",
        "\"sum\":\"\"",
        "\"client\":\"\"",
        "\"client\":[]",
        "\"client\":{\"id\":\"\",\"country\":\"\"}",
        "\"items\":{}",
        "\"items\":[null]",
        "\"items\":[{\"unit_price\":\"free\"}]",
        "\"mb_reference\":\"\"",
        "\"mb_reference\":{\"entity\":\"\",\"reference\":\"\",\"value\":\"\"}",
        "\"sequence_id\":\"\"",
        "\"status\":\"\""
      })
  void after_a_write_the_id_is_read_whatever_else_comes(String odd) {
    server.respondWith(Reply.json(201, "{\"invoice\":{" + odd + ",\"id\":5417001,\"total\":1.5}}"));

    Document created = client.invoices().create(Drafts.invoice("o-1"));

    assertThat(created.id()).isEqualTo(5417001);
    assertThat(created.total()).isEqualByComparingTo("1.5");
    assertThat(told).hasSizeGreaterThan(1).last().isEqualTo("createInvoice ended");
  }

  @Test
  void a_page_with_odd_values_is_read_and_told_once_for_each_place() {
    server.respondWith(
        Reply.json(
            """
            {"invoices":[
              {"id":1,"retention":"foo","client":{"country":""}},
              {"id":2,"retention":"bar"},
              {"id":3,"retention":"1.0","client":{"country":""}}],
             "pagination":{"total_entries":3,"total_pages":1}}\
            """));

    List<Document> documents = client.documents().listInvoices().page(1).items();

    assertThat(documents).extracting(Document::id).containsExactly(1L, 2L, 3L);
    assertThat(documents.get(2).retention()).isEqualByComparingTo("1.0");
    assertThat(told)
        .containsExactly(
            "listInvoices: 2 x TEXT in invoices[].retention",
            "listInvoices: 2 x EMPTY_TEXT in invoices[].client.country",
            "listInvoices ended");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"id\":\"\"}",
        "{\"id\":\"x\"}",
        "{\"id\":null}",
        "{\"id\":{}}",
        "{\"id\":1,\"status\":{}}",
        "{\"id\":1,\"status\":[\"draft\"]}",
        "{\"id\":1,\"sequence_number\":{}}",
        "{\"id\":1,\"atcud\":[]}",
        "{\"id\":1,\"sequence_id\":\"x\"}",
        "{\"id\":1,\"retention\":\"foo\",\"retention\":\"foo\"}"
      })
  void a_write_whose_response_does_not_tell_what_decides_may_have_been_processed(String invoice) {
    server.respondWith(Reply.json(201, "{\"invoice\":" + invoice + "}"));

    assertThatExceptionOfType(DecodingException.class)
        .isThrownBy(() -> client.invoices().create(Drafts.invoice("o-1")))
        .satisfies(e -> assertThat(e.mayHaveBeenProcessed()).isTrue());
    assertThat(told).containsExactly("createInvoice ended");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"serie\":\"2026\"}",
        "{\"id\":1,\"current_invoice_number\":\"x\"}",
        "{\"id\":1,\"current_invoice_sequence_id\":{}}",
        "{\"id\":1,\"current_invoice_validation_code\":[]}",
        "{\"id\":1,\"current_new_type_validation_code\":[]}"
      })
  void a_sequence_without_id_or_with_an_odd_number_or_code_is_unreadable(String sequence) {
    server.respondWith(Reply.json("{\"sequence\":" + sequence + "}"));

    assertThatExceptionOfType(DecodingException.class).isThrownBy(() -> client.sequences().get(1));
  }

  @Test
  void an_object_that_says_nothing_is_no_client_and_no_receipt() {
    server.respondWith(Reply.json("{\"client\":{}}"), Reply.json("{\"account\":{}}"));

    assertThatExceptionOfType(DecodingException.class).isThrownBy(() -> client.clients().get(1));
    assertThatExceptionOfType(DecodingException.class).isThrownBy(() -> client.accounts().get(1));
  }

  @Test
  void what_could_not_be_read_is_not_sent_on() {
    server.respondWith(
        Reply.json(
            """
            {"client":{"id":1,"name":"Ana",
              "preferred_contact":{"name":"Rui","email":{"work":"rui@a.example"}}}}\
            """));
    Client found = client.clients().get(1);
    ClientDetails details =
        ClientDetails.builder()
            .name("Ana")
            .code("A1")
            .preferredContact(found.preferredContact())
            .build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.clients().update(1, details))
        .withMessageStartingWith("email came as a value that could not be read")
        .withMessageNotContaining("rui@");

    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void an_empty_text_is_not_sent_on() {
    server.respondWith(Reply.json("{\"sequence\":{\"id\":1}}"));
    JsonObject stored = new JsonObject();
    stored.addProperty("serie", "2026");
    stored.addProperty("default_sequence", "");
    NewSequence sequence =
        Objects.requireNonNull(InvoiceXpressModels.REGISTRY.adapter(NewSequence.class))
            .fromJsonTree(stored);

    client.sequences().create(sequence);

    assertThat(server.onlyRequest().body()).isEqualTo("{\"sequence\":{\"serie\":\"2026\"}}");
  }
}
