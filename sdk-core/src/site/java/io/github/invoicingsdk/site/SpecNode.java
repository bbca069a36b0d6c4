package io.github.invoicingsdk.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One object of a spec, which follows the references that stand in it. */
final class SpecNode {

  private final Spec spec;
  private final String file;
  private final @Nullable String name;
  private final Map<?, ?> members;

  SpecNode(Spec spec, String file, @Nullable String name, Map<?, ?> members) {
    this.spec = spec;
    this.file = file;
    this.name = name;
    this.members = members;
  }

  /** The name under which a reference led here; empty when the object stands in its place. */
  Optional<String> name() {
    return Optional.ofNullable(name);
  }

  boolean has(String key) {
    return members.containsKey(key);
  }

  boolean flag(String key) {
    return Boolean.TRUE.equals(members.get(key));
  }

  /** A text, number or flag as it stands in the spec. */
  Optional<String> text(String key) {
    Object value = members.get(key);
    return value == null || value instanceof Map || value instanceof List
        ? Optional.empty()
        : Optional.of(value.toString());
  }

  String require(String key) {
    return text(key)
        .orElseThrow(() -> new IllegalStateException(file + ": " + key + " is missing in " + this));
  }

  List<String> texts(String key) {
    return members.get(key) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  Optional<SpecNode> child(String key) {
    return Optional.ofNullable(members.get(key)).flatMap(this::node);
  }

  List<SpecNode> list(String key) {
    return members.get(key) instanceof List<?> list
        ? list.stream().flatMap(item -> node(item).stream()).toList()
        : List.of();
  }

  /** The members that are objects, in the order of the spec. */
  Map<String, SpecNode> children() {
    Map<String, SpecNode> children = new LinkedHashMap<>();
    members.forEach(
        (key, value) -> node(value).ifPresent(node -> children.put(key.toString(), node)));
    return children;
  }

  Map<String, SpecNode> children(String key) {
    return child(key).map(SpecNode::children).orElse(Map.of());
  }

  Set<?> keys() {
    return members.keySet();
  }

  /** The schema that stands behind {@code allOf}, which only holds a reference in these specs. */
  SpecNode schema() {
    List<SpecNode> all = list("allOf");
    return all.isEmpty() ? this : all.get(0).schema();
  }

  private Optional<SpecNode> node(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return Optional.empty();
    }
    return map.get("$ref") instanceof String reference
        ? Optional.of(spec.resolve(file, reference))
        : Optional.of(new SpecNode(spec, file, null, map));
  }

  @Override
  public String toString() {
    return members.keySet().toString();
  }
}
