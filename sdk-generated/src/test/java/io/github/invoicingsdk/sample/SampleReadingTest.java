package io.github.invoicingsdk.sample;

import static io.github.invoicingsdk.sample.Json.read;
import static io.github.invoicingsdk.sample.Json.thing;
import static io.github.invoicingsdk.sample.Json.thingJson;
import static io.github.invoicingsdk.sample.Json.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import io.github.invoicingsdk.sample.model.Color;
import io.github.invoicingsdk.sample.model.Level;
import io.github.invoicingsdk.sample.model.Part;
import io.github.invoicingsdk.sample.model.Thing;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How generated models read JSON and write it back. */
class SampleReadingTest {

  @Test
  void every_format_is_read_and_written_in_its_own_form() {
    String json =
        thingJson(
            """
            "code":"ABC1","token":"secret","passPhrase":"s","pass_code":"w6kr","year":2026,"price":10.50,\
            "owner_id":"12","rate":"23.0","is_odd":true,"is_new":1,"is_old":"0","DateMade":"2026-01-31",\
            "date_sold":"28/02/2026","loaded_at":"28/02/2026 23:59:58",\
            "DateChanged":"2026-01-31T12:13:14.156",\
            "sent_at":"2026-01-31T12:00:00Z","link":"https://a.example/b?c=d&e=%20","color":"no",\
            "Level":10,"main_part":{"Id":7},"parts":[{"PartName":"x"},{"Id":2}],"rows":[[1,2],[]],\
            "colors":["red"],"parts_by_name":{"p":{"Id":1}},"labels":{"en":"e","pt":"p"},\
            "anything":[1.50,{"a":null}],"default":"d","class":"c\"\
            """);

    Thing thing = read(Thing.class, json);

    assertThat(thing.price()).isEqualTo(new BigDecimal("10.50"));
    assertThat(thing.ownerId()).isEqualTo(12L);
    assertThat(thing.rate()).isEqualTo(new BigDecimal("23.0"));
    assertThat(thing.isNew()).isTrue();
    assertThat(thing.isOld()).isFalse();
    assertThat(thing.dateMade()).isEqualTo(LocalDate.of(2026, 1, 31));
    assertThat(thing.dateSold()).isEqualTo(LocalDate.of(2026, 2, 28));
    assertThat(thing.loadedAt()).isEqualTo(LocalDateTime.of(2026, 2, 28, 23, 59, 58));
    assertThat(thing.passCode()).isEqualTo("é+");
    assertThat(thing.dateChanged()).isEqualTo(LocalDateTime.parse("2026-01-31T12:13:14.156"));
    assertThat(thing.sentAt()).isEqualTo(OffsetDateTime.parse("2026-01-31T12:00:00Z"));
    assertThat(thing.link()).isEqualTo(URI.create("https://a.example/b?c=d&e=%20"));
    assertThat(thing.color()).isSameAs(Color.NO);
    assertThat(thing.level()).isSameAs(Level.HIGH);
    assertThat(write(thing)).isEqualTo(json);
  }

  @Test
  void absent_properties_stay_absent_and_explicit_nulls_stay_null() {
    Thing thing = thing("\"year\":null,\"code\":null");

    assertThat(thing.year()).isNull();
    assertThat(thing.explicitNulls()).containsExactlyInAnyOrder("year", "code");
    assertThat(write(thing)).isEqualTo(thingJson("\"year\":null,\"code\":null"));
    assertThat(write(thing(""))).isEqualTo(thingJson(""));
    assertThat(thing).isNotEqualTo(thing(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"year\":2001,\"year\":2002",
        "\"year\":2001,\"year\":null",
        "\"year\":null,\"year\":2002",
        "\"new_one\":1,\"new_one\":2"
      })
  void a_repeated_member_is_refused_because_nobody_knows_which_is_meant(String members) {
    assertThatThrownBy(() -> thing(members))
        .isInstanceOf(JsonParseException.class)
        .hasMessageContaining("two at path $.");
  }

  @Test
  void unknown_properties_survive_a_round_trip_digit_by_digit() {
    String json =
        thingJson("\"new_one\":{\"a\":[1.10,null,\"x\",1e400]},\"next\":null,\"big\":1e1000000");

    Thing thing = read(Thing.class, json);

    assertThat(thing.unknownProperties()).containsOnlyKeys("new_one", "next", "big");
    assertThat(write(thing)).isEqualTo(json);
    assertThat(thing).isEqualTo(read(Thing.class, json)).hasSameHashCodeAs(read(Thing.class, json));
  }

  @Test
  void unknown_enum_values_survive_a_round_trip() {
    Thing thing = thing("\"color\":\"blue\",\"Level\":99");

    assertThat(thing.color()).isEqualTo(Color.of("blue"));
    assertThat(Color.of("blue").known()).isEqualTo(Color.Known.UNRECOGNIZED);
    assertThat(Color.of("blue").recognized()).isFalse();
    assertThat(Color.of("red")).isSameAs(Color.RED).hasToString("RED");
    assertThat(Level.of(99)).hasToString("99").isNotEqualTo(Level.HIGH);
    assertThat(write(thing)).isEqualTo(thingJson("\"color\":\"blue\",\"Level\":99"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, '\"1\"'",
    "true, 1, '\"1\"'",
    "'\"1\"', 1, '\"1\"'",
    "'\"TRUE\"', 1, '\"1\"'",
    "0, 0, '\"0\"'",
    "false, 0, '\"0\"'"
  })
  void flags_are_read_in_all_forms_and_written_in_their_own(
      String sent, String flag, String textFlag) {
    assertThat(write(thing("\"is_new\":" + sent + ",\"is_old\":" + sent)))
        .isEqualTo(thingJson("\"is_new\":" + flag + ",\"is_old\":" + textFlag));
  }

  @Test
  void numbers_in_quotes_and_texts_without_them_are_accepted() {
    Thing thing =
        thing("\"year\":\"2026\",\"price\":\"1.10\",\"rate\":5,\"code\":12,\"default\":true");

    assertThat(write(thing))
        .isEqualTo(
            thingJson(
                "\"code\":\"12\",\"year\":2026,\"price\":1.10,\"rate\":\"5\",\"default\":\"true\""));
  }

  @Test
  void constraints_do_not_keep_responses_from_being_read() {
    assertThat(thing("\"year\":1,\"price\":-1,\"token\":\"A-1\"").year()).isEqualTo(1);
  }

  @Test
  void dates_are_read_with_a_time_and_times_with_an_offset() {
    Thing thing =
        thing(
            "\"DateMade\":\"2026-01-31T00:00:00\","
                + "\"DateChanged\":\"2026-01-31T12:00:00.1234567+01:00\"");

    assertThat(thing.dateMade()).isEqualTo("2026-01-31");
    assertThat(write(thing)).contains("\"DateChanged\":\"2026-01-31T12:00:00.1234567\"");
    assertThat(write(thing("\"DateChanged\":\"2026-01-31T12:00:00\"")))
        .contains("\"DateChanged\":\"2026-01-31T12:00:00.000\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"id\":\"x\"",
        "\"id\":1.5",
        "\"id\":9223372036854775808",
        "\"id\":1e999999999",
        "\"id\":true",
        "\"Level\":\"high\"",
        "\"Level\":99999999999",
        "\"Level\":{}",
        "\"name\":[]"
      })
  void what_decides_and_cannot_be_read_ends_in_a_parse_exception_with_the_path(String member) {
    String name = member.substring(1, member.indexOf('"', 1));
    String json = name.equals("Level") ? thingJson(member) : "{" + member + "}";

    assertThatThrownBy(() -> read(Thing.class, json))
        .isInstanceOf(JsonParseException.class)
        .hasMessageContaining("$." + name);
  }

  @Test
  void what_cannot_be_read_is_not_repeated_in_the_message() {
    assertThatThrownBy(() -> read(Thing.class, "{\"id\":\"secret\"}"))
        .isInstanceOf(JsonParseException.class)
        .hasStackTraceContaining("Expected a whole number of 64 bits but found another value")
        .hasNoCause()
        .message()
        .doesNotContain("secret");
  }

  @Test
  void a_missing_required_property_is_named() {
    assertThatThrownBy(() -> read(Thing.class, "{\"id\":1}"))
        .isInstanceOf(JsonParseException.class)
        .hasMessage("Expected a value for name but found none at path $");
    assertThatThrownBy(() -> read(Thing.class, "{\"id\":1,\"name\":null}"))
        .isInstanceOf(JsonParseException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"anything", "unknown"})
  void deep_nesting_ends_in_a_parse_exception(String name) {
    String json = thingJson("\"" + name + "\":" + "[".repeat(5_000) + "]".repeat(5_000));

    assertThatThrownBy(() -> Json.adapter(Thing.class).fromJson(json))
        .isInstanceOf(JsonParseException.class)
        .hasMessageContaining("$." + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"anything", "unknown"})
  void a_number_that_is_none_is_refused_where_anything_may_stand(String name) throws IOException {
    try (JsonReader in = new JsonReader(new StringReader(thingJson("\"" + name + "\":[NaN]")))) {
      assertThatThrownBy(() -> Json.adapter(Thing.class).read(in))
          .isInstanceOf(JsonParseException.class)
          .hasMessageContaining("$." + name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"\"", "1", "true"})
  void what_is_no_object_is_no_model(String json) {
    assertThatThrownBy(() -> read(Part.class, json))
        .isInstanceOf(JsonParseException.class)
        .hasMessageContaining("Expected an object");
  }

  @Test
  void null_is_no_model_but_null() {
    assertThat((Object) Json.GSON.fromJson("null", Part.class)).isNull();
    assertThat(Json.adapter(Part.class).toJson(null)).isEqualTo("null");
  }
}
