package io.github.invoicingsdk.sample;

import static io.github.invoicingsdk.sample.Json.thing;
import static io.github.invoicingsdk.sample.Json.thingJson;
import static io.github.invoicingsdk.sample.Json.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.invoicingsdk.sample.model.Color;
import io.github.invoicingsdk.sample.model.Part;
import io.github.invoicingsdk.sample.model.Slot;
import io.github.invoicingsdk.sample.model.SlotKey;
import io.github.invoicingsdk.sample.model.Slots;
import io.github.invoicingsdk.sample.model.Thing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How generated builders check, copy and compare values. */
class SampleBuilderTest {

  private static Thing.Builder builder() {
    return Thing.builder().id(1).name("abc");
  }

  @Test
  void a_required_value_that_is_missing_is_named_with_the_method_to_call() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Thing.builder().id(1).build())
        .withMessage("Thing: name is required: call name(...) before build()");
  }

  @Test
  @SuppressWarnings("NullAway") // Null is what this is about.
  void null_is_refused_by_name() {
    List<Runnable> calls =
        List.of(
            () -> builder().name(null),
            () -> builder().code(null),
            () -> builder().price(null),
            () -> builder().color(null),
            () -> builder().parts(null));
    List<String> names = List.of("name", "code", "price", "color", "parts");
    for (int i = 0; i < names.size(); i++) {
      assertThatNullPointerException()
          .isThrownBy(calls.get(i)::run)
          .withMessage("Thing: " + names.get(i) + " must not be null");
    }
    assertThatNullPointerException()
        .isThrownBy(() -> Slots.builder().putSlotMap(null, Slot.builder().build()))
        .withMessage("Slots: key must not be null");
    assertThatNullPointerException()
        .isThrownBy(() -> Slots.builder().putSlotMap(SlotKey.LEFT, null))
        .withMessage("Slots: value must not be null");
    assertThatNullPointerException()
        .isThrownBy(() -> builder().colors(Arrays.asList(Color.RED, null)))
        .withMessage("Thing: colors must not contain null");
  }

  @Test
  void constraints_are_refused_with_name_value_and_what_is_allowed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().name("a"))
        .withMessage("Thing: name has 1 characters: give at least 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().name("abcdef"))
        .withMessage("Thing: name has 6 characters: give at most 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().code("abc1"))
        .withMessage("Thing: code is \"abc1\": give a text that matches [A-Z]{3}\\d\"?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().year(1999))
        .withMessage("Thing: year is 1999: give at least 2000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().year(3000))
        .withMessage("Thing: year is 3000: give at most 2999");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().price(new BigDecimal("0.009")))
        .withMessage("Thing: price is 0.009: give at least 0.01");
  }

  @Test
  void the_limits_themselves_are_allowed_and_characters_are_counted_as_people_do() {
    Thing thing = builder().name("😀😀😀😀😀").year(2999).price(new BigDecimal("0.01")).build();

    assertThat(thing.year()).isEqualTo(2999);
  }

  @Test
  void a_refused_value_does_not_stay_in_the_builder() {
    Thing.Builder builder = builder().year(2001);

    assertThatIllegalArgumentException().isThrownBy(() -> builder.year(1));

    assertThat(builder.build().year()).isEqualTo(2001);
  }

  @Test
  void secrets_show_neither_in_messages_nor_in_text() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().token("MARK-1"))
        .withMessage("Thing: token has a wrong form: give a text that matches [a-z]+");
    assertThat(builder().token("mark").passPhrase("mark").build())
        .hasToString("Thing{id=1, name=abc, token=***, passPhrase=***}");
  }

  @Test
  void personal_data_shows_neither_in_messages_nor_in_text() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Slots.builder().contactEmail("MARK"))
        .withMessage("Slots: contactEmail has a wrong form: give a text that matches .+@.+");
    Slots slots = Slots.builder().label("l").contactEmail("a@mark").phones(List.of("mark")).build();

    assertThat(slots).hasToString("Slots{label=l, contactEmail=***, phones=***, slotMap={}}");
    assertThat(write(slots)).contains("a@mark", "[\"mark\"]");
  }

  @Test
  void the_text_names_unknown_properties_without_their_values() {
    assertThat(thing("\"x\":\"mark\"")).hasToString("Thing{id=1, name=abc, unknown=[x]}");
  }

  @Test
  void clearing_sends_null_and_setting_takes_it_back() {
    assertThat(write(builder().year(2001).clearYear().build()))
        .isEqualTo(thingJson("\"year\":null"));
    assertThat(write(builder().clearYear().year(2001).build()))
        .isEqualTo(thingJson("\"year\":2001"));
    assertThat(builder().clearYear().build()).isEqualTo(thing("\"year\":null"));
  }

  @Test
  void equality_covers_every_property_and_what_is_unknown() {
    Thing thing = builder().year(2001).build();

    assertThat(thing).isEqualTo(builder().year(2001).build()).isNotEqualTo(builder().build());
    assertThat(thing).hasSameHashCodeAs(builder().year(2001).build());
    assertThat(thing.toBuilder().build()).isEqualTo(thing);
    assertThat(thing.toBuilder().unknownProperty("x", new JsonPrimitive(1)).build())
        .isNotEqualTo(thing);
    assertThat(thing).isNotEqualTo(null).isNotEqualTo("x");
  }

  @Test
  void a_builder_of_an_object_keeps_everything() {
    Thing thing = thing("\"color\":\"blue\",\"x\":[1],\"code\":null,\"rows\":[[1]]");

    assertThat(thing.toBuilder().build()).isEqualTo(thing);
    assertThat(write(thing.toBuilder().build())).isEqualTo(write(thing));
  }

  @Test
  void known_names_are_refused_as_unknown_properties() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().unknownProperty("DateMade", new JsonPrimitive(1)))
        .withMessage("Thing: DateMade is a known property: use the builder's method for it");
  }

  @Test
  void a_model_cannot_be_changed_through_what_it_was_made_of() {
    List<Integer> row = new ArrayList<>(List.of(1));
    JsonArray anything = new JsonArray();
    JsonObject unknown = new JsonObject();
    Thing thing =
        builder().rows(List.of(row)).anything(anything).unknownProperty("x", unknown).build();

    row.add(2);
    anything.add(1);
    unknown.addProperty("a", 1);

    assertThat(write(thing)).isEqualTo(thingJson("\"rows\":[[1]],\"anything\":[],\"x\":{}"));
  }

  @Test
  void a_model_cannot_be_changed_through_what_it_gives_away() {
    Thing thing =
        thing("\"rows\":[[1]],\"anything\":[],\"x\":{},\"labels\":{},\"parts_by_name\":{}");
    String before = write(thing);

    Objects.requireNonNull(thing.anything()).getAsJsonArray().add(1);
    Objects.requireNonNull(thing.unknownProperties().get("x"))
        .getAsJsonObject()
        .addProperty("a", 1);
    Map<String, Part> parts = thing.partsByName();
    List<List<Integer>> rows = thing.rows();

    assertThatThrownBy(() -> parts.put("a", Part.builder().build()))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> rows.get(0).add(2)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> thing.unknownProperties().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(write(thing)).isEqualTo(before);
  }
}
