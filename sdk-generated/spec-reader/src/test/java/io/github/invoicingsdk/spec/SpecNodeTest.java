package io.github.invoicingsdk.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a node says, and what a file that is no YAML makes the reader say. */
class SpecNodeTest {

  @TempDir private Path temporary;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{a: 1, b: [x, y]} | {b: [x, y], a: 1} | true",
        "{a: 1} | {a: 1, b: 2} | false",
        "{a: 1} | {a: '1'} | false",
        "[x, y] | [y, x] | false",
        "{$ref: 'a.yaml#/c/T'} | {$ref: '#/c/T'} | true",
        "{$ref: '#/c/T'} | {$ref: '#/c/U'} | false",
        "{a: 1} | {b: 1} | false",
      })
  void nodes_say_the_same_wherever_they_stand(String one, String other, boolean same)
      throws IOException {
    assertThat(node("one: " + one).path("one").says(node("other: " + other).path("other")))
        .isEqualTo(same);
  }

  @Test
  void what_is_not_there_has_nothing_and_says_nothing_that_is_there() throws IOException {
    SpecNode nothing = node("a: ''").path("b");

    assertThat(nothing.isMissing()).isTrue();
    assertThat(nothing.members()).isEmpty();
    assertThat(nothing.text("c")).isEmpty();
    assertThat(nothing.says(node("a: ''").path("a"))).isFalse();
    assertThat(nothing.says(SpecNode.nothing())).isTrue();
  }

  @Test
  void a_node_is_written_as_json() throws IOException {
    assertThat(node("a: {b: [1, x, \"\\\"\"], c: true}").json())
        .isEqualTo("{\"a\":{\"b\":[1,\"x\",\"\\\"\"],\"c\":true}}");
  }

  @Test
  void a_file_that_is_no_yaml_is_named_with_its_line() throws IOException {
    Path file = Files.writeString(temporary.resolve("things.yaml"), "a: 1\nb: [x\nc: 2\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Spec.of(List.of(file)))
        .withMessageStartingWith(file + ":3: this is no YAML: ");
  }

  @Test
  void an_empty_file_is_named() throws IOException {
    Path file = Files.writeString(temporary.resolve("things.yaml"), "");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Spec.of(List.of(file)))
        .withMessage(file + ": the file is empty");
  }

  private SpecNode node(String yaml) throws IOException {
    Path file = Files.writeString(temporary.resolve("node.yaml"), yaml);
    return Spec.of(List.of(file)).files().iterator().next();
  }
}
