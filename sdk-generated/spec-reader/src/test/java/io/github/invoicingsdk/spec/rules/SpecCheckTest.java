package io.github.invoicingsdk.spec.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told before generation, and when code is generated again. */
class SpecCheckTest {

  private static final Path SAMPLE = Path.of("..", "src", "test", "openapi", "sample");
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  @TempDir private Path root;
  private Path spec = Path.of("");
  private Path list = Path.of("");

  @BeforeEach
  void repository() throws IOException {
    spec = Files.createDirectories(root.resolve("openapi/shop"));
    list = root.resolve("target/shop.inputs");
    for (String file : new String[] {"openapi.yaml", "common.yaml", "parts.yaml", "things.yaml"}) {
      Files.copy(SAMPLE.resolve(file), spec.resolve(file));
    }
    Files.createDirectories(root.resolve("openapi/templates"));
    Files.writeString(root.resolve("openapi/templates/api.mustache"), "template");
    Files.createDirectories(root.resolve("sdk-generated"));
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    Files.writeString(root.resolve("sdk-generated/pom.xml"), "<project/>");
  }

  @Test
  void an_unknown_extension_and_a_method_that_occurs_twice_are_told_with_file_and_line()
      throws IOException {
    edit("    x-method: create\n", "    x-method: list\n    x-colour: red\n");

    assertThat(check())
        .hasSize(2)
        .anyMatch(line -> line.matches("openapi/shop/things.yaml:\\d+: x-colour is unknown .*"))
        .anyMatch(
            line ->
                line.matches(
                    "openapi/shop/things.yaml:\\d+: x-method list is used twice in Things"));
    assertThat(list).doesNotExist();
  }

  @Test
  void a_file_that_is_no_yaml_is_told_with_its_line() throws IOException {
    Files.writeString(spec.resolve("more.yaml"), "a: [\n");

    assertThat(check()).singleElement().asString().contains("more.yaml:2: this is no YAML");
  }

  @Test
  void what_did_not_change_is_not_made_again() throws IOException {
    assertThat(check()).isEmpty();
    Files.setLastModifiedTime(list, FileTime.from(LONG_AGO));

    assertThat(check()).isEmpty();

    assertThat(Files.getLastModifiedTime(list).toInstant()).isEqualTo(LONG_AGO);
  }

  @Test
  void a_file_that_is_gone_makes_code_anew() throws IOException {
    Files.writeString(spec.resolve("more.yaml"), "components: {}\n");
    assertThat(check()).isEmpty();
    Files.setLastModifiedTime(list, FileTime.from(LONG_AGO));
    Files.delete(spec.resolve("more.yaml"));

    assertThat(check()).isEmpty();

    assertThat(Files.getLastModifiedTime(list).toInstant()).isAfter(LONG_AGO);
  }

  @Test
  void another_template_makes_code_anew() throws IOException {
    assertThat(check()).isEmpty();
    Files.setLastModifiedTime(list, FileTime.from(LONG_AGO));
    Files.writeString(root.resolve("openapi/templates/api.mustache"), "another");

    assertThat(check()).isEmpty();

    assertThat(Files.getLastModifiedTime(list).toInstant()).isAfter(LONG_AGO);
  }

  private List<String> check() throws IOException {
    return new SpecCheck(root, root.resolve("target")).problems("openapi/shop");
  }

  private void edit(String old, String now) throws IOException {
    Path file = spec.resolve("things.yaml");
    String text = Files.readString(file);
    assertThat(text).contains(old);
    Files.writeString(file, text.replaceFirst(old, now));
  }
}
