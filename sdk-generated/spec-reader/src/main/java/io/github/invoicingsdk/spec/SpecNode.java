package io.github.invoicingsdk.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A node of a YAML file that knows where it stands.
 *
 * @param file the name of the file, without its folder
 * @param node the node as SnakeYAML has it
 */
public record SpecNode(String file, Node node) {

  /** Stands for what is not there: it has no members, no items and an empty text. */
  private static final Node NOTHING =
      new ScalarNode(new Tag("!nothing"), "", null, null, ScalarStyle.PLAIN);

  /** A key with its value. */
  public record Member(SpecNode key, SpecNode value) {
    /** The key as a text. */
    public String name() {
      return key.text();
    }
  }

  /** A node that is not there. */
  public static SpecNode nothing() {
    return new SpecNode("", NOTHING);
  }

  /** The line in which it begins, the first one being 1; 0 for what is not there. */
  public int line() {
    return node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
  }

  /** Whether it is not there. */
  public boolean isMissing() {
    return node.equals(NOTHING);
  }

  /** Whether it has members. */
  public boolean isMapping() {
    return node instanceof MappingNode;
  }

  /** Whether it has items. */
  public boolean isList() {
    return node instanceof SequenceNode;
  }

  /** A scalar that YAML reads as a text. */
  public boolean isText() {
    return node.getTag().equals(Tag.STR);
  }

  /** A scalar that YAML reads as a whole number. */
  public boolean isInteger() {
    return node.getTag().equals(Tag.INT);
  }

  /** A scalar that YAML reads as a number. */
  public boolean isNumber() {
    return isInteger() || node.getTag().equals(Tag.FLOAT);
  }

  /** A scalar that YAML reads as a boolean. */
  public boolean isBoolean() {
    return node.getTag().equals(Tag.BOOL);
  }

  /** A scalar in quotes, or in a block of its own. */
  public boolean isQuoted() {
    return node instanceof ScalarNode scalar && scalar.getScalarStyle() != ScalarStyle.PLAIN;
  }

  /** The scalar as it is written; empty for a mapping, a list, and what is not there. */
  public String text() {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  /** The members of a mapping; none for anything else. */
  public List<Member> members() {
    List<Member> members = new ArrayList<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        members.add(
            new Member(
                new SpecNode(file, tuple.getKeyNode()), new SpecNode(file, tuple.getValueNode())));
      }
    }
    return members;
  }

  /** The names of the members. */
  public List<String> names() {
    return members().stream().map(Member::name).toList();
  }

  /** The items of a list; none for anything else. */
  public List<SpecNode> items() {
    return node instanceof SequenceNode list
        ? list.getValue().stream().map(item -> new SpecNode(file, item)).toList()
        : List.of();
  }

  /** The items of a list as texts. */
  public List<String> texts() {
    return items().stream().map(SpecNode::text).toList();
  }

  /** A member; null when there is none. */
  public @Nullable SpecNode get(String name) {
    for (Member member : members()) {
      if (member.name().equals(name)) {
        return member.value();
      }
    }
    return null;
  }

  /** A member; one that is missing when there is none. */
  public SpecNode path(String name) {
    SpecNode value = get(name);
    return value == null ? nothing() : value;
  }

  /** Whether there is a member. */
  public boolean has(String name) {
    return get(name) != null;
  }

  /** Whether a member is {@code true}. */
  public boolean is(String name) {
    return text(name).equals("true");
  }

  /** The scalar of a member; empty when there is none. */
  public String text(String name) {
    return path(name).text();
  }

  /** The items of a member as texts. */
  public List<String> texts(String name) {
    return path(name).texts();
  }

  /** The members of a member; none when there is no such member. */
  public List<Member> members(String name) {
    return path(name).members();
  }

  /** The items of a member; none when there is no such member. */
  public List<SpecNode> items(String name) {
    return path(name).items();
  }

  /**
   * Whether both say the same, wherever they stand: the order of members does not count, nor does
   * the file that a reference names, since what it leads to has a name of its own.
   */
  public boolean says(SpecNode other) {
    return saysBut(Set.of(), other);
  }

  /**
   * Whether both say the same but for some members, wherever in them these stand.
   *
   * @param ignored the names of the members; a property of such a name counts all the same
   */
  public boolean saysBut(Set<String> ignored, SpecNode other) {
    if (isMapping() && other.isMapping()) {
      Set<String> names = new TreeSet<>(names());
      names.addAll(other.names());
      names.removeAll(ignored);
      return names.stream().allMatch(name -> memberSays(name, ignored, other));
    }
    if (isList() && other.isList()) {
      List<SpecNode> items = items();
      List<SpecNode> others = other.items();
      return items.size() == others.size()
          && IntStream.range(0, items.size())
              .allMatch(index -> items.get(index).saysBut(ignored, others.get(index)));
    }
    return node.getTag().equals(other.node.getTag()) && text().equals(other.text());
  }

  private boolean memberSays(String name, Set<String> ignored, SpecNode other) {
    SpecNode mine = path(name);
    SpecNode its = other.path(name);
    return name.equals("$ref")
        ? target(mine).equals(target(its))
        : mine.saysBut(name.equals("properties") ? Set.of() : ignored, its);
  }

  private static String target(SpecNode reference) {
    return reference.text().replaceFirst("^[^#]*", "");
  }

  /** The node on one line, as JSON writes it; empty for what is not there. */
  public String json() {
    if (isMapping()) {
      return members().stream()
          .map(member -> "\"" + member.name() + "\":" + member.value().json())
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (isList()) {
      return items().stream().map(SpecNode::json).collect(Collectors.joining(",", "[", "]"));
    }
    return isText() ? "\"" + text().replace("\\", "\\\\").replace("\"", "\\\"") + "\"" : text();
  }
}
