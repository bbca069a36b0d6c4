package io.github.invoicingsdk.spec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The generator and the documentation have the same types as the tools. */
class JavaTypesTest {

  private static final Path ROOT = Path.of("..", "..");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern MAPPING =
      Pattern.compile("<typeMapping>(\\w+)\\+([\\w-]+)=(\\w+)</typeMapping>");
  private static final Set<String> OF_THE_GENERATOR =
      Set.of("", "int32", "int64", "date", "date-time", "uri", "password");

  @Test
  void the_table_in_the_documentation_has_each_format_with_its_java_type() throws IOException {
    Map<String, String> documented = new TreeMap<>();
    String page = Files.readString(ROOT.resolve("openapi/README.md"), UTF_8);
    String table = page.substring(page.indexOf("## Types and formats"));
    for (String line : table.substring(0, table.indexOf("What is not in one")).split("\n", -1)) {
      String[] cells = line.split("\\|", -1);
      if (cells.length > 3
          && Set.of("integer", "number", "boolean", "string").contains(cells[1].strip())) {
        addRow(documented, cells[1].strip(), codes(cells[2]), codes(cells[3]));
      }
    }

    assertThat(documented).isEqualTo(known(Set.of("integer", "number", "boolean", "string")));
  }

  @Test
  void the_generator_is_told_of_each_format_that_it_does_not_know() throws IOException {
    Map<String, String> told = new TreeMap<>();
    Matcher mappings =
        MAPPING.matcher(Files.readString(ROOT.resolve("sdk-generated/pom.xml"), UTF_8));
    while (mappings.find()) {
      String type = mappings.group(3);
      told.put(
          mappings.group(1) + " " + mappings.group(2), type.equals("boolean") ? "Boolean" : type);
    }
    Map<String, String> known = known(Set.of("integer", "string"));
    known.keySet().removeIf(key -> OF_THE_GENERATOR.contains(key.substring(key.indexOf(' ') + 1)));

    assertThat(told).isEqualTo(known);
  }

  private static Map<String, String> known(Set<String> types) {
    Map<String, String> known = new TreeMap<>();
    for (String type : types) {
      JavaTypes.formats(type).forEach((format, java) -> known.put(type + " " + format, java));
    }
    return known;
  }

  private static void addRow(
      Map<String, String> documented, String type, List<String> formats, List<String> java) {
    if (formats.isEmpty()) {
      documented.put(type + " ", java.get(0));
    }
    for (int index = 0; index < formats.size(); index++) {
      documented.put(type + " " + formats.get(index), java.get(Math.min(index, java.size() - 1)));
    }
  }

  private static List<String> codes(String cell) {
    return new ArrayList<>(
        CODE.matcher(cell).results().map((MatchResult result) -> result.group(1)).toList());
  }
}
