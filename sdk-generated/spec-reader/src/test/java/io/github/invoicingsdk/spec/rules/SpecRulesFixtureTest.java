package io.github.invoicingsdk.spec.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.spec.Spec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every house rule finds what breaks it, in the right line. A fixture says in a comment {@code # !
 * message} what its line breaks.
 */
class SpecRulesFixtureTest {

  private static final Path FIXTURES = Path.of("src/test/resources/spec-rules");
  private static final String MARK = "# ! ";

  static List<String> fixtures() throws IOException {
    try (Stream<Path> paths = Files.list(FIXTURES)) {
      return paths
          .map(path -> String.valueOf(path.getFileName()))
          .filter(name -> !name.equals("root.yaml") && !name.equals("clean.yaml"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void what_breaks_a_rule_is_found_with_file_line_and_message(String fixture) throws IOException {
    List<String> expected = expected(fixture);

    assertThat(expected).isNotEmpty();
    assertThat(SpecRules.check(spec(fixture))).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void what_breaks_no_rule_is_not_complained_about() throws IOException {
    assertThat(SpecRules.check(spec("clean.yaml"))).isEmpty();
  }

  private static Spec spec(String fixture) throws IOException {
    Path path = FIXTURES.resolve(fixture);
    boolean isRoot = Files.readString(path, UTF_8).contains("openapi: ");
    return Spec.of(isRoot ? List.of(path) : List.of(FIXTURES.resolve("root.yaml"), path));
  }

  private static List<String> expected(String fixture) throws IOException {
    List<String> lines = Files.readAllLines(FIXTURES.resolve(fixture), UTF_8);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String prefix = fixture + ":" + (i + 1) + ": ";
      Arrays.stream(lines.get(i).split(MARK, -1))
          .skip(1)
          .map(message -> prefix + message.strip())
          .forEach(expected::add);
    }
    return expected;
  }
}
