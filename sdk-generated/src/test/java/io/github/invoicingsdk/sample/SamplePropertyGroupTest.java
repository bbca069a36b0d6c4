package io.github.invoicingsdk.sample;

import static io.github.invoicingsdk.sample.Json.read;
import static io.github.invoicingsdk.sample.Json.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import io.github.invoicingsdk.sample.model.Slot;
import io.github.invoicingsdk.sample.model.SlotKey;
import io.github.invoicingsdk.sample.model.Slots;
import org.junit.jupiter.api.Test;

/** How flat properties become a map and flat properties again. */
class SamplePropertyGroupTest {

  @Test
  void parts_are_gathered_by_key_in_the_order_in_which_they_come() {
    Slots slots =
        read(
            Slots.class,
            "{\"slot_far_right_number\":2,\"slot_left_own_number\":3,\"slot_far_right_code\":\"x\"}");

    assertThat(slots.slotMap())
        .containsExactly(
            entry(SlotKey.FAR_RIGHT, Slot.builder().number(2).code("x").build()),
            entry(SlotKey.LEFT, Slot.builder().ownNumber(3).build()));
  }

  @Test
  void keys_that_are_not_known_are_kept() {
    String json = "{\"slot_middle_one_number\":4}";

    Slots slots = read(Slots.class, json);

    assertThat(slots.slotMap()).containsOnlyKeys(SlotKey.of("middle_one"));
    assertThat(slots.unknownProperties()).isEmpty();
    assertThat(write(slots)).isEqualTo(json);
  }

  @Test
  void names_without_a_key_or_a_known_part_are_unknown_properties() {
    String json = "{\"slot_number\":1,\"slot__number\":2,\"slot_left_size\":3,\"left_number\":4}";

    Slots slots = read(Slots.class, json);

    assertThat(slots.slotMap()).isEmpty();
    assertThat(slots.unknownProperties()).hasSize(4);
    assertThat(write(slots)).isEqualTo(json);
  }

  @Test
  void an_explicit_null_stays_and_makes_no_entry_by_itself() {
    String json = "{\"slot_left_code\":null}";

    Slots slots = read(Slots.class, json);

    assertThat(slots.slotMap()).isEmpty();
    assertThat(slots.explicitNulls()).containsExactly("slot_left_code");
    assertThat(write(slots)).isEqualTo(json);
    assertThat(write(slots.toBuilder().build())).isEqualTo(json);
  }

  @Test
  void a_value_that_is_put_replaces_an_explicit_null() {
    Slots slots =
        read(Slots.class, "{\"slot_left_code\":null}").toBuilder()
            .putSlotMap(SlotKey.LEFT, Slot.builder().code("x").build())
            .build();

    assertThat(write(slots)).isEqualTo("{\"slot_left_code\":\"x\"}");
  }

  @Test
  void an_explicit_null_of_a_value_that_is_put_is_written() {
    Slots slots =
        Slots.builder().putSlotMap(SlotKey.LEFT, Slot.builder().clearCode().build()).build();

    assertThat(write(slots)).isEqualTo("{\"slot_left_code\":null}");
  }

  @Test
  void what_a_value_does_not_know_is_written_under_its_key() {
    Slots slots =
        Slots.builder()
            .putSlotMap(
                SlotKey.LEFT,
                Slot.builder()
                    .number(1)
                    .unknownProperty("colour", new JsonPrimitive("red"))
                    .build())
            .build();

    assertThat(write(slots)).isEqualTo("{\"slot_left_number\":1,\"slot_left_colour\":\"red\"}");
  }

  @Test
  void keys_that_come_in_turn_are_not_mixed_up() {
    Slots slots =
        read(
            Slots.class,
            "{\"slot_a_number\":1,\"slot_b_number\":2,\"slot_a_code\":\"x\",\"slot_b_code\":\"y\"}");

    assertThat(slots.slotMap())
        .containsExactly(
            entry(SlotKey.of("a"), Slot.builder().number(1).code("x").build()),
            entry(SlotKey.of("b"), Slot.builder().number(2).code("y").build()));
  }

  @Test
  void names_of_the_group_are_refused_as_unknown_properties() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Slots.builder().unknownProperty("slot_x_number", new JsonPrimitive(1)));
  }

  @Test
  void a_value_of_a_part_that_decides_is_refused_with_the_path() {
    assertThatThrownBy(() -> read(Slots.class, "{\"slot_left_own_number\":\"x\"}"))
        .isInstanceOf(JsonParseException.class)
        .hasMessageContaining("$.slot_left_own_number");
  }

  @Test
  void what_cannot_be_read_of_a_part_is_kept_under_its_name() {
    String json = "{\"slot_left_code\":\"x\",\"slot_left_number\":[1]}";

    Slots slots = read(Slots.class, json);

    assertThat(slots.slotMap())
        .containsExactly(entry(SlotKey.LEFT, Slot.builder().code("x").build()));
    assertThat(slots.unreadableProperties()).containsOnlyKeys("slot_left_number");
    assertThat(write(slots)).isEqualTo(json);
    Slots put =
        slots.toBuilder().putSlotMap(SlotKey.LEFT, Slot.builder().number(2).build()).build();
    assertThat(write(put)).isEqualTo("{\"slot_left_number\":2}");
  }

  @Test
  void an_empty_key_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Slots.builder().putSlotMap(SlotKey.of(""), Slot.builder().build()))
        .withMessageStartingWith("Slots: key is empty");
  }
}
