package io.github.invoicingsdk.site;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files of one provider's spec. */
final class Spec {

  private static final String ROOT = "openapi.yaml";

  private final Map<String, Map<?, ?>> files = new TreeMap<>();
  private final Map<String, SpecNode> schemas = new TreeMap<>();

  private Spec() {}

  static Spec in(Path directory) throws IOException {
    Spec spec = new Spec();
    try (Stream<Path> paths = Files.list(directory)) {
      for (Path path : paths.filter(file -> file.toString().endsWith(".yaml")).sorted().toList()) {
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
          Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
          spec.files.put(path.getFileName().toString(), (Map<?, ?>) yaml.load(reader));
        }
      }
    }
    for (String file : spec.files.keySet()) {
      spec.node(file)
          .child("components")
          .map(components -> components.children("schemas").keySet())
          .ifPresent(
              names ->
                  names.forEach(
                      name ->
                          spec.schemas.putIfAbsent(
                              name, spec.resolve(file, "#/components/schemas/" + name))));
    }
    return spec;
  }

  SpecNode root() {
    return node(ROOT);
  }

  /** The schema of a name, which is unique in a spec. */
  SpecNode schema(String name) {
    SpecNode schema = schemas.get(name);
    if (schema == null) {
      throw new IllegalStateException("no schema is called " + name);
    }
    return schema;
  }

  boolean hasSchema(String name) {
    return schemas.containsKey(name);
  }

  SpecNode resolve(String file, String reference) {
    int hash = reference.indexOf('#');
    String target = hash == 0 ? file : reference.substring(0, hash);
    List<String> steps =
        Stream.of(reference.substring(hash + 1).split("/"))
            .filter(step -> !step.isEmpty())
            .map(step -> step.replace("~1", "/").replace("~0", "~"))
            .toList();
    Object value = files.get(target);
    for (String step : steps) {
      value = value instanceof Map<?, ?> map ? map.get(step) : null;
    }
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalStateException(file + ": nothing stands at " + reference);
    }
    if (map.get("$ref") instanceof String next) {
      return resolve(target, next);
    }
    return new SpecNode(this, target, steps.get(steps.size() - 1), map);
  }

  private SpecNode node(String file) {
    Map<?, ?> members = files.get(file);
    if (members == null) {
      throw new IllegalStateException("no such file: " + file);
    }
    return new SpecNode(this, file, null, members);
  }
}
