package io.github.invoicingsdk.generated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.TypeAdapter;
import io.github.invoicingsdk.idoklad.model.IdokladModels;
import io.github.invoicingsdk.idokladv2.model.IdokladV2Models;
import io.github.invoicingsdk.invoicexpress.model.Account;
import io.github.invoicingsdk.invoicexpress.model.Client;
import io.github.invoicingsdk.invoicexpress.model.ClientBalance;
import io.github.invoicingsdk.invoicexpress.model.CreatedAccount;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.InitialBalance;
import io.github.invoicingsdk.invoicexpress.model.InvoiceXpressModels;
import io.github.invoicingsdk.invoicexpress.model.Item;
import io.github.invoicingsdk.invoicexpress.model.NewSequence;
import io.github.invoicingsdk.invoicexpress.model.Numbering;
import io.github.invoicingsdk.invoicexpress.model.Regularization;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.invoicexpress.model.SequenceDocumentType;
import io.github.invoicingsdk.invoicexpress.model.Tax;
import io.github.invoicingsdk.invoicexpress.model.TreasuryMovement;
import io.github.invoicingsdk.vocabulary.ModelRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the providers document and were recorded to send is read and written back as it came. */
class RecordedSamplesTest {

  private static final Path SAMPLES = Path.of("src/test/resources/samples");

  /**
   * A sample.
   *
   * @param file its file
   * @param member the member that holds the payload; empty when the whole body is it
   * @param type the model
   * @param registry the provider's models
   * @param converted JSON values by property that are written in another form than they came
   */
  record Sample(
      String file,
      String member,
      Class<?> type,
      ModelRegistry registry,
      Map<String, String> converted) {}

  static Stream<Sample> samples() {
    return Stream.of(
        invoiceXpress("docs-sequence-create-request", "sequence", NewSequence.class, Map.of()),
        invoiceXpress(
            "recorded-sequence-create-request",
            "sequence",
            NewSequence.class,
            Map.of("serie", "\"2017\"", "default_sequence", "\"1\"")),
        invoiceXpress("docs-sequence-get-200", "sequences", Sequence.class, Map.of()),
        invoiceXpress("docs-sequence-list-200", "sequences", Sequence.class, Map.of()),
        invoiceXpress(
            "recorded-sequence-create-201",
            "sequence",
            Sequence.class,
            Map.of("serie", "\"2017\"")),
        invoiceXpress(
            "docs-client-200",
            "client",
            Client.class,
            Map.of("id", "1", "send_options", "1", "payment_days", "0")),
        invoiceXpress(
            "docs-clients-list-200", "clients", Client.class, Map.of("send_options", "1")),
        invoiceXpress("recorded-client-create-201", "client", Client.class, Map.of()),
        invoiceXpress("recorded-client-get-200", "client", Client.class, Map.of()),
        invoiceXpress("recorded-clients-list-200-anonymised", "clients", Client.class, Map.of()),
        invoiceXpress(
            "docs-invoice-200", "invoice", Document.class, Map.of("sequence_id", "12345")),
        invoiceXpress("docs-estimate-200", "quote", Document.class, Map.of("sequence_id", "12345")),
        invoiceXpress(
            "docs-receipt-payment-200", "receipt", Document.class, Map.of("sequence_id", "12345")),
        invoiceXpress("docs-guide-200", "shipping", Document.class, Map.of("sequence_id", "12345")),
        invoiceXpress(
            "docs-invoices-list-200", "invoices", Document.class, Map.of("sequence_id", "12345")),
        invoiceXpress(
            "docs-client-invoices-list-200",
            "invoices",
            Document.class,
            Map.of("sequence_id", "12345")),
        invoiceXpress(
            "docs-estimates-list-200", "estimates", Document.class, Map.of("sequence_id", "12345")),
        invoiceXpress(
            "docs-guides-list-200", "guides", Document.class, Map.of("sequence_id", "12345")),
        invoiceXpress("docs-item-200", "item", Item.class, Map.of()),
        invoiceXpress("docs-tax-200", "tax", Tax.class, Map.of()),
        invoiceXpress("recorded-taxes-list-200", "taxes", Tax.class, Map.of()),
        invoiceXpress("docs-taxes-list-200-no-pagination", "taxes", Tax.class, Map.of()),
        invoiceXpress("docs-items-list-200-no-pagination", "items", Item.class, Map.of()),
        invoiceXpress(
            "docs-regularization-list-200", "regularization", Regularization.class, Map.of()),
        invoiceXpress("docs-client-balance-200", "", ClientBalance.class, Map.of()),
        invoiceXpress(
            "docs-regularization-create-201", "regularization", Regularization.class, Map.of()),
        invoiceXpress(
            "docs-treasury-movement-201", "treasury_movement", TreasuryMovement.class, Map.of()),
        invoiceXpress(
            "docs-initial-balance-200", "initial_balance", InitialBalance.class, Map.of()),
        invoiceXpress("docs-account-get-200", "account", Account.class, Map.of()),
        invoiceXpress(
            "docs-account-create-201", "account", CreatedAccount.class, Map.of("id", "12345")),
        new Sample(
            "idoklad/v2-numeric-sequence",
            "",
            io.github.invoicingsdk.idokladv2.model.NumericSequence.class,
            IdokladV2Models.REGISTRY,
            Map.of()),
        new Sample(
            "idoklad/v3-numeric-sequence",
            "Data",
            io.github.invoicingsdk.idoklad.model.NumericSequence.class,
            IdokladModels.REGISTRY,
            Map.of()));
  }

  private static Sample invoiceXpress(
      String file, String member, Class<?> type, Map<String, String> converted) {
    return new Sample(
        "invoicexpress/" + file, member, type, InvoiceXpressModels.REGISTRY, converted);
  }

  @Test
  void every_sample_file_is_used() throws IOException {
    try (Stream<Path> paths = Files.walk(SAMPLES)) {
      List<String> files =
          paths
              .filter(Files::isRegularFile)
              .map(path -> SAMPLES.relativize(path).toString().replace('\\', '/'))
              .toList();

      assertThat(samples().map(sample -> sample.file() + ".json"))
          .containsExactlyInAnyOrderElementsOf(files);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_sample_is_read_and_written_back(Sample sample) throws IOException {
    List<JsonObject> payloads = payloads(sample);

    assertThat(payloads).isNotEmpty();
    for (JsonObject payload : payloads) {
      String written = roundTrip(sample.registry(), sample.type(), payload);

      sample.converted().forEach((name, value) -> payload.add(name, JsonParser.parseString(value)));
      withoutQuotes(payload);
      assertThat(JsonParser.parseString(written)).isEqualTo(payload);
    }
  }

  @Test
  void a_documented_sequence_has_all_numberings_and_nothing_unknown() throws IOException {
    Sequence sequence = sequence("docs-sequence-get-200", "sequences");

    assertThat(sequence.id()).isEqualTo(146090);
    assertThat(sequence.serie()).isEqualTo("2022");
    assertThat(sequence.defaultSequence()).isTrue();
    assertThat(sequence.unknownProperties()).isEmpty();
    assertThat(sequence.explicitNulls()).isEmpty();
    assertThat(sequence.numberings().keySet())
        .containsExactlyElementsOf(SequenceDocumentType.values());
    assertThat(sequence.numberings())
        .containsEntry(
            SequenceDocumentType.INVOICE,
            Numbering.builder().number(0).sequenceId(146090).validationCode("ABCD1230").build())
        .containsEntry(
            SequenceDocumentType.VAT_MOSS_RECEIPT,
            Numbering.builder().number(0).sequenceId(146099).validationCode("N/A").build());
  }

  @Test
  void the_sequence_of_2019_keeps_the_numbering_of_a_type_that_is_documented_no_more()
      throws IOException {
    Sequence sequence = sequence("recorded-sequence-create-201", "sequence");

    assertThat(sequence.serie()).isEqualTo("2017");
    assertThat(sequence.defaultSequence()).isFalse();
    assertThat(sequence.unknownProperties()).isEmpty();
    assertThat(sequence.numberings())
        .hasSize(16)
        .containsEntry(
            SequenceDocumentType.of("purchase_order"),
            Numbering.builder().number(0).sequenceId(1424782).build());
  }

  private static Sequence sequence(String file, String member) throws IOException {
    Sample sample = invoiceXpress(file, member, Sequence.class, Map.of());
    TypeAdapter<Sequence> adapter =
        Objects.requireNonNull(InvoiceXpressModels.REGISTRY.adapter(Sequence.class));
    return adapter.fromJsonTree(payloads(sample).get(0));
  }

  private static List<JsonObject> payloads(Sample sample) throws IOException {
    Path path = SAMPLES.resolve(sample.file() + ".json");
    JsonElement body = JsonParser.parseString(Files.readString(path, UTF_8));
    JsonElement payload =
        sample.member().isEmpty() ? body : body.getAsJsonObject().get(sample.member());
    List<JsonObject> objects = new ArrayList<>();
    if (payload instanceof JsonArray array) {
      array.forEach(element -> objects.add(element.getAsJsonObject()));
    } else {
      objects.add(payload.getAsJsonObject());
    }
    return objects;
  }

  /** Lines of documents have their decimals in quotes at times; they are written without. */
  private static void withoutQuotes(JsonObject document) {
    JsonElement items = document.get("items");
    if (items == null) {
      return;
    }
    for (JsonElement item : items.getAsJsonArray()) {
      for (String name : List.of("unit_price", "quantity")) {
        JsonObject line = item.getAsJsonObject();
        line.add(name, JsonParser.parseString(line.get(name).getAsString()));
      }
    }
  }

  private static <T> String roundTrip(ModelRegistry registry, Class<T> type, JsonObject payload)
      throws IOException {
    TypeAdapter<T> adapter = Objects.requireNonNull(registry.adapter(type));
    T model = adapter.fromJson(payload.toString());
    assertThat(model).isEqualTo(adapter.fromJson(adapter.toJson(model)));
    return adapter.toJson(model);
  }
}
