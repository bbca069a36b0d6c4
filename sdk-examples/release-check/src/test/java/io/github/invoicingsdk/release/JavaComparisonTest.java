package io.github.invoicingsdk.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verdicts on changes of the Java API. */
class JavaComparisonTest {

  private static final String COLOR =
      """
      package shop.model;
      public final class Color {
        public static final Color RED = new Color();
        private Color() {}
        public String value() { return ""; }
      }
      """;
  private static final String API =
      """
      package shop.api;
      public interface ThingsApi {
        String get(long id);
      }
      """;
  private static final String LISTENER =
      """
      package shop;
      public interface Listener {
        void called(String id);
      }
      """;

  @TempDir private Path temporary;

  @Test
  void the_same_classes_have_no_change() throws IOException {
    assertThat(compare(COLOR, COLOR)).isEmpty();
  }

  @Test
  void a_removed_method_breaks_binaries_and_sources() throws IOException {
    assertThat(compare(COLOR, COLOR.replace("public String value() { return \"\"; }", "")))
        .containsExactly(
            "breaking REMOVED `shop.model.Color`: `value(): String` removed (binary and source:"
                + " method removed)");
  }

  @Test
  void another_return_type_breaks_binaries_and_sources() throws IOException {
    assertThat(
            compare(
                COLOR,
                COLOR.replace(
                    "public String value() { return \"\"; }", "public long value() { return 0; }")))
        .containsExactly(
            "breaking CHANGED `shop.model.Color`: `value(): String -> long` changed (binary and"
                + " source: method return type changed)");
  }

  @Test
  void a_constant_of_an_open_enum_is_an_addition() throws IOException {
    assertThat(
            compare(
                COLOR,
                COLOR.replace(
                    "  private Color",
                    "  public static final Color BLUE = new Color();\n  private Color")))
        .containsExactly("addition ADDED `shop.model.Color`: `BLUE` added");
  }

  @Test
  void a_method_of_a_generated_interface_is_an_addition_because_the_sdk_alone_implements_it()
      throws IOException {
    assertThat(compare(API, API.replace("}", "  void delete(long id);\n}")))
        .containsExactly("addition ADDED `shop.api.ThingsApi`: `delete(long): void` added");
  }

  @Test
  void a_method_of_an_interface_that_partners_implement_breaks_their_sources() throws IOException {
    assertThat(compare(LISTENER, LISTENER.replace("}", "  void ended();\n}")))
        .containsExactly(
            "breaking ADDED `shop.Listener`: `ended(): void` added (source: method added to"
                + " interface)");
  }

  @Test
  void a_default_method_of_an_interface_that_partners_implement_is_an_addition()
      throws IOException {
    assertThat(compare(LISTENER, LISTENER.replace("}", "  default void ended() {}\n}")))
        .containsExactly("addition ADDED `shop.Listener`: `ended(): void` added");
  }

  @Test
  void one_more_argument_breaks_and_shows_as_a_method_that_left_and_one_that_came()
      throws IOException {
    assertThat(compare(API, API.replace("long id", "long id, String size")))
        .containsExactlyInAnyOrder(
            "breaking REMOVED `shop.api.ThingsApi`: `get(long): String` removed (binary and"
                + " source: method removed)",
            "addition ADDED `shop.api.ThingsApi`: `get(long, String): String` added");
  }

  @Test
  void a_removed_type_breaks_and_a_new_one_is_an_addition() throws IOException {
    assertThat(compare(COLOR, LISTENER))
        .containsExactly(
            "addition ADDED `shop.Listener`: added",
            "breaking REMOVED `shop.model.Color`: removed");
  }

  @Test
  void a_deprecated_method_demands_what_an_addition_demands() throws IOException {
    assertThat(compare(LISTENER, LISTENER.replace("  void", "  @Deprecated void")))
        .containsExactly("addition CHANGED `shop.Listener`: `called(String): void` deprecated");
  }

  @Test
  void what_is_internal_is_no_api() throws IOException {
    String internal = COLOR.replace("shop.model", "shop.internal.model");

    assertThat(compare(COLOR, COLOR, internal)).isEmpty();
  }

  @Test
  void breaking_changes_of_what_is_written_by_hand_have_to_be_told() throws IOException {
    byte[] before = jar("before", LISTENER, COLOR);
    byte[] after =
        jar("after", LISTENER.replace("String id", "long id"), COLOR.replace("RED", "NAVY"));

    assertThat(compareJars(before, after))
        .filteredOn(Change::isToBeTold)
        .extracting(Change::subject)
        .containsOnly("`shop.Listener`");
  }

  private List<String> compare(String before, String... after) throws IOException {
    return SpecEdit.lines(compareJars(jar("before", before), jar("after", after)));
  }

  private static List<Change> compareJars(byte[] before, byte[] after) {
    return JavaComparison.compare(
        Map.of("tiny", before),
        Map.of("tiny", after),
        type -> type.startsWith("shop.api.") || type.startsWith("shop.model."));
  }

  private byte[] jar(String name, String... sources) throws IOException {
    return ApiJar.of(Sources.compile(temporary, name, sources));
  }
}
