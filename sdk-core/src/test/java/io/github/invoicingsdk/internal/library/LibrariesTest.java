package io.github.invoicingsdk.internal.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.sandbox.Sandbox;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program whose build brings a real older library than the one that the SDK asks for. */
class LibrariesTest {

  private static final Path OLDER = Path.of("target/older-libraries");

  @ParameterizedTest
  @CsvSource({
    "gson, gson-2.10.1.jar, com.google.code.gson:gson must be 2.12.0 or newer",
    "gson, gson-2.11.0.jar, com.google.code.gson:gson must be 2.12.0 or newer",
    "feign-core, feign-core-10.12.jar, io.github.openfeign:feign-core must be 11.10 or newer",
    "bucket4j_jdk17-core, bucket4j-core-8.4.0.jar, "
        + "com.bucket4j:bucket4j_jdk17-core must be 8.11.0 or newer",
  })
  void build_refuses_a_library_that_is_too_old_before_anything_is_sent(
      String library, String older, String message) throws Exception {
    try (Sandbox sandbox = Sandbox.start()) {
      assertThatThrownBy(() -> call(library, older, sandbox))
          .isExactlyInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith(message)
          .hasMessageContaining("the program has " + older + ".")
          .hasMessageContaining("Set its version in the build")
          .hasMessageNotContaining(sandbox.invoiceXpressApiKey())
          .hasCauseInstanceOf(LinkageError.class);

      assertThat(sandbox.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "gson, gson-2.12.0.jar",
    "feign-core, feign-core-11.10.jar",
    "bucket4j_jdk17-core, bucket4j_jdk17-core-8.11.0.jar"
  })
  void the_oldest_library_that_is_said_to_work_works(String library, String older)
      throws Exception {
    try (Sandbox sandbox = Sandbox.start()) {
      String[] sizes = call(library, older, sandbox).split(" ", -1);

      assertThat(Integer.parseInt(sizes[1])).isEqualTo(Integer.parseInt(sizes[0]) + 1);
    }
  }

  @Test
  void a_fleet_over_redis_asks_for_the_library_that_it_needs_beside() {
    assertThatThrownBy(() -> run("bucket4j_jdk17-lettuce", null, "share"))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "com.bucket4j:bucket4j_jdk17-lettuce must be 8.12.0 or newer; the program has none.");
  }

  @Test
  void the_libraries_of_the_build_are_taken() {
    Libraries.requireForClients();
    Libraries.requireForRedis();
  }

  private static String call(String library, String older, Sandbox sandbox) throws Exception {
    return (String)
        Objects.requireNonNull(
            run(
                library,
                OLDER.resolve(older),
                "call",
                sandbox.invoiceXpressUrl().toString(),
                sandbox.invoiceXpressApiKey()));
  }

  /** Runs a method of the program with one jar of the class path replaced, or left out. */
  private static @Nullable Object run(
      String library, @Nullable Path instead, String method, String... arguments) throws Exception {
    try (URLClassLoader program = program(library, instead)) {
      Class<?>[] types = Stream.of(arguments).map(Object::getClass).toArray(Class<?>[]::new);
      return program
          .loadClass(LibraryUser.class.getName())
          .getMethod(method, types)
          .invoke(null, (Object[]) arguments);
    } catch (InvocationTargetException e) {
      Throwable thrown = e.getTargetException();
      if (thrown instanceof Error error) {
        throw error;
      }
      throw (Exception) thrown;
    }
  }

  private static URLClassLoader program(String library, @Nullable Path instead) throws IOException {
    List<URL> urls = new ArrayList<>();
    int replaced = 0;
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      if (path.getFileName().toString().matches(library + "-\\d.*\\.jar")) {
        replaced++;
        if (instead != null) {
          assertThat(Files.exists(instead)).as(instead.toString()).isTrue();
          urls.add(instead.toUri().toURL());
        }
      } else {
        urls.add(path.toUri().toURL());
      }
    }
    assertThat(replaced).as("jars of " + library).isEqualTo(1);
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }
}
