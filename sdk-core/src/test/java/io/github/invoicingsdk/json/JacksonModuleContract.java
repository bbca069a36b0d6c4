package io.github.invoicingsdk.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.google.gson.JsonPrimitive;
import io.github.invoicingsdk.idoklad.model.NumericSequence;
import io.github.invoicingsdk.invoicexpress.model.CurrencyName;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.model.JsonModel;
import io.github.invoicingsdk.model.OpenEnum;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the module of each generation of Jackson. */
abstract class JacksonModuleContract {

  private static final String SAMPLES = "io.github.invoicingsdk.json.SampleModels#";
  private static final String SECRET = "s3cret-value";

  /** An object of a program's own, with models in its parts. */
  record Order(
      Sequence sequence,
      List<Document> documents,
      Map<CurrencyName, NumericSequence> byCurrency,
      AtomicReference<CurrencyName> currency) {}

  /** An object that says of which type its part is. */
  record Typed(@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) JsonModel value) {}

  /** Writes JSON with the module. */
  abstract String write(Object value) throws Exception;

  /** Reads JSON with the module. */
  abstract <T> T read(String json, Class<T> type) throws Exception;

  /** Reads what is JSON but for its numbers. */
  abstract <T> T readLenient(String json, Class<T> type) throws Exception;

  abstract Map<?, ?> readMap(String json, Class<?> keys) throws Exception;

  abstract String writePlain(Object value) throws Exception;

  abstract Object readPlain(String json, Class<?> type) throws Exception;

  /** Writes and reads what is no text of JSON: YAML, CBOR, and tokens in memory. */
  abstract List<Object> throughOtherForms(JsonModel model) throws Exception;

  /** Whether what is written into a tree is an object there. */
  abstract boolean isObjectInTree(JsonModel model);

  abstract Class<? extends Exception> failure();

  abstract Class<? extends Exception> mismatch();

  /** The text of the JSON that a copy of the mapper writes, which was serialized by Java. */
  abstract String writeByDeserializedMapper(Object value) throws Exception;

  @ParameterizedTest
  @MethodSource(SAMPLES + "all")
  void a_model_is_written_as_its_own_json_and_read_back(JsonModel model) throws Exception {
    String json = write(model);

    assertThat(json).isEqualTo(model.toJson());
    assertThat(read(json, model.getClass())).isEqualTo(model);
  }

  @ParameterizedTest
  @MethodSource(SAMPLES + "all")
  void a_model_survives_other_forms_than_a_text_of_json(JsonModel model) throws Exception {
    assertThat(throughOtherForms(model))
        .isNotEmpty()
        .allSatisfy(m -> assertThat(m).isEqualTo(model));
  }

  @ParameterizedTest
  @MethodSource(SAMPLES + "objects")
  void a_model_is_an_object_in_a_tree(JsonModel model) {
    assertThat(isObjectInTree(model)).isTrue();
  }

  @ParameterizedTest
  @MethodSource(SAMPLES + "all")
  void without_the_module_nothing_is_written_or_read(JsonModel model) {
    for (Object value : List.of(model, List.of(model), Map.of("model", model))) {
      assertThatThrownBy(() -> writePlain(value)).isInstanceOf(failure());
    }
    assertThatThrownBy(() -> readPlain(model.toJson(), model.getClass())).isInstanceOf(failure());
  }

  @ParameterizedTest
  @MethodSource(SAMPLES + "enums")
  void an_open_enum_can_be_the_key_of_a_map(JsonModel model) throws Exception {
    String json = write(Map.of(model, 1));

    assertThat(json).isEqualTo("{\"" + ((OpenEnum<?>) model).value() + "\":1}");
    assertThat(readMap(json, model.getClass())).isEqualTo(Map.of(model, 1));
  }

  @ParameterizedTest
  @MethodSource(SAMPLES + "objects")
  void a_model_cannot_be_the_key_of_a_map(JsonModel model) {
    assertThatThrownBy(() -> write(Map.of(model, 1)))
        .isInstanceOf(failure())
        .hasMessageContaining(
            model.getClass().getSimpleName() + " cannot be the key of a map in JSON");
  }

  @ParameterizedTest
  @MethodSource(SAMPLES + "objects")
  void what_is_not_the_json_of_a_model_ends_in_the_exception_of_the_library(JsonModel model) {
    for (String json : List.of("[\"" + SECRET + "\"]", "\"" + SECRET + "\"", "17171717")) {
      assertThatThrownBy(() -> read(json, model.getClass()))
          .as(json)
          .isInstanceOf(mismatch())
          .hasMessageContaining("Cannot read " + model.getClass().getSimpleName() + ": Expected")
          .satisfies(JacksonModuleContract::assertHoldsNoValue);
    }
  }

  @Test
  void an_order_of_models_is_written_and_read_back() throws Exception {
    Order order =
        new Order(
            Sequence.fromJson("{\"id\":1,\"serie\":\"2026\",\"current_invoice_number\":3}"),
            List.of(Document.fromJson("{\"id\":7,\"new_one\":[1.50]}")),
            Map.of(
                CurrencyName.EURO,
                NumericSequence.fromJson("{\"Id\":1,\"Name\":\"FV\"}"),
                CurrencyName.of("Doubloon"),
                NumericSequence.fromJson("{\"Id\":2}")),
            new AtomicReference<>(CurrencyName.of("Doubloon")));

    String json = write(order);
    Order again = read(json, Order.class);

    assertThat(json)
        .contains("\"sequence\":" + order.sequence().toJson())
        .contains("\"documents\":[{\"id\":7,\"new_one\":[1.50]}]")
        .contains("\"Doubloon\":{\"Id\":2}", "\"currency\":\"Doubloon\"");
    assertThat(again.sequence()).isEqualTo(order.sequence());
    assertThat(again.documents()).isEqualTo(order.documents());
    assertThat(again.byCurrency()).isEqualTo(order.byCurrency());
    assertThat(again.currency().get()).isEqualTo(order.currency().get());
  }

  @Test
  void a_part_that_is_null_stays_null() throws Exception {
    Order order = read("{\"sequence\":null,\"documents\":[null]}", Order.class);

    assertThat(order.sequence()).isNull();
    assertThat(order.documents()).containsOnlyNulls();
    assertThat(write(order)).contains("\"sequence\":null", "\"documents\":[null]");
  }

  @Test
  void nulls_and_values_that_cannot_be_read_are_kept() throws Exception {
    Document document = Document.fromJson("{\"id\":1,\"archived\":\"maybe\",\"date\":null}");
    assertThat(document.unreadableProperties()).containsKey("archived");

    String json = write(document);

    assertThat(json).contains("\"archived\":\"maybe\"", "\"date\":null");
    assertThat(read(json, Document.class)).isEqualTo(document);
  }

  @ParameterizedTest
  @MethodSource(SAMPLES + "all")
  void a_model_is_written_with_its_type_where_a_program_asks_for_that(JsonModel model)
      throws Exception {
    String json = write(new Typed(model));

    assertThat(json).contains(model.getClass().getName());
    assertThat(read(json, Typed.class).value()).isEqualTo(model);
  }

  @Test
  void a_property_that_comes_twice_is_refused() {
    assertThatThrownBy(() -> read("{\"id\":1717171,\"id\":1717172}", Sequence.class))
        .isInstanceOf(mismatch())
        .hasMessageContaining("Cannot read Sequence: Expected one value but found two")
        .satisfies(JacksonModuleContract::assertHoldsNoValue);
  }

  @Test
  void an_exception_names_the_place_and_not_the_value() {
    assertThatThrownBy(() -> read("{\"sequence\":{\"id\":\"" + SECRET + "\"}}", Order.class))
        .isInstanceOf(mismatch())
        .hasMessageContaining("Cannot read Sequence: ")
        .hasMessageContaining("$.id")
        .hasMessageContaining("Order[\"sequence\"]")
        .satisfies(JacksonModuleContract::assertHoldsNoValue);
  }

  @Test
  void more_levels_than_are_read_end_in_the_exception_of_the_library() {
    String levels = "[".repeat(400) + "]".repeat(400);

    assertThatThrownBy(() -> read("{\"id\":1,\"new\":" + levels + "}", Sequence.class))
        .isInstanceOf(mismatch());
  }

  @Test
  void a_number_that_is_none_is_refused() {
    assertThatThrownBy(() -> readLenient("{\"id\":1,\"new\":NaN}", Sequence.class))
        .isInstanceOf(mismatch())
        .hasMessageContaining("Cannot read Sequence: a number is not finite");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000", "001000", "+1000", "1000.0", "1000.", "001.0e+3"})
  void a_number_in_another_form_than_in_json_is_the_same_number(String number) throws Exception {
    Document document = readLenient("{\"id\":1,\"brand_new\":" + number + "}", Document.class);

    assertThat(document.unknownProperties().get("brand_new"))
        .isInstanceOfSatisfying(
            JsonPrimitive.class,
            value -> {
              assertThat(value.isNumber()).isTrue();
              assertThat(value.getAsBigDecimal()).isEqualByComparingTo("1000");
            });
  }

  @Test
  void a_mapper_with_the_module_can_be_serialized() throws Exception {
    assertThat(writeByDeserializedMapper(CurrencyName.EURO)).isEqualTo(CurrencyName.EURO.toJson());
  }

  private static void assertHoldsNoValue(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      assertThat(each.toString()).doesNotContain(SECRET).doesNotContain("171717");
    }
  }
}
