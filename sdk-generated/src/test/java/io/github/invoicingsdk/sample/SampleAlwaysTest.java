package io.github.invoicingsdk.sample;

import static io.github.invoicingsdk.sample.Json.adapter;
import static io.github.invoicingsdk.sample.Json.read;
import static io.github.invoicingsdk.sample.Json.thing;
import static io.github.invoicingsdk.sample.Json.thingJson;
import static io.github.invoicingsdk.sample.Json.tree;
import static io.github.invoicingsdk.sample.Json.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import io.github.invoicingsdk.internal.model.ResponseReader;
import io.github.invoicingsdk.model.MissingValueException;
import io.github.invoicingsdk.sample.model.Level;
import io.github.invoicingsdk.sample.model.Slots;
import io.github.invoicingsdk.sample.model.Thing;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the provider always sends is never null, and lists and maps never are. */
class SampleAlwaysTest {

  private static final String WHOLE =
      "{\"label\":\"l\",\"title\":\"t\",\"size\":10,\"marks\":[\"m\"],\"content\":[1]}";

  @Test
  void what_was_sent_is_given() {
    Slots slots = read(Slots.class, WHOLE);

    assertThat(slots.title()).isEqualTo("t");
    assertThat(slots.size()).isEqualTo(Level.HIGH);
    assertThat(slots.marks()).containsExactly("m");
    assertThat(slots.missingProperties()).isEmpty();
    assertThat(write(slots)).isEqualTo(WHOLE);
  }

  @Test
  void an_accessor_throws_for_what_was_absent_and_the_rest_is_read() {
    Slots slots = read(Slots.class, "{\"label\":\"l\"}");

    assertThat(slots.label()).isEqualTo("l");
    assertThatExceptionOfType(MissingValueException.class)
        .isThrownBy(slots::title)
        .withMessage(
            "Slots.title has no value: the provider always sends title, but it is absent."
                + " Everything else can be read; missingProperties() tells beforehand what cannot")
        .satisfies(missing -> assertThat(missing.accessor()).isEqualTo("Slots.title"))
        .satisfies(missing -> assertThat(missing.property()).isEqualTo("title"));
    for (Runnable accessor :
        List.<Runnable>of(slots::size, slots::marks, slots::content, slots::title)) {
      assertThatThrownBy(accessor::run).isInstanceOf(MissingValueException.class);
    }
    assertThat(slots.missingProperties()).containsExactly("title", "size", "marks", "content");
  }

  @Test
  void the_exception_names_the_operation_if_a_response_was_read() throws IOException {
    String json = "{\"title\":\"t\"}";
    Slots slots = Objects.requireNonNull(adapter(Slots.class).read(response(json)));

    for (Slots read : List.of(slots, slots.toBuilder().label("l").build())) {
      assertThatExceptionOfType(MissingValueException.class)
          .isThrownBy(read::size)
          .withMessageStartingWith(
              "Slots.size has no value: the provider always sends size, but in the response to"
                  + " getSlots it is absent. Everything else")
          .satisfies(missing -> assertThat(missing.operation()).isEqualTo("getSlots"));
    }
    assertThat(slots).isEqualTo(read(Slots.class, json));
    assertThat(write(slots)).isEqualTo(json);
  }

  /** An adapter shares what it can among the objects that it reads. */
  @Test
  void an_operation_is_named_for_its_own_responses_only() throws IOException {
    String json = "{\"title\":\"t\",\"size\":null}";
    Slots earlier = adapter(Slots.class).read(response(json));

    Slots slots = read(Slots.class, json);

    assertThat(slots).isEqualTo(earlier);

    assertThatExceptionOfType(MissingValueException.class)
        .isThrownBy(slots::size)
        .withMessageContaining("always sends size, but it is null")
        .satisfies(missing -> assertThat(missing.operation()).isNull());
  }

  private static JsonReader response(String json) {
    return new ResponseReader(new StringReader(json), "getSlots");
  }

  @Test
  void the_exception_says_whether_it_was_null_or_unreadable() {
    Slots slots = read(Slots.class, "{\"title\":null,\"marks\":{},\"size\":\"\"}");

    assertThatThrownBy(slots::title).hasMessageContaining("sends title, but it is null.");
    assertThatThrownBy(slots::marks)
        .hasMessageContaining("marks, but it is unreadable: unreadableProperties() has it.");
    assertThatThrownBy(slots::size)
        .hasMessageContaining("size, but it is unreadable: unreadableProperties() has it.");
    assertThat(slots.missingProperties()).containsExactly("title", "size", "marks", "content");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"label\":\"l\"}",
        "{\"title\":null}",
        "{\"marks\":\"x\",\"title\":\"t\"}",
        "{\"size\":\"\"}"
      })
  void an_object_without_it_is_compared_copied_and_written_as_it_came(String json) {
    Slots slots = read(Slots.class, json);

    assertThat(slots)
        .isEqualTo(read(Slots.class, json))
        .hasSameHashCodeAs(read(Slots.class, json))
        .isNotEqualTo(read(Slots.class, WHOLE));
    assertThat(slots.toBuilder().build()).isEqualTo(slots);
    assertThat(slots.toString()).startsWith("Slots{").doesNotContain("null");
    assertThat(tree(slots.toJson())).isEqualTo(tree(json));
    assertThat(Slots.fromJson(slots.toJson())).isEqualTo(slots);
  }

  @Test
  void a_builder_does_not_demand_it_and_can_add_it() {
    Slots slots =
        read(Slots.class, "{\"marks\":{}}").toBuilder().title("t").marks(List.of()).build();

    assertThat(slots.title()).isEqualTo("t");
    assertThat(slots.marks()).isEmpty();
    assertThat(slots.missingProperties()).containsExactly("size", "content");
  }

  @Test
  void what_decides_as_well_is_unreadable_in_another_form() {
    assertThatThrownBy(() -> read(Slots.class, "{\"size\":\"x\"}"))
        .isInstanceOf(JsonParseException.class);
  }

  @Test
  void what_is_given_away_cannot_change_the_object() {
    Slots slots = read(Slots.class, WHOLE);

    slots.content().getAsJsonArray().add(2);

    assertThat(write(slots)).isEqualTo(WHOLE);
    assertThatThrownBy(() -> slots.marks().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void a_list_or_map_is_empty_if_it_was_absent_null_or_unreadable() {
    for (String members : Arrays.asList("", "\"rows\":null,\"labels\":null", "\"rows\":7")) {
      Thing thing = thing(members);

      assertThat(thing.rows()).isEmpty();
      assertThat(thing.labels()).isEmpty();
      assertThatThrownBy(() -> thing.rows().add(List.of(1)))
          .isInstanceOf(UnsupportedOperationException.class);
      assertThatThrownBy(() -> thing.labels().put("a", "b"))
          .isInstanceOf(UnsupportedOperationException.class);
    }
  }

  @Test
  void an_empty_list_is_sent_and_an_absent_one_is_left_out() {
    Thing absent = Thing.builder().id(1).name("abc").build();
    Thing empty = absent.toBuilder().rows(List.of()).build();
    Thing cleared = absent.toBuilder().clearParts().build();

    assertThat(write(absent)).isEqualTo(thingJson(""));
    assertThat(write(empty)).isEqualTo(thingJson("\"rows\":[]"));
    assertThat(write(cleared)).isEqualTo(thingJson("\"parts\":null"));
    assertThat(write(absent.toBuilder().build())).isEqualTo(write(absent));
    assertThat(write(empty.toBuilder().build())).isEqualTo(write(empty));
    assertThat(write(cleared.toBuilder().build())).isEqualTo(write(cleared));
    assertThat(absent).isNotEqualTo(empty).isNotEqualTo(cleared);
    assertThat(List.of(absent.rows(), empty.rows(), cleared.parts())).allMatch(List::isEmpty);
  }

  /** Kotlin, NullAway and IDEs believe these annotations. */
  @Test
  void only_what_may_be_absent_is_nullable() throws ReflectiveOperationException {
    assertThat(isNullable(Slots.class, "label")).isTrue();
    assertThat(isNullable(Thing.class, "mainPart")).isTrue();
    assertThat(isNullable(Thing.class, "anything")).isTrue();
    for (String always : List.of("title", "size", "marks", "sides", "content")) {
      assertThat(isNullable(Slots.class, always)).as(always).isFalse();
    }
    for (String never : List.of("id", "name", "parts", "rows", "labels", "partsByName")) {
      assertThat(isNullable(Thing.class, never)).as(never).isFalse();
    }
  }

  private static boolean isNullable(Class<?> model, String accessor)
      throws ReflectiveOperationException {
    return Objects.requireNonNull(model.getMethod(accessor).getAnnotatedReturnType())
        .isAnnotationPresent(Nullable.class);
  }

  @Test
  void an_unknown_property_does_not_count() {
    Slots slots =
        Slots.builder().title("t").unknownProperty("marked", new JsonPrimitive(1)).build();

    assertThat(slots.missingProperties()).containsExactly("size", "marks", "content");
  }
}
