package io.github.invoicingsdk.generated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import feign.Param;
import io.github.invoicingsdk.idoklad.api.IdokladResources;
import io.github.invoicingsdk.idokladv2.api.IdokladV2Resources;
import io.github.invoicingsdk.invoicexpress.api.InvoiceXpressResources;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** GraalVM's native-image is told of everything that is done by proxy or reflection. */
class ReachabilityMetadataTest {
  private static final Path CLASSES = Path.of("target/classes");
  private static final Path METADATA =
      CLASSES.resolve("META-INF/native-image/io.github.invoicingsdk/invoicing-sdk-generated");

  @Test
  void every_interface_that_resources_give_out_may_be_implemented_by_a_proxy() throws IOException {
    Set<String> given = new TreeSet<>();
    for (Class<?> resources :
        List.of(InvoiceXpressResources.class, IdokladResources.class, IdokladV2Resources.class)) {
      for (Method method : resources.getDeclaredMethods()) {
        if (method.getReturnType().isInterface()) {
          given.add(method.getReturnType().getName());
        }
      }
    }

    assertThat(given).isNotEmpty();
    assertThat(proxies()).containsAll(given);
  }

  @Test
  void every_interface_that_is_generated_may_be_implemented_by_a_proxy_and_read()
      throws IOException {
    Map<String, JsonObject> entries = entries();
    Set<String> generated = new TreeSet<>();
    for (Class<?> type : compiledClasses()) {
      if (type.isInterface() && !type.isMemberClass() && type.getPackageName().endsWith(".api")) {
        generated.add(type.getName());
        assertThat(String.valueOf(entries.get(type.getName())))
            .as(type.getName())
            .contains("\"allPublicMethods\":true");
      }
    }

    assertThat(proxies()).isNotEmpty().isEqualTo(generated);
  }

  @Test
  void every_expander_may_be_instantiated() throws IOException {
    Set<String> expanders = new TreeSet<>();
    for (Class<?> type : compiledClasses()) {
      for (Method method : type.getMethods()) {
        for (Parameter parameter : method.getParameters()) {
          Param param = parameter.getAnnotation(Param.class);
          if (param != null) {
            expanders.add(param.expander().getName());
          }
        }
      }
    }

    assertThat(expanders).isNotEmpty();
    for (String expander : expanders) {
      assertThat(String.valueOf(entries().get(expander))).as(expander).contains("<init>");
    }
  }

  @Test
  void every_builder_of_options_may_be_made_and_asked_for_them() throws IOException {
    Set<Class<?>> builders = new LinkedHashSet<>();
    for (Class<?> type : compiledClasses()) {
      for (Method method : type.getMethods()) {
        if (method.isDefault()
            && method.getParameterCount() > 0
            && method.getGenericParameterTypes()[method.getParameterCount() - 1]
                instanceof ParameterizedType last
            && last.getRawType() == Consumer.class
            && type.getPackageName().endsWith(".api")) {
          builders.add((Class<?>) last.getActualTypeArguments()[0]);
        }
      }
    }

    assertThat(builders).isNotEmpty();
    for (Class<?> builder : builders) {
      assertThat(String.valueOf(entries().get(builder.getName()))).contains("\"name\":\"build\"");
      assertThat(String.valueOf(entries().get(builder.getEnclosingClass().getName())))
          .contains("\"name\":\"builder\"");
    }
  }

  @Test
  void whatever_is_listed_exists_and_can_be_used_as_it_says() throws Exception {
    for (String name : proxies()) {
      assertThat(Class.forName(name)).isInterface();
    }
    for (JsonObject entry : entries().values()) {
      Class<?> type = Class.forName(entry.get("name").getAsString());
      if (entry.has("methods")) {
        String method =
            entry.getAsJsonArray("methods").get(0).getAsJsonObject().get("name").getAsString();
        Executable listed =
            method.equals("<init>") ? type.getConstructor() : type.getMethod(method);
        assertThat(Modifier.isPublic(listed.getModifiers())).isTrue();
      }
    }
  }

  private static Set<String> proxies() throws IOException {
    Set<String> names = new TreeSet<>();
    for (JsonElement entry : metadata("proxy-config.json")) {
      JsonArray interfaces = entry.getAsJsonObject().getAsJsonArray("interfaces");
      assertThat(interfaces).hasSize(1);
      names.add(interfaces.get(0).getAsString());
    }
    return names;
  }

  private static Map<String, JsonObject> entries() throws IOException {
    Map<String, JsonObject> entries = new TreeMap<>();
    for (JsonElement entry : metadata("reflect-config.json")) {
      JsonObject object = entry.getAsJsonObject();
      entries.put(object.get("name").getAsString(), object);
    }
    return entries;
  }

  private static JsonArray metadata(String name) throws IOException {
    return JsonParser.parseString(Files.readString(METADATA.resolve(name), UTF_8)).getAsJsonArray();
  }

  private static List<Class<?>> compiledClasses() throws IOException {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      return files
          .map(file -> CLASSES.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
          .map(file -> file.substring(0, file.length() - 6).replaceAll("[/\\\\]", "."))
          .sorted()
          .<Class<?>>map(ReachabilityMetadataTest::load)
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, ReachabilityMetadataTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
