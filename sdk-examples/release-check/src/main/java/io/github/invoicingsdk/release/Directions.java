package io.github.invoicingsdk.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** Which schemas of a spec are sent, and which are received. */
final class Directions {

  private final SpecBundle spec;
  private final Set<String> sent = new HashSet<>();
  private final Set<String> received = new HashSet<>();

  private Directions(SpecBundle spec) {
    this.spec = spec;
  }

  /** Follows the references from all operations of a spec. */
  static Directions of(SpecBundle spec) {
    Directions directions = new Directions(spec);
    for (SpecOperation operation : spec.operations().values()) {
      directions.follow(operation);
    }
    return directions;
  }

  /** The schemas that the requests and answers of an operation hold. */
  static Set<String> schemasOf(SpecOperation operation) {
    Directions directions = new Directions(operation.spec());
    directions.follow(operation);
    directions.sent.addAll(directions.received);
    return directions.sent;
  }

  /** Whether a request holds it. */
  boolean isSent(String schema) {
    return sent.contains(schema);
  }

  /** Whether an answer holds it. */
  boolean isReceived(String schema) {
    return received.contains(schema);
  }

  private void follow(SpecOperation operation) {
    operation.parameters().forEach(parameter -> follow(parameter, sent));
    follow(operation.body(), sent);
    operation.responses().values().forEach(response -> follow(response, received));
  }

  private void follow(JsonNode node, Set<String> reached) {
    JsonNode reference = node.path("$ref");
    if (reference.isTextual()) {
      String name = JavaTypes.of(node);
      if (reached.add(name)) {
        follow(spec.schema(name), reached);
      }
      return;
    }
    for (JsonNode group : node.path("x-property-groups")) {
      String value = group.path("value").asText();
      if (reached.add(value)) {
        follow(spec.schema(value), reached);
      }
    }
    node.forEach(member -> follow(member, reached));
  }
}
