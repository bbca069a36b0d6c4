package io.github.invoicingsdk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever the published classes use of a library is in the oldest version that they say they work
 * with, and in the newest that Spring Boot brings. Where a new use makes this fail, either do
 * without or raise the version that is asked for before anything is sent.
 */
class OldestLibrariesTest {

  private static final JavaClasses CLASSES =
      PublishedClasses.in(PublishedClasses.CORE, PublishedClasses.GENERATED);

  private static final Path OLDER = Path.of("target/older-libraries");

  @ParameterizedTest
  @CsvSource({
    "com.google.gson, gson, gson-2.12.0.jar",
    "feign, feign-core, feign-core-11.10.jar",
    "io.github.bucket4j, bucket4j_jdk17-core, bucket4j_jdk17-core-8.11.0.jar",
    "com.fasterxml.jackson.core, jackson-core, jackson-core-2.15.0.jar",
    "com.fasterxml.jackson.databind, jackson-databind, jackson-databind-2.15.0.jar",
    "tools.jackson.core, jackson-core, jackson-core-3.0.0.jar",
    "tools.jackson.databind, jackson-databind, jackson-databind-3.0.0.jar",
    "io.lettuce, lettuce-core, lettuce-core-6.0.9.RELEASE.jar",
    "io.lettuce, lettuce-core, lettuce-core-7.5.2.RELEASE.jar",
    "io.micrometer, micrometer-core, micrometer-core-1.9.17.jar",
    "io.opentelemetry, opentelemetry-api, opentelemetry-api-1.31.0.jar",
    "org.slf4j, slf4j-api, slf4j-api-1.7.36.jar"
  })
  void all_that_is_used_of_a_library_is_there(String packageName, String library, String jar)
      throws Exception {
    try (URLClassLoader loader = with(library, OLDER.resolve(jar))) {
      assertThat(missing(packageName + ".", loader)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "com.google.gson, gson, gson-2.10.1.jar, Strictness",
    "feign, feign-core, feign-core-10.12.jar, ProtocolVersion",
    "io.github.bucket4j, bucket4j_jdk17-core, bucket4j-core-8.4.0.jar, BandwidthBuilder",
  })
  void what_is_missing_of_a_library_is_noticed(
      String packageName, String library, String jar, String missing) throws Exception {
    try (URLClassLoader loader = with(library, OLDER.resolve(jar))) {
      assertThat(missing(packageName + ".", loader))
          .anySatisfy(use -> assertThat(use).contains(missing));
    }
  }

  private static Set<String> missing(String prefix, ClassLoader loader) {
    Set<String> missing = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        // What an annotation has by default is of no concern to who uses it.
        if (target.getName().startsWith(prefix)
            && !dependency.getDescription().contains(" has annotation member ")
            && find(target.getName(), loader) == null) {
          missing.add(target.getName() + " of " + type.getSimpleName());
        }
      }
      for (JavaAccess<?> access : type.getAccessesFromSelf()) {
        AccessTarget target = access.getTarget();
        if (target.getOwner().getName().startsWith(prefix) && !canBeUsed(target, loader)) {
          missing.add(target.getFullName() + " of " + type.getSimpleName());
        }
      }
    }
    return missing;
  }

  private static boolean canBeUsed(AccessTarget target, ClassLoader loader) {
    try {
      return isThere(target, loader);
    } catch (NoClassDefFoundError e) {
      return false;
    }
  }

  private static boolean isThere(AccessTarget target, ClassLoader loader) {
    Class<?> owner = find(target.getOwner().getName(), loader);
    if (owner == null) {
      return false;
    }
    if (target instanceof AccessTarget.FieldAccessTarget field) {
      return fields(owner)
          .anyMatch(
              found ->
                  found.getName().equals(field.getName())
                      && found.getType().getName().equals(field.getRawType().getName()));
    }
    AccessTarget.CodeUnitAccessTarget code = (AccessTarget.CodeUnitAccessTarget) target;
    List<String> parameters = code.getRawParameterTypes().stream().map(JavaClass::getName).toList();
    if (target instanceof AccessTarget.ConstructorCallTarget || target.getName().equals("<init>")) {
      return Stream.of(owner.getDeclaredConstructors())
          .map(Constructor::getParameterTypes)
          .anyMatch(found -> names(found).equals(parameters));
    }
    return methods(owner)
        .anyMatch(
            found ->
                found.getName().equals(code.getName())
                    && names(found.getParameterTypes()).equals(parameters)
                    && found.getReturnType().getName().equals(code.getRawReturnType().getName()));
  }

  private static List<String> names(Class<?>[] types) {
    return Arrays.stream(types).map(Class::getName).toList();
  }

  /** Its own and inherited ones, whoever may use them; those of Object too, as for interfaces. */
  private static Stream<Method> methods(Class<?> type) {
    return Stream.concat(supertypes(type), Stream.of(Object.class))
        .flatMap(each -> Stream.of(each.getDeclaredMethods()));
  }

  private static Stream<Field> fields(Class<?> type) {
    return supertypes(type).flatMap(each -> Stream.of(each.getDeclaredFields()));
  }

  private static Stream<Class<?>> supertypes(Class<?> type) {
    Stream<Class<?>> above =
        Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()));
    return Stream.concat(Stream.of(type), above.flatMap(OldestLibrariesTest::supertypes));
  }

  private static @Nullable Class<?> find(String name, ClassLoader loader) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException | NoClassDefFoundError e) {
      return null;
    }
  }

  /** The class path of the tests with one jar replaced. */
  private static URLClassLoader with(String library, Path jar) throws Exception {
    assertThat(Files.exists(jar)).as(jar.toString()).isTrue();
    List<URL> urls = new ArrayList<>(List.of(jar.toUri().toURL()));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!Path.of(entry).getFileName().toString().matches(library + "-\\d.*\\.jar")) {
        urls.add(Path.of(entry).toUri().toURL());
      }
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }
}
