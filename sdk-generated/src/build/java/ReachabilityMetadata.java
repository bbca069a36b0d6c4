import static java.nio.charset.StandardCharsets.UTF_8;

import feign.Param;
import feign.QueryMap;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells GraalVM's native-image what it cannot see: that the generated interfaces are implemented by
 * proxies and read by reflection. The build runs it on what it has compiled.
 *
 * <p>Models need none of this: their adapters are ordinary code.
 */
public final class ReachabilityMetadata {
  private ReachabilityMetadata() {}

  /**
   * Writes {@code proxy-config.json} and {@code reflect-config.json}.
   *
   * @param arguments the folder of the classes, and the folder to write to
   * @throws Exception if a file or a class cannot be read or written
   */
  public static void main(String[] arguments) throws Exception {
    Path classes = Path.of(arguments[0]);
    Path target = Files.createDirectories(Path.of(arguments[1]));
    List<Class<?>> interfaces = interfaces(classes);
    if (interfaces.isEmpty()) {
      throw new IllegalStateException("no interfaces in the packages named api below " + classes);
    }
    write(
        target.resolve("proxy-config.json"),
        interfaces.stream().map(type -> "{\"interfaces\": [\"" + type.getName() + "\"]}"));
    write(
        target.resolve("reflect-config.json"),
        Stream.of(
                interfaces.stream()
                    .map(
                        type ->
                            "{\"name\": \"" + type.getName() + "\", \"allPublicMethods\": true}"),
                instantiated(interfaces).stream().map(name -> entry(name, "<init>")),
                options(interfaces).entrySet().stream()
                    .map(method -> entry(method.getKey(), method.getValue())))
            .flatMap(entries -> entries));
  }

  private static String entry(String type, String method) {
    return "{\"name\": \""
        + type
        + "\", \"methods\": [{\"name\": \""
        + method
        + "\", \"parameterTypes\": []}]}";
  }

  /** The interfaces of the packages named api, without nested ones. */
  private static List<Class<?>> interfaces(Path classes)
      throws IOException, ClassNotFoundException {
    List<String> names;
    try (Stream<Path> files = Files.walk(classes)) {
      names =
          files
              .map(file -> classes.relativize(file).toString().replace('\\', '/'))
              .filter(file -> file.matches(".*/api/[A-Za-z0-9]+\\.class"))
              .map(file -> file.substring(0, file.length() - 6).replace('/', '.'))
              .sorted()
              .toList();
    }
    List<Class<?>> interfaces = new ArrayList<>();
    for (String name : names) {
      Class<?> type = Class.forName(name, false, ReachabilityMetadata.class.getClassLoader());
      if (type.isInterface()) {
        interfaces.add(type);
      }
    }
    return interfaces;
  }

  /** What Feign makes an instance of because an annotation names it. */
  private static Set<String> instantiated(List<Class<?>> interfaces) {
    Set<String> names = new TreeSet<>();
    for (Class<?> type : interfaces) {
      for (Method method : type.getMethods()) {
        for (Parameter parameter : method.getParameters()) {
          Param param = parameter.getAnnotation(Param.class);
          if (param != null) {
            names.add(param.expander().getName());
          }
        }
      }
    }
    return names;
  }

  /** What makes options of what a caller tells their builder, by the classes that have it. */
  private static Map<String, String> options(List<Class<?>> interfaces)
      throws NoSuchMethodException {
    Map<String, String> methods = new TreeMap<>();
    for (Class<?> type : interfaces) {
      for (Method method : type.getMethods()) {
        for (Parameter parameter : method.getParameters()) {
          if (parameter.isAnnotationPresent(QueryMap.class)) {
            Class<?> options = parameter.getType();
            methods.put(options.getName(), "builder");
            methods.put(options.getMethod("builder").getReturnType().getName(), "build");
          }
        }
      }
    }
    return methods;
  }

  private static void write(Path file, Stream<String> entries) throws IOException {
    Files.writeString(file, entries.collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n")), UTF_8);
  }
}
