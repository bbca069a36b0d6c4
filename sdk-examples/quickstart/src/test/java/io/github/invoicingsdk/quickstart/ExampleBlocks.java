package io.github.invoicingsdk.quickstart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The named blocks of Java code in pages of Markdown, and the same blocks in compiled sources. */
final class ExampleBlocks {

  private static final Path SOURCES = Path.of("src/test/java/io/github/invoicingsdk/quickstart");
  private static final Pattern IN_MARKDOWN =
      Pattern.compile("<!-- example: (\\S+) -->\\R```java\\R(.*?)```", Pattern.DOTALL);
  private static final Pattern IN_SOURCE =
      Pattern.compile(" *// example: (\\S+)\\R(.*?) *// end\\R", Pattern.DOTALL);

  private ExampleBlocks() {}

  static Map<String, String> inMarkdown(String page) {
    return blocks(IN_MARKDOWN, page);
  }

  /** The blocks of a class of this package, by its simple name. */
  static Map<String, String> inSource(String className) throws IOException {
    return blocks(
        IN_SOURCE, Files.readString(SOURCES.resolve(className + ".java"), StandardCharsets.UTF_8));
  }

  private static Map<String, String> blocks(Pattern pattern, String text) {
    Map<String, String> blocks = new TreeMap<>();
    for (MatchResult match : pattern.matcher(text).results().toList()) {
      String code = match.group(2).stripTrailing().stripIndent();
      if (blocks.put(match.group(1), code) != null) {
        throw new IllegalArgumentException("two examples are called " + match.group(1));
      }
    }
    return blocks;
  }
}
