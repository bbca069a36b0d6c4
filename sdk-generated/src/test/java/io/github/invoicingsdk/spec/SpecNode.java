package io.github.invoicingsdk.spec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A node of a YAML file that knows where it stands. */
record SpecNode(String file, Node node) {

  /** A key with its value. */
  record Member(SpecNode key, SpecNode value) {
    String name() {
      return key.text();
    }
  }

  int line() {
    return node.getStartMark().getLine() + 1;
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  /** A scalar that YAML reads as a text. */
  boolean isText() {
    return node.getTag().equals(Tag.STR);
  }

  boolean isInteger() {
    return node.getTag().equals(Tag.INT);
  }

  boolean isNumber() {
    return isInteger() || node.getTag().equals(Tag.FLOAT);
  }

  boolean isBoolean() {
    return node.getTag().equals(Tag.BOOL);
  }

  boolean isQuoted() {
    return node instanceof ScalarNode scalar && scalar.getScalarStyle() != ScalarStyle.PLAIN;
  }

  /** The scalar as it is written; empty for a mapping or list. */
  String text() {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  /** The members of a mapping; none for anything else. */
  List<Member> members() {
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

  /** The items of a list; none for anything else. */
  List<SpecNode> items() {
    return node instanceof SequenceNode list
        ? list.getValue().stream().map(item -> new SpecNode(file, item)).toList()
        : List.of();
  }

  List<String> texts() {
    return items().stream().map(SpecNode::text).toList();
  }

  @Nullable SpecNode get(String name) {
    for (Member member : members()) {
      if (member.name().equals(name)) {
        return member.value();
      }
    }
    return null;
  }

  boolean has(String name) {
    return get(name) != null;
  }

  /** The scalar of a member; empty when there is none. */
  String text(String name) {
    SpecNode value = get(name);
    return value == null ? "" : value.text();
  }

  /** The members of a member; none when there is no such member. */
  List<Member> members(String name) {
    SpecNode value = get(name);
    return value == null ? List.of() : value.members();
  }

  /** The items of a member; none when there is no such member. */
  List<SpecNode> items(String name) {
    SpecNode value = get(name);
    return value == null ? List.of() : value.items();
  }
}
