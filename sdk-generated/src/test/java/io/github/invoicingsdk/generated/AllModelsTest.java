package io.github.invoicingsdk.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.TypeAdapter;
import io.github.invoicingsdk.idoklad.model.IdokladModels;
import io.github.invoicingsdk.idokladv2.model.IdokladV2Models;
import io.github.invoicingsdk.invoicexpress.model.InvoiceXpressModels;
import io.github.invoicingsdk.model.JsonModel;
import io.github.invoicingsdk.model.OpenEnum;
import io.github.invoicingsdk.vocabulary.ModelRegistry;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every generated model of every provider. */
class AllModelsTest {

  /** A model with its adapter. */
  record Model<T>(Class<T> type, TypeAdapter<T> adapter) {

    static <T> Model<T> of(ModelRegistry registry, Class<T> type) {
      return new Model<>(type, Objects.requireNonNull(registry.adapter(type)));
    }

    JsonObject least() {
      return ModelValues.least(type);
    }

    @Override
    public String toString() {
      return type.getName();
    }
  }

  static Stream<Model<?>> all() {
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
  <T> void all_that_the_spec_describes_is_read_and_written_back(Model<T> model)
      throws ReflectiveOperationException {
    JsonObject whole = ModelValues.whole(model.type());

    T object = model.adapter().fromJsonTree(whole);

    assertThat(model.type().getMethod("unreadableProperties").invoke(object)).isEqualTo(Map.of());
    assertThat(model.adapter().toJsonTree(object)).isEqualTo(whole);
  }

  @ParameterizedTest
  @MethodSource("objects")
  <T> void an_unknown_property_survives_and_tells_objects_apart(Model<T> model) {
    JsonObject json = model.least();
    json.add("brand_new", JsonParser.parseString("{\"a\":[98.75,null]}"));

    T object = model.adapter().fromJsonTree(json);

    assertThat(model.adapter().toJsonTree(object)).isEqualTo(json);
    assertThat(object).isNotEqualTo(model.adapter().fromJsonTree(model.least()));
    assertThat(object.toString()).contains("brand_new").doesNotContain("98.75");
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
    assertThat(((OpenEnum<?>) value).recognized()).isFalse();
    assertThat(model.adapter().toJson(value).replace("\"", "")).isEqualTo("987654");
    assertThat(value).hasToString("987654");
  }

  @ParameterizedTest
  @MethodSource("objects")
  <T> void its_own_json_is_read_back(Model<T> model) {
    JsonObject json = model.least();
    json.add("brand_new", JsonParser.parseString("{\"a\":[98.750,null]}"));
    T object = model.adapter().fromJsonTree(json);

    String text = ((JsonModel) object).toJson();

    assertThat(text).contains("98.750");
    assertThat(JsonParser.parseString(text)).isEqualTo(json);
    assertThat(fromJson(model.type(), text)).isEqualTo(object);
    assertThat(JsonParser.parseString(new Gson().toJson(object))).as("plain Gson").isEqualTo(json);
    assertThat(new Gson().fromJson(text, model.type())).as("plain Gson").isEqualTo(object);
  }

  @ParameterizedTest
  @MethodSource("enums")
  <T> void the_json_of_a_value_is_read_back(Model<T> model) throws IOException {
    T value = model.adapter().fromJson("987654");

    String text = ((JsonModel) value).toJson();

    assertThat(fromJson(model.type(), text)).isEqualTo(value);
    assertThat(new Gson().toJson(value)).as("plain Gson").isEqualTo(text);
    assertThat(new Gson().fromJson(text, model.type())).as("plain Gson").isEqualTo(value);
  }

  @ParameterizedTest
  @MethodSource("all")
  <T> void what_is_no_json_of_it_is_refused(Model<T> model) {
    for (String text : List.of("null", "", " ", "{", "[[]]", "{} {}", "987654 1", "nonsense {")) {
      assertThatThrownBy(() -> fromJson(model.type(), text))
          .as(text)
          .isInstanceOf(JsonParseException.class);
    }
    assertThatThrownBy(() -> fromJson(model.type(), null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("json");
  }

  /** A library that writes objects by their getters must not begin with some of them. */
  @ParameterizedTest
  @MethodSource("all")
  @SuppressWarnings("deprecation") // It is not to be called, and the test sees why.
  <T> void it_has_no_getter_but_the_one_that_throws(Model<T> model) throws IOException {
    assertThat(
            Arrays.stream(model.type().getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getParameterCount() == 0)
                .map(Method::getName)
                .filter(name -> name.matches("(get|is)\\p{Lu}.*")))
        .containsExactly("getJsonByToJson");
    JsonModel any =
        (JsonModel)
            (OpenEnum.class.isAssignableFrom(model.type())
                ? model.adapter().fromJson("987654")
                : model.adapter().fromJsonTree(model.least()));
    assertThatThrownBy(any::getJsonByToJson)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageStartingWith(model.type().getSimpleName() + " cannot be written by its getters");
  }

  private static Object fromJson(Class<?> type, @Nullable String json) {
    try {
      return type.getMethod("fromJson", String.class).invoke(null, json);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError(e);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("every model has fromJson", e);
    }
  }
}
