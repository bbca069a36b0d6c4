package io.github.invoicingsdk.release;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jars that are kept hold the API and nothing else. */
class ApiJarTest {

  private static final String SOURCE =
      """
      package shop;
      public class Things {
        private static final String HIDDEN = new String("hidden");
        protected int count;
        public String text() { Runnable runnable = new Runnable() { public void run() {} };
          return "in the code" + runnable + HIDDEN; }
        private void secretly() {}
        private static final class Inside {}
        public static final class Part {}
      }
      """;

  @TempDir private Path temporary;
  private Path classes = Path.of("");

  @BeforeEach
  void compile() throws IOException {
    classes = Sources.compile(temporary, "classes", SOURCE);
  }

  @Test
  void holds_no_anonymous_and_no_private_classes() throws IOException {
    assertThat(names(ApiJar.of(classes)))
        .containsExactly("shop/Things$Part.class", "shop/Things.class");
  }

  @Test
  void holds_no_code_and_no_private_members() throws IOException {
    try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(ApiJar.of(classes)))) {
      jar.getNextJarEntry();
      jar.getNextJarEntry();

      assertThat(new String(jar.readAllBytes(), ISO_8859_1))
          .contains("text", "count")
          .doesNotContain("in the code", "secretly", "HIDDEN");
    }
  }

  @Test
  void the_same_classes_make_the_same_bytes_whatever_their_time_and_wherever_they_are()
      throws IOException {
    byte[] first = ApiJar.of(classes);
    Path jar = Files.write(temporary.resolve("first.jar"), first);
    Files.setLastModifiedTime(classes.resolve("shop/Things.class"), FileTime.from(Instant.EPOCH));

    assertThat(ApiJar.of(classes)).isEqualTo(first);
    assertThat(ApiJar.of(jar)).isEqualTo(first);
  }

  private static List<String> names(byte[] bytes) throws IOException {
    List<String> names = new ArrayList<>();
    try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(bytes))) {
      for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
        names.add(entry.getName());
      }
    }
    return names;
  }
}
