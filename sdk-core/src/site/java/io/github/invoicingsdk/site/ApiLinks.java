package io.github.invoicingsdk.site;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the Javadoc of a class, and refuses classes that there are not. */
final class ApiLinks {

  private static final Map<String, String> MODULES =
      new TreeMap<>(
          Map.of(
              "core", "sdk-core",
              "generated", "sdk-generated",
              "sandbox", "sdk-examples/sandbox"));

  private final Path root;
  private final Map<String, String> places;

  /**
   * Links into Javadoc.
   *
   * @param root the root of the repository, whose modules are compiled
   * @param places where the Javadoc of a module is, seen from the pages; others get no links
   */
  ApiLinks(Path root, Map<String, String> places) {
    this.root = root;
    this.places = Map.copyOf(places);
  }

  Map<String, String> places() {
    return places;
  }

  /** The address of a class's page; empty when the Javadoc of its module is not there. */
  Optional<String> of(String className) {
    String path = className.replace('.', '/');
    for (Map.Entry<String, String> module : MODULES.entrySet()) {
      Path classes = root.resolve(module.getValue()).resolve("target/classes");
      if (Files.exists(classes.resolve(path + ".class"))) {
        return Optional.ofNullable(places.get(module.getKey()))
            .map(
                place ->
                    place + "/io.github.invoicingsdk." + module.getKey() + "/" + path + ".html");
      }
    }
    throw new IllegalArgumentException("a page names a class that there is not: " + className);
  }
}
