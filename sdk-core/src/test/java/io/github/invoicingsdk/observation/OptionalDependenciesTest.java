package io.github.invoicingsdk.observation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.fixture.Reply;
import io.github.invoicingsdk.fixture.StubServer;
import io.github.invoicingsdk.testing.ModularProgram;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who does not have the optional libraries does without them. */
class OptionalDependenciesTest {

  private static final Pattern OPTIONAL =
      Pattern.compile(
          "slf4j|logback|micrometer|opentelemetry|lettuce|bucket4j-lettuce|redis|netty|okhttp|okio"
              + "|kotlin|httpclient5|httpcore5|jackson");

  /** What a program on the module path has to have, and nothing else. */
  private static final Pattern REQUIRED =
      Pattern.compile(
          "sdk-(core|generated)/target/classes|invoicing-sdk-generated|feign-core|/gson-|jspecify"
              + "|bucket4j_jdk17-core");

  private static final String CORE_MODULE = "io.github.invoicingsdk.core";

  @Test
  void a_client_needs_none_of_the_optional_libraries() throws Exception {
    try (StubServer server =
            StubServer.start().respondWith(Reply.json("{\"sequence\":{\"id\":7}}"));
        URLClassLoader loader =
            new URLClassLoader(classPathWithoutThem(), ClassLoader.getPlatformClassLoader())) {
      assertThatThrownBy(() -> loader.loadClass("org.slf4j.Logger"))
          .isInstanceOf(ClassNotFoundException.class);

      Class<?> clientType =
          loader.loadClass("io.github.invoicingsdk.invoicexpress.InvoiceXpressClient");
      Object builder = clientType.getMethod("builder").invoke(null);
      builder.getClass().getMethod("baseUrl", URI.class).invoke(builder, server.url());
      builder.getClass().getMethod("apiKey", String.class).invoke(builder, "key");
      try (AutoCloseable client =
          (AutoCloseable) builder.getClass().getMethod("build").invoke(builder)) {
        Object sequences = clientType.getMethod("sequences").invoke(client);
        Object sequence =
            sequences
                .getClass()
                .getInterfaces()[0]
                .getMethod("get", long.class)
                .invoke(sequences, 7L);
        assertThat(sequence.getClass().getMethod("id").invoke(sequence)).isEqualTo(7L);
      }
    }
  }

  @Test
  void a_client_on_the_module_path_needs_no_sql() throws Exception {
    try (StubServer server =
        StubServer.start().respondWith(Reply.json("{\"sequence\":{\"id\":7}}"))) {
      Process program =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--module-path",
                  modulePath(),
                  "--add-modules",
                  CORE_MODULE,
                  "--limit-modules",
                  CORE_MODULE,
                  "--class-path",
                  Path.of("target", "test-classes").toString(),
                  ModularProgram.class.getName(),
                  server.url().toString())
              .redirectErrorStream(true)
              .start();
      String output = new String(program.getInputStream().readAllBytes(), UTF_8);

      assertThat(output).isEqualTo("java.sql: false, sequence: 7");
    }
  }

  private static String modulePath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> REQUIRED.matcher(entry).find())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static URL[] classPathWithoutThem() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(entry -> !OPTIONAL.matcher(entry.getFileName().toString()).find())
        .map(OptionalDependenciesTest::url)
        .toArray(URL[]::new);
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
