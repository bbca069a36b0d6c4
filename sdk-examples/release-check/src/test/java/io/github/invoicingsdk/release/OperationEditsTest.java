package io.github.invoicingsdk.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of edit of an operation gets the verdict that the documentation promises. */
class OperationEditsTest {

  private static final String COLOR =
      """
            - name: color
              in: query
              description: the color to look for
              schema:
                $ref: '#/components/schemas/Color'
      """;
  private static final String SIZE =
      """
            - name: size
              in: query
              description: the size to look for
              schema:
                type: integer
                format: int32
      """;
  private static final String FILTER =
      """
            - name: filter
              in: query
              description: which things to list
              x-filter-fields:
                - {id: Id}
                - {enum: Color, type: Color}
              schema:
                type: string
                format: filter
      """;
  private static final String ERROR_CODE =
      """
            - {status: 422, code: "007", name: NAME_TAKEN, meaning: Another thing has the name.}
      """;

  @TempDir private Path temporary;

  @Test
  void a_new_operation_is_an_addition() throws IOException {
    assertThat(
            edit(
                "components:\n  responses:",
                """
                  delete:
                    operationId: deleteThing
                    x-method: delete
                    summary: Deletes a thing.
                    tags: [Things]
                    x-source: {document: "manual, page 4", evidence: documented}
                    parameters:
                      - name: id
                        in: path
                        required: true
                        description: the id
                        schema:
                          type: integer
                          format: int64
                    responses:
                      '204':
                        description: It is gone.
                components:
                  responses:"""))
        .containsExactly(
            "addition ADDED operation `deleteThing`: `ThingsApi.delete` (`DELETE /things/{id}.json`)");
  }

  @Test
  void a_removed_operation_breaks() throws IOException {
    SpecEdit spec =
        SpecEdit.in(temporary)
            .replace("openapi.yaml", "  /things/{id}.json:\n    $ref: 'things.yaml#/one'\n", "");

    assertThat(SpecEdit.lines(spec.changes()))
        .containsExactly(
            "breaking REMOVED operation `getThing`: `ThingsApi.get` is gone"
                + " (`GET /things/{id}.json`)");
  }

  @Test
  void another_path_is_behaviour_because_callers_do_not_see_it() throws IOException {
    SpecEdit spec =
        SpecEdit.in(temporary).replace("openapi.yaml", "/things/{id}.json", "/v2/things/{id}.json");

    assertThat(SpecEdit.lines(spec.changes()))
        .containsExactly(
            "behaviour CHANGED operation `getThing`: requests go to `GET /v2/things/{id}.json`"
                + " instead of `GET /things/{id}.json`");
  }

  @Test
  void another_method_name_breaks() throws IOException {
    assertThat(edit("x-method: get", "x-method: fetch"))
        .containsExactly(
            "breaking CHANGED operation `getThing`: the method is `ThingsApi.fetch` instead of"
                + " `ThingsApi.get`");
  }

  @Test
  void another_operation_id_is_behaviour() throws IOException {
    assertThat(edit("operationId: getThing", "operationId: readThing"))
        .containsExactly(
            "behaviour CHANGED operation `readThing`: listeners and messages call it by its new id");
  }

  @Test
  void another_tag_breaks() throws IOException {
    assertThat(
            edit(
                "tags: [Things]\n    x-source: {document: \"manual, page 3\"",
                "tags: [Goods]\n    x-source: {document: \"manual, page 3\""))
        .containsExactly(
            "breaking CHANGED operation `getThing`: the method is `GoodsApi.get` instead of"
                + " `ThingsApi.get`");
  }

  @Test
  void an_optional_query_parameter_is_an_addition() throws IOException {
    assertThat(edit(COLOR, COLOR + SIZE))
        .containsExactly("addition CHANGED operation `listThings`: option `Integer size` added");
  }

  @Test
  void the_first_optional_parameter_of_an_operation_is_an_addition() throws IOException {
    assertThat(edit("    requestBody:\n", "    parameters:\n" + SIZE + "    requestBody:\n"))
        .containsExactly("addition CHANGED operation `createThing`: option `Integer size` added");
  }

  @Test
  void optional_parameters_in_another_order_are_no_change_to_callers() throws IOException {
    assertThat(edit(COLOR + FILTER, FILTER + COLOR)).isEmpty();
  }

  @Test
  void an_optional_parameter_that_becomes_required_breaks() throws IOException {
    String required = COLOR.replace("in: query", "in: query\n        required: true");

    assertThat(edit(COLOR, required))
        .containsExactly("breaking CHANGED operation `listThings`: argument `color` was an option");
  }

  @Test
  void a_required_query_parameter_breaks() throws IOException {
    assertThat(edit(COLOR, COLOR + SIZE.replace("in: query", "in: query\n        required: true")))
        .containsExactly(
            "breaking CHANGED operation `listThings`: argument `Integer size` added: callers must"
                + " pass one more");
  }

  @Test
  void a_removed_query_parameter_breaks() throws IOException {
    assertThat(edit(COLOR, ""))
        .containsExactly("breaking CHANGED operation `listThings`: option `color` removed");
  }

  @Test
  void a_parameter_of_another_type_breaks() throws IOException {
    assertThat(edit(COLOR, COLOR.replace("$ref: '#/components/schemas/Color'", "type: string")))
        .containsExactly(
            "breaking CHANGED operation `listThings`: option `color` is `String` instead of"
                + " `Color`");
  }

  @Test
  void a_parameter_that_the_sdk_supplies_is_behaviour() throws IOException {
    assertThat(edit("maximum: 30", "maximum: 50"))
        .containsExactly(
            "behaviour CHANGED operation `listThings`: parameter `per_page`: maximum: 30 -> 50");
  }

  @Test
  void a_new_filter_field_is_an_addition_and_another_kind_breaks() throws IOException {
    assertThat(edit("          - {id: Id}\n", "          - {long: Id}\n          - {text: Name}\n"))
        .containsExactly(
            "breaking CHANGED operation `listThings`: filter field `Id`: id -> long",
            "addition CHANGED operation `listThings`: filter field `Name` added");
  }

  @Test
  void a_response_that_may_be_empty_breaks() throws IOException {
    assertThat(
            edit(
                "    x-envelope: {members: [thing], type: Thing}\n    x-find-out",
                "    x-envelope: {members: [thing], type: Thing, optional: true}\n    x-find-out"))
        .contains(
            "breaking CHANGED operation `createThing`: returns `Optional<Thing>` instead of"
                + " `Thing`");
  }

  @Test
  void a_parameter_that_goes_out_by_name_has_the_type_of_its_enum() throws IOException {
    assertThat(
            edit(
                "        schema:\n          $ref: '#/components/schemas/Color'\n",
                "        x-names-of: Color\n        schema: {type: string}\n"))
        .isNotEmpty()
        .noneMatch(finding -> finding.contains("instead of"));
  }

  @Test
  void another_rule_of_repetition_is_behaviour_and_a_repeated_write_is_questioned()
      throws IOException {
    assertThat(edit("x-method: create", "x-method: create\n    x-retry: always"))
        .containsExactly(
            "behaviour CHANGED operation `createThing`: x-retry: if-not-processed -> always; a"
                + " write may be sent twice: is it proven to be harmless?");
  }

  @Test
  void a_rule_of_repetition_that_was_the_default_is_no_change() throws IOException {
    assertThat(edit("x-method: create", "x-method: create\n    x-retry: if-not-processed"))
        .isEmpty();
  }

  @Test
  void a_new_error_code_is_an_addition() throws IOException {
    assertThat(
            edit(
                ERROR_CODE,
                ERROR_CODE
                    + ERROR_CODE.replace("007", "008").replace("NAME_TAKEN", "NAME_TOO_SHORT")))
        .containsExactly(
            "addition CHANGED operation `createThing`: error code `NAME_TOO_SHORT` added");
  }

  @Test
  void a_renamed_error_code_breaks() throws IOException {
    assertThat(edit("name: NAME_TAKEN", "name: NAME_IN_USE"))
        .containsExactly(
            "addition CHANGED operation `createThing`: error code `NAME_IN_USE` added",
            "breaking CHANGED operation `createThing`: error code `NAME_TAKEN` removed");
  }

  @Test
  void an_error_code_of_another_number_is_behaviour() throws IOException {
    assertThat(edit("\"007\"", "\"009\""))
        .containsExactly(
            "behaviour CHANGED operation `createThing`: error code `NAME_TAKEN`: 422 007 ->"
                + " 422 009");
  }

  @Test
  void another_payload_breaks() throws IOException {
    SpecEdit spec =
        SpecEdit.in(temporary)
            .replace(
                "things.yaml",
                "    x-envelope: {members: [thing], type: Thing}\n    x-find-out",
                "    x-envelope: {members: [thing], type: Count}\n    x-find-out");

    assertThat(SpecEdit.lines(spec.changes()))
        .contains("breaking CHANGED operation `createThing`: returns `Count` instead of `Thing`");
  }

  @Test
  void another_place_of_the_payload_is_behaviour() throws IOException {
    SpecEdit spec =
        SpecEdit.in(temporary)
            .replace(
                "things.yaml",
                "    x-envelope: {members: [thing], type: Thing}\n    x-find-out",
                "    x-envelope: {members: [item], type: Thing}\n    x-find-out");

    assertThat(SpecEdit.lines(spec.changes()))
        .containsExactly(
            "behaviour CHANGED operation `createThing`: x-envelope:"
                + " {\"members\":[\"thing\"],\"type\":\"Thing\"} ->"
                + " {\"members\":[\"item\"],\"type\":\"Thing\"}");
  }

  @Test
  void an_operation_that_is_asked_again_until_it_is_done_breaks() throws IOException {
    assertThat(edit("x-method: create", "x-method: create\n    x-poll: {interval-millis: 100}"))
        .contains(
            "breaking CHANGED operation `createThing`: returns `Pending<Thing>` instead of `Thing`");
  }

  @Test
  void a_page_that_is_read_elsewhere_is_behaviour() throws IOException {
    assertThat(edit("items: things}", "items: data.things}"))
        .singleElement()
        .asString()
        .startsWith("behaviour CHANGED operation `listThings`: x-pagination: ");
  }

  @Test
  void other_advice_on_finding_out_is_behaviour() throws IOException {
    assertThat(edit("x-find-out: List the things and look", "x-find-out: Ask the shop and look"))
        .singleElement()
        .asString()
        .startsWith("behaviour CHANGED operation `createThing`: x-find-out: ");
  }

  @Test
  void a_body_of_another_type_breaks() throws IOException {
    assertThat(
            edit("$ref: '#/components/schemas/ThingDraft'", "$ref: '#/components/schemas/Thing'"))
        .contains(
            "breaking CHANGED operation `createThing`: argument `body` is `Thing` instead of"
                + " `ThingDraft`");
  }

  @Test
  void a_deprecated_operation_demands_what_an_addition_demands() throws IOException {
    assertThat(edit("x-method: get", "x-method: get\n    deprecated: true"))
        .containsExactly("addition CHANGED operation `getThing`: deprecated");
  }

  @Test
  void another_summary_is_documentation() throws IOException {
    assertThat(edit("summary: Returns a thing.", "summary: Gives a thing."))
        .containsExactly("documentation CHANGED operation `getThing`: other summary");
  }

  @Test
  void another_refusal_is_documentation() throws IOException {
    assertThat(edit("description: The key is wrong.", "description: The key is bad."))
        .contains("documentation CHANGED operation `getThing`: response 401: other description")
        .allMatch(line -> line.startsWith("documentation"));
  }

  @Test
  void a_refusal_that_is_not_described_any_more_is_documentation() throws IOException {
    SpecEdit spec =
        SpecEdit.in(temporary)
            .replace(
                "things.yaml",
                """
                      '401':
                        $ref: '#/components/responses/Unauthorized'
                components:
                """,
                "components:\n");

    assertThat(SpecEdit.lines(spec.changes()))
        .containsExactly("documentation CHANGED operation `getThing`: no longer answers 401");
  }

  private List<String> edit(String old, String now) throws IOException {
    return SpecEdit.lines(SpecEdit.in(temporary).changes(old, now));
  }
}
