package io.github.invoicingsdk.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of edit of a schema gets the verdict that the documentation promises, and no other. */
class SchemaEditsTest {

  private static final String DRAFT_NOTE =
      """
              note:
                type: string
                description: A note.
      """;

  @TempDir private Path temporary;

  @Test
  void a_spec_that_is_not_edited_has_no_change() throws IOException {
    assertThat(SpecEdit.in(temporary).changes()).isEmpty();
  }

  @Test
  void an_optional_property_of_a_response_is_an_addition() throws IOException {
    assertThat(
            edit(
                "        sold_out:\n",
                """
                        weight:
                          type: number
                          description: The weight.
                        sold_out:
                """))
        .containsExactly("addition CHANGED schema `Thing`: property `weight` (BigDecimal) added");
  }

  @Test
  void an_optional_property_of_a_request_is_an_addition() throws IOException {
    assertThat(edit("        note:\n", "        hint:\n          type: string\n        note:\n"))
        .containsExactly("addition CHANGED schema `ThingDraft`: property `hint` (String) added");
  }

  @Test
  void a_required_property_of_a_request_breaks() throws IOException {
    SpecEdit spec =
        SpecEdit.in(temporary)
            .replace("things.yaml", "[name]\n      prop", "[name, hint]\n      prop");

    assertThat(
            lines(
                spec.changes(
                    "        note:\n", "        hint:\n          type: string\n        note:\n")))
        .containsExactly(
            "breaking CHANGED schema `ThingDraft`: required property `hint` (String) added");
  }

  @Test
  void a_removed_property_breaks() throws IOException {
    assertThat(edit(DRAFT_NOTE, ""))
        .containsExactly("breaking CHANGED schema `ThingDraft`: property `note` removed");
  }

  @Test
  void a_property_of_another_type_breaks() throws IOException {
    assertThat(
            edit("        note:\n          type: string", "        note:\n          type: number"))
        .containsExactly(
            "breaking CHANGED schema `ThingDraft`: property `note` is `BigDecimal` instead of `String`");
  }

  @Test
  void a_format_that_leads_to_another_java_type_breaks() throws IOException {
    assertThat(edit("          format: text-decimal\n", ""))
        .containsExactly(
            "breaking CHANGED schema `Thing`: property `price` is `String` instead of `BigDecimal`");
  }

  @Test
  void a_format_that_only_changes_the_wire_is_behaviour() throws IOException {
    assertThat(
            edit(
                "type: string\n          format: text-flag",
                "type: integer\n          format: flag"))
        .containsExactly(
            "behaviour CHANGED schema `Thing`: property `sold_out` has another form on the wire:"
                + " string(text-flag) -> integer(flag)");
  }

  @Test
  void a_property_that_becomes_required_breaks() throws IOException {
    assertThat(edit("required: [name]", "required: [name, note]"))
        .containsExactly("breaking CHANGED schema `ThingDraft`: property `note` is required");
  }

  @Test
  void a_property_of_a_response_that_can_be_absent_breaks() throws IOException {
    assertThat(edit("      required: [id]\n", ""))
        .containsExactly(
            "breaking CHANGED schema `Thing`: property `id` can be absent: its accessor can give null");
  }

  @Test
  void a_property_that_requests_can_leave_out_is_an_addition() throws IOException {
    assertThat(edit("      required: [name]\n", ""))
        .containsExactly("addition CHANGED schema `ThingDraft`: property `name` can be left out");
  }

  @Test
  void a_tighter_constraint_is_behaviour() throws IOException {
    assertThat(edit("maxLength: 40", "maxLength: 30"))
        .containsExactly(
            "behaviour CHANGED schema `ThingDraft`: property `name`: maxLength: 40 -> 30");
  }

  @Test
  void a_new_value_of_an_enum_is_an_addition_because_enums_are_open() throws IOException {
    SpecEdit spec =
        SpecEdit.in(temporary)
            .replace("things.yaml", "[RED, BLUE]", "[RED, BLUE, GREEN]")
            .replace("things.yaml", "[Red., Blue.]", "[Red., Blue., Green.]");

    assertThat(lines(spec.changes("[red, blue]", "[red, blue, green]")))
        .containsExactly(
            "addition CHANGED schema `Color`: value `green` (`GREEN`) added",
            "documentation CHANGED schema `Color`: other x-enum-descriptions");
  }

  @Test
  void a_removed_value_of_an_enum_breaks() throws IOException {
    SpecEdit spec =
        SpecEdit.in(temporary)
            .replace("things.yaml", "[RED, BLUE]", "[RED]")
            .replace("things.yaml", "[Red., Blue.]", "[Red.]");

    assertThat(lines(spec.changes("[red, blue]", "[red]")))
        .containsExactly(
            "breaking CHANGED schema `Color`: value `blue` (`BLUE`) removed",
            "documentation CHANGED schema `Color`: other x-enum-descriptions");
  }

  @Test
  void another_name_of_a_value_breaks() throws IOException {
    assertThat(edit("[RED, BLUE]", "[RED, NAVY]"))
        .containsExactly(
            "breaking CHANGED schema `Color`: value `blue` is called `NAVY` instead of `BLUE`");
  }

  @Test
  void other_keys_of_a_property_group_break() throws IOException {
    assertThat(edit("key: Place", "key: Color"))
        .containsExactly(
            "breaking CHANGED schema `Thing`: x-property-groups `counts` has another type of keys"
                + " or values");
  }

  @Test
  void another_prefix_of_a_property_group_is_behaviour() throws IOException {
    assertThat(edit("prefix: \"in_\"", "prefix: \"at_\""))
        .containsExactly(
            "behaviour CHANGED schema `Thing`: x-property-groups `counts`: prefix: in_ -> at_");
  }

  @Test
  void a_removed_property_group_breaks() throws IOException {
    assertThat(
            edit(
                "        - {name: counts, prefix: \"in_\", key: Place, value: Count, properties:"
                    + " [number], description: How many are where.}\n",
                ""))
        .contains("breaking CHANGED schema `Thing`: x-property-groups `counts` removed");
  }

  @Test
  void a_secret_that_shows_is_behaviour() throws IOException {
    assertThat(edit("        note:\n", "        note:\n          x-secret: true\n"))
        .containsExactly(
            "behaviour CHANGED schema `ThingDraft`: property `note`: x-secret: (none) -> true");
  }

  @Test
  void another_description_is_documentation() throws IOException {
    assertThat(edit("description: A note.", "description: A remark."))
        .containsExactly(
            "documentation CHANGED schema `ThingDraft`: property `note`: other description");
  }

  @Test
  void a_wrapper_has_no_class_that_could_break() throws IOException {
    assertThat(
            edit(
                "        things:\n",
                "        total:\n          type: integer\n          format: int32\n        things:\n"))
        .containsExactly(
            "behaviour CHANGED schema `ThingPageEnvelope`: property `total` (Integer) added");
  }

  @Test
  void another_java_name_of_what_is_on_the_wire_breaks() throws IOException {
    SpecEdit spec = SpecEdit.in(temporary).replace("generator.yaml", "tag[]: tags", "note: remark");

    assertThat(lines(spec.changes()))
        .containsExactly(
            "breaking CHANGED spec `spec`: other Java name: note: (none) -> remark",
            "documentation CHANGED spec `spec`: other Java name: tag[]: tags -> (none)");
  }

  @Test
  void another_server_is_behaviour() throws IOException {
    SpecEdit spec = SpecEdit.in(temporary).replace("openapi.yaml", "shop.example", "store.example");

    assertThat(spec.changes())
        .singleElement()
        .satisfies(change -> assertThat(change.impact()).isEqualTo(Impact.BEHAVIOUR));
  }

  private List<String> edit(String old, String now) throws IOException {
    return lines(SpecEdit.in(temporary).changes(old, now));
  }

  private static List<String> lines(List<Change> changes) {
    return SpecEdit.lines(changes);
  }
}
