package io.github.invoicingsdk.sample;

import static io.github.invoicingsdk.sample.Json.adapter;
import static io.github.invoicingsdk.sample.Json.read;
import static io.github.invoicingsdk.sample.Json.thing;
import static io.github.invoicingsdk.sample.Json.thingJson;
import static io.github.invoicingsdk.sample.Json.tree;
import static io.github.invoicingsdk.sample.Json.write;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import io.github.invoicingsdk.internal.model.RequestWriter;
import io.github.invoicingsdk.internal.model.ResponseReader;
import io.github.invoicingsdk.model.UnreadableValue;
import io.github.invoicingsdk.model.UnreadableValue.Kind;
import io.github.invoicingsdk.sample.model.Part;
import io.github.invoicingsdk.sample.model.Thing;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a value that cannot be read and decides nothing. */
class SampleUnreadableTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"year\":2147483648",
        "\"year\":\"\"",
        "\"price\":\"NaN\"",
        "\"price\":1e1001",
        "\"price\":\"1,10\"",
        "\"price\":\"\"",
        "\"price\":[]",
        "\"owner_id\":\"1.5\"",
        "\"rate\":{}",
        "\"is_odd\":2",
        "\"is_new\":\"yes\"",
        "\"is_old\":{}",
        "\"code\":{}",
        "\"code\":[]",
        "\"DateMade\":\"31/01/2026\"",
        "\"DateMade\":\"2026-02-30\"",
        "\"DateMade\":\"\"",
        "\"date_sold\":\"31/02/2026\"",
        "\"loaded_at\":\"28/02/2026\"",
        "\"loaded_at\":\"28/02/2026 24:00:00\"",
        "\"pass_code\":\"?\"",
        "\"pass_code\":\"//8=\"",
        "\"date_sold\":\"2026-01-31\"",
        "\"DateChanged\":\"2026-01-31\"",
        "\"sent_at\":\"2026-01-31T12:00:00\"",
        "\"link\":\"http://[\"",
        "\"color\":{}",
        "\"main_part\":[]",
        "\"main_part\":{\"Id\":\"x\"}",
        "\"parts\":{}",
        "\"parts\":\"\"",
        "\"parts\":[null]",
        "\"parts\":[{\"Id\":{}}]",
        "\"rows\":[[null]]",
        "\"rows\":[[\"x\"]]",
        "\"colors\":[null]",
        "\"parts_by_name\":[]",
        "\"parts_by_name\":{\"p\":null}",
        "\"labels\":{\"en\":null}",
        "\"link\":\"\"",
        "\"color\":\"\"",
        "\"color\":\" \"",
        "\"main_part\":\"\"",
        "\"main_part\":{}",
        "\"parts\":[{}]",
        "\"rows\":[[1,2],[3,\"x\",{\"a\":null}],[4]]",
        "\"parts\":[{\"Id\":1,\"new\":1e400,\"PartName\":[1.50]},7,{\"Id\":2}]",
        "\"parts_by_name\":{\"p\":{\"Id\":1},\"q\":[],\"r\":{}}"
      })
  void it_is_kept_as_it_came_and_the_rest_is_read(String member) throws IOException {
    JsonObject json = tree("{" + member + "}").getAsJsonObject();
    String name = json.keySet().iterator().next();

    Thing thing = strictly(thingJson("\"default\":\"d\"," + member + ",\"class\":\"c\""));

    assertThat(thing.id()).isEqualTo(1);
    assertThat(thing._default()).isEqualTo("d");
    assertThat(thing.propertyClass()).isEqualTo("c");
    if (isNested(member)) {
      assertThat(thing.unreadableProperties()).isEmpty();
    } else {
      assertThat(thing.unreadableProperties()).containsExactly(entry(name, json.get(name)));
      assertThat(thing.toString()).endsWith(", unreadable=[" + name + "]}");
    }
    assertThat(tree(write(thing)))
        .isEqualTo(tree(thingJson("\"default\":\"d\"," + member + ",\"class\":\"c\"")));
    assertThat(strictly(write(thing))).isEqualTo(thing).hasSameHashCodeAs(thing);
    assertThat(thing).isNotEqualTo(thing("\"default\":\"d\",\"class\":\"c\""));
  }

  /** What the parts of a thing keep themselves. */
  private static boolean isNested(String member) {
    return member.contains("{\"Id\":\"x\"}") || member.contains("[{\"Id\":{}}]");
  }

  @Test
  void a_part_keeps_what_is_unreadable_in_it() {
    Thing thing =
        thing(
            "\"main_part\":{\"Id\":\"x\",\"PartName\":\"p\"},\"parts\":[{\"PartName\":\"p\"},{\"Id\":true}]");

    Part part = requireNonNull(thing.mainPart());
    assertThat(part.partName()).isEqualTo("p");
    assertThat(part.unreadableProperties()).containsExactly(entry("Id", new JsonPrimitive("x")));
    assertThat(thing.parts()).extracting(Part::id).containsExactly(null, null);
    assertThat(thing.unreadableProperties()).isEmpty();
  }

  @Test
  void what_decides_may_be_an_empty_text_where_it_may_be_absent() {
    assertThat(thing("\"Level\":\"\"").level()).isNull();
    assertThatThrownBy(() -> read(Thing.class, "{\"id\":\"\",\"name\":\"n\"}"))
        .isInstanceOf(JsonParseException.class)
        .hasMessageContaining("Expected a value for id");
  }

  @Test
  void an_object_that_says_nothing_is_no_model_where_something_must_be_said() {
    assertThatThrownBy(() -> read(Part.class, "{}"))
        .isInstanceOf(JsonParseException.class)
        .hasMessage("Expected properties but found none at path $");
  }

  @Test
  void a_text_property_takes_an_empty_text_as_its_value() {
    Thing thing = thing("\"code\":\"\"");

    assertThat(thing.code()).isEmpty();
    assertThat(thing.unreadableProperties()).isEmpty();
  }

  @Test
  void a_reader_of_responses_tells_places_and_kinds_but_no_values() throws IOException {
    ResponseReader in =
        new ResponseReader(
            new StringReader(
                thingJson(
                    "\"color\":\"\",\"year\":\"secret\",\"price\":{},\"is_odd\":7,\"link\":[],"
                        + "\"main_part\":{\"Id\":false},\"parts\":[{\"Id\":\"a\"},{\"PartName\":\"\"},{\"Id\":\"b\"}]")),
            "getThing");

    assertThat(adapter(Thing.class).read(in)).isNotNull();

    assertThat(in.passedOver())
        .containsExactly(
            new UnreadableValue("color", Kind.EMPTY_TEXT, 1),
            new UnreadableValue("year", Kind.TEXT, 1),
            new UnreadableValue("price", Kind.OBJECT, 1),
            new UnreadableValue("is_odd", Kind.NUMBER, 1),
            new UnreadableValue("link", Kind.ARRAY, 1),
            new UnreadableValue("main_part.Id", Kind.BOOLEAN, 1),
            new UnreadableValue("parts[].Id", Kind.TEXT, 2));
    assertThat(in.passedOver().toString()).doesNotContain("secret");
  }

  @Test
  void a_reader_of_responses_remembers_so_many_places_and_no_more() throws IOException {
    StringBuilder parts = new StringBuilder("\"parts_by_name\":{");
    for (int i = 0; i < 1_000; i++) {
      parts.append(i == 0 ? "" : ",").append('"').append("p".repeat(i)).append("\":{\"Id\":\"\"}");
    }
    ResponseReader in = new ResponseReader(new StringReader(thingJson(parts + "}")), "getThing");

    assertThat(adapter(Thing.class).read(in)).isNotNull();

    assertThat(in.passedOver()).hasSize(50);
    assertThat(in.passedOver()).allMatch(value -> value.property().length() <= 200);
  }

  /** A response of the largest size may have millions of them, and each takes memory. */
  @Test
  void a_reader_of_responses_keeps_so_many_values_that_no_property_describes_and_no_more() {
    String members =
        IntStream.range(0, 250_001).mapToObj(i -> "\"u" + i + "\":1").collect(joining(","));
    String elements = "\"unknown\":[" + "1,".repeat(250_000) + "1]";
    String inParts =
        "\"parts\":[" + ("{\"u\":[" + "1,".repeat(124_999) + "1]},").repeat(2) + "{\"u\":1}]";

    for (String many : List.of(members, elements, inParts)) {
      ResponseReader in = new ResponseReader(new StringReader(thingJson(many)), "getThing");

      assertThatThrownBy(() -> adapter(Thing.class).read(in))
          .isInstanceOf(JsonParseException.class)
          .hasMessageStartingWith("Expected at most 250000 values that no property describes");
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"\"foo\"", "[]", "{}", "true"})
  void it_is_not_sent_on(String value) {
    Thing thing = thing("\"year\":" + value + ",\"code\":\"c\"");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> request(thing))
        .withMessage(
            "year came as a value that could not be read, which is not sent on: give it a value,"
                + " or call dropUnreadableProperties() on the builder to send the rest without it");
    assertThat(thing.toBuilder().dropUnreadableProperties().build())
        .isEqualTo(thing("\"code\":\"c\""));
  }

  @Test
  void an_empty_text_is_left_out_of_what_is_sent() throws IOException {
    Thing thing =
        thing(
            "\"year\":\"\",\"color\":\""
                + " \",\"main_part\":{\"Id\":\"\",\"PartName\":\"p\"},\"code\":\"c\"");

    assertThat(tree(request(thing)))
        .isEqualTo(tree(thingJson("\"code\":\"c\",\"main_part\":{\"PartName\":\"p\"}")));
  }

  @Test
  void a_value_that_is_set_or_cleared_takes_its_place() throws IOException {
    Thing thing = thing("\"year\":\"foo\"");

    assertThat(request(thing.toBuilder().year(2026).build())).isEqualTo(thingJson("\"year\":2026"));
    assertThat(request(thing.toBuilder().clearYear().build()))
        .isEqualTo(thingJson("\"year\":null"));
    assertThat(thing.toBuilder().code("ABC1").build().unreadableProperties())
        .containsOnlyKeys("year");
  }

  @Test
  void it_cannot_be_changed_through_what_is_given_out() {
    Thing thing = thing("\"year\":[1]");

    JsonElement year = requireNonNull(thing.unreadableProperties().get("year"));
    year.getAsJsonArray().add(2);

    assertThat(thing.unreadableProperties().get("year")).isEqualTo(tree("[1]"));
    assertThatThrownBy(() -> thing.unreadableProperties().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void objects_after_it_are_read_as_if_it_had_not_come() {
    List<String> jsons =
        List.of(
            thingJson("\"code\":null,\"year\":null"),
            thingJson("\"code\":null,\"year\":\"foo\""),
            thingJson("\"code\":null,\"year\":null"),
            thingJson("\"code\":null"));

    assertThat(jsons)
        .allSatisfy(json -> assertThat(write(read(Thing.class, json))).isEqualTo(json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"year\":NaN",
        "\"year\":[1",
        "\"year\":[NaN]",
        "\"year\":{\"a\":}",
        "\"parts\":[1,}",
        "\"year\":\"foo\",\"year\":2026",
        "\"year\":\"foo\",\"year\":\"foo\""
      })
  void what_is_no_json_or_said_twice_stays_unreadable(String member) {
    assertThatThrownBy(() -> strictly(thingJson(member))).isInstanceOf(JsonParseException.class);
  }

  @Test
  void deep_nesting_in_place_of_a_value_ends_in_a_parse_exception() {
    String json = thingJson("\"year\":" + "[".repeat(5_000) + "]".repeat(5_000));

    assertThatThrownBy(() -> strictly(json))
        .isInstanceOf(JsonParseException.class)
        .hasMessageContaining("$.year");
  }

  /** Unlike Gson itself, which takes all kinds of texts for JSON. */
  private static Thing strictly(String json) throws IOException {
    return adapter(Thing.class).read(new JsonReader(new StringReader(json)));
  }

  private static String request(Thing thing) throws IOException {
    StringWriter text = new StringWriter();
    adapter(Thing.class).write(new RequestWriter(text), thing);
    return text.toString();
  }
}
