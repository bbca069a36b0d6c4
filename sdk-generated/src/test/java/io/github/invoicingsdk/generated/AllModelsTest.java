package io.github.invoicingsdk.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.TypeAdapter;
import io.github.invoicingsdk.idoklad.model.IdokladModels;
import io.github.invoicingsdk.idoklad.model.NumericSequencePatch;
import io.github.invoicingsdk.idokladv2.model.IdokladV2Models;
import io.github.invoicingsdk.invoicexpress.model.InvoiceXpressModels;
import io.github.invoicingsdk.invoicexpress.model.NewSequence;
import io.github.invoicingsdk.vocabulary.ModelRegistry;
import io.github.invoicingsdk.vocabulary.OpenEnum;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every generated model of every provider. */
class AllModelsTest {

  /** The models that have required properties, with the least that they can be read from. */
  private static final Map<Class<?>, String> LEAST =
      Map.of(
          NewSequence.class, "{\"serie\":\"2026\"}",
          NumericSequencePatch.class, "{\"Id\":1}");

  /** A model with its adapter. */
  record Model<T>(Class<T> type, TypeAdapter<T> adapter) {

    static <T> Model<T> of(ModelRegistry registry, Class<T> type) {
      return new Model<>(type, Objects.requireNonNull(registry.adapter(type)));
    }

    JsonObject least() {
      return JsonParser.parseString(LEAST.getOrDefault(type, "{}")).getAsJsonObject();
    }

    @Override
    public String toString() {
      return type.getName();
    }
  }

  private static Stream<Model<?>> all() {
    return Stream.of(InvoiceXpressModels.REGISTRY, IdokladModels.REGISTRY, IdokladV2Models.REGISTRY)
        .flatMap(registry -> registry.types().stream().map(type -> Model.of(registry, type)));
  }

  static Stream<Model<?>> objects() {
    return all().filter(model -> !OpenEnum.class.isAssignableFrom(model.type()));
  }

  static Stream<Model<?>> enums() {
    return all().filter(model -> OpenEnum.class.isAssignableFrom(model.type()));
  }

  @ParameterizedTest
  @MethodSource("objects")
  <T> void the_least_object_is_read_and_written_back(Model<T> model) {
    T object = model.adapter().fromJsonTree(model.least());

    assertThat(object).isEqualTo(model.adapter().fromJsonTree(model.least()));
    assertThat(model.adapter().toJsonTree(object)).isEqualTo(model.least());
    assertThat(object.toString()).startsWith(model.type().getSimpleName() + "{").endsWith("}");
  }

  @ParameterizedTest
  @MethodSource("objects")
  <T> void an_unknown_property_survives_and_tells_objects_apart(Model<T> model) {
    JsonObject json = model.least();
    json.add("brand_new", JsonParser.parseString("{\"a\":[1.0,null]}"));

    T object = model.adapter().fromJsonTree(json);

    assertThat(model.adapter().toJsonTree(object)).isEqualTo(json);
    assertThat(object).isNotEqualTo(model.adapter().fromJsonTree(model.least()));
    assertThat(object.toString()).contains("brand_new").doesNotContain("1.0");
  }

  @ParameterizedTest
  @MethodSource("objects")
  <T> void what_is_no_object_is_refused(Model<T> model) {
    assertThatThrownBy(() -> model.adapter().fromJson("[]"))
        .isInstanceOf(JsonParseException.class)
        .hasMessageContaining("Expected an object but found BEGIN_ARRAY at path $");
  }

  @ParameterizedTest
  @MethodSource("enums")
  <T> void an_unknown_enum_value_survives(Model<T> model) throws IOException {
    // Bare, the number is a text to an enum of texts.
    T value = model.adapter().fromJson("987654");

    assertThat(value).isInstanceOf(OpenEnum.class).isEqualTo(model.adapter().fromJson("987654"));
    assertThat(((OpenEnum<?>) value).isKnown()).isFalse();
    assertThat(model.adapter().toJson(value).replace("\"", "")).isEqualTo("987654");
    assertThat(value).hasToString("987654");
  }
}
