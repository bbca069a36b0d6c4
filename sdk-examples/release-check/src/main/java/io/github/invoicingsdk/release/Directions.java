package io.github.invoicingsdk.release;

import io.github.invoicingsdk.spec.JavaTypes;
import io.github.invoicingsdk.spec.Spec;
import io.github.invoicingsdk.spec.SpecNode;
import io.github.invoicingsdk.spec.SpecOperation;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which schemas of a spec are sent, and which are received. */
final class Directions {

  private final Spec spec;
  private final Set<String> sent = new HashSet<>();
  private final Set<String> received = new HashSet<>();

  private Directions(Spec spec) {
    this.spec = spec;
  }

  /** Follows the references from all operations of a spec. */
  static Directions of(SpecBundle bundle) {
    Directions directions = new Directions(bundle.spec());
    for (SpecOperation operation : bundle.operations().values()) {
      directions.follow(operation);
    }
    return directions;
  }

  /** The schemas that one aspect of an operation holds. */
  static Set<String> schemasOf(SpecOperation operation, Aspect aspect) {
    Directions directions = new Directions(operation.spec());
    Set<String> reached = new HashSet<>();
    switch (aspect) {
      case PARAMETERS ->
          operation.parameters().forEach(parameter -> directions.follow(parameter, reached));
      case REQUEST -> directions.follow(operation.body(), reached);
      case RESPONSES -> directions.followSuccess(operation, reached);
      default -> {
        // No schema belongs to it.
      }
    }
    return reached;
  }

  /** Whether a request holds it. */
  boolean isSent(String schema) {
    return sent.contains(schema);
  }

  /** Whether a response holds it. */
  boolean isReceived(String schema) {
    return received.contains(schema);
  }

  private void follow(SpecOperation operation) {
    operation.parameters().forEach(parameter -> follow(parameter, sent));
    follow(operation.body(), sent);
    operation.responses().values().forEach(response -> follow(response, received));
  }

  private void followSuccess(SpecOperation operation, Set<String> reached) {
    for (Map.Entry<String, SpecNode> response : operation.responses().entrySet()) {
      if (response.getKey().startsWith("2")) {
        follow(response.getValue(), reached);
      }
    }
  }

  private void follow(SpecNode node, Set<String> reached) {
    if (node.has("$ref")) {
      follow(JavaTypes.of(node), reached);
      return;
    }
    for (SpecNode group : node.items("x-property-groups")) {
      follow(group.text("value"), reached);
    }
    node.members().forEach(member -> follow(member.value(), reached));
    node.items().forEach(item -> follow(item, reached));
  }

  private void follow(String name, Set<String> reached) {
    SpecNode schema = spec.schema(name);
    if (reached.add(name) && schema != null) {
      follow(schema, reached);
    }
  }
}
