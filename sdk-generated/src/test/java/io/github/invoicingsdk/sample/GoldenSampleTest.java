package io.github.invoicingsdk.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares what the templates make of the sample spec with the committed golden files.
 *
 * <p>A change of a template, of the generator or of its options shows here as a diff. To accept it,
 * run {@code mvn test -pl sdk-generated -am -Dtest=GoldenSampleTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.accept=true}, read the diff in version control
 * and commit it.
 */
class GoldenSampleTest {

  private static final Path GENERATED = Path.of("target/generated-test-sources/sample/src");
  private static final Path GENERATED_AGAIN = Path.of("target/sample-again/src");
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final String HOW_TO_ACCEPT =
      "The templates make other code than the golden files hold. If that is meant, run"
          + " mvn test -pl sdk-generated -am -Dtest=GoldenSampleTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.accept=true"
          + " and commit src/test/resources/golden.";

  @Test
  void generated_code_equals_the_golden_files() throws IOException {
    Map<String, String> generated = read(GENERATED, ".java");
    if (Boolean.getBoolean("golden.accept")) {
      write(generated);
    }

    Map<String, String> golden = read(GOLDEN, ".java.txt");

    assertThat(generated.keySet()).as(HOW_TO_ACCEPT).isEqualTo(golden.keySet());
    golden.forEach(
        (name, text) ->
            assertThat(generated.get(name)).as("%s: %s", name, HOW_TO_ACCEPT).isEqualTo(text));
  }

  @Test
  void generating_twice_gives_the_same_bytes() throws IOException {
    Map<String, String> first = read(GENERATED, ".java");

    assertThat(first).isNotEmpty().isEqualTo(read(GENERATED_AGAIN, ".java"));
  }

  /** The files by their names without folders, which are unique but for the package comments. */
  private static Map<String, String> read(Path folder, String suffix) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
        String parent = String.valueOf(path.getName(path.getNameCount() - 2));
        String name = String.valueOf(path.getFileName());
        files.put(
            parent + "/" + name.substring(0, name.length() - suffix.length()),
            Files.readString(path, UTF_8));
      }
    }
    return files;
  }

  private static void write(Map<String, String> files) throws IOException {
    if (Files.exists(GOLDEN)) {
      try (Stream<Path> old = Files.walk(GOLDEN)) {
        for (Path path : (Iterable<Path>) old.filter(Files::isRegularFile)::iterator) {
          Files.delete(path);
        }
      }
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path target = GOLDEN.resolve(file.getKey() + ".java.txt");
      Files.createDirectories(target.resolveSibling("."));
      Files.writeString(target, file.getValue(), UTF_8);
    }
  }
}
