package io.github.invoicingsdk.spec.rules;

import io.github.invoicingsdk.spec.Spec;
import io.github.invoicingsdk.spec.SpecNode;
import io.github.invoicingsdk.spec.SpecOperation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules about bodies: what the extensions say of them agrees with their schemas. */
final class PayloadRules {

  private final Spec spec;
  private final Violations violations;

  PayloadRules(Spec spec, Violations violations) {
    this.spec = spec;
    this.violations = violations;
  }

  void check() {
    for (SpecOperation operation : spec.operations()) {
      SpecNode response = response(operation);
      SpecNode envelope = operation.node().get("x-envelope");
      SpecNode pagination = operation.node().get("x-pagination");
      if (envelope != null && response != null) {
        checkEnvelope(envelope, response);
        checkOptional(operation, envelope);
      }
      if (pagination != null && response != null) {
        checkPagination(operation, pagination, response);
      }
      if (response != null && isWireOnly(response) == (envelope == null && pagination == null)) {
        violations.add(
            operation.key(),
            "a response with x-wire-only needs x-envelope or x-pagination, another has neither");
      }
      checkRequest(operation);
    }
  }

  private @Nullable SpecNode response(SpecOperation operation) {
    for (SpecNode.Member response : operation.node().members("responses")) {
      if (response.name().startsWith("2")) {
        SpecNode schema = schema(spec.resolve(response.value()));
        if (schema != null) {
          return schema;
        }
      }
    }
    return null;
  }

  private static @Nullable SpecNode schema(SpecNode holder) {
    for (SpecNode.Member content : holder.members("content")) {
      return content.value().get("schema");
    }
    return null;
  }

  private boolean isWireOnly(SpecNode schema) {
    return spec.resolveSchema(schema).has("x-wire-only");
  }

  private void checkEnvelope(SpecNode envelope, SpecNode response) {
    boolean list = envelope.text("list").equals("true");
    List<SpecNode> members = envelope.items("members");
    for (int i = 0; i < members.size(); i++) {
      SpecNode member = members.get(i);
      SpecNode schema = at(response, member.text());
      if (schema == null) {
        if (i == 0) {
          violations.add(member, "the response has no member " + member.text());
        }
      } else if (!isAny(schema) && !isOfType(schema, envelope.text("type"), list)) {
        violations.add(member, member.text() + " is not of type " + envelope.text("type"));
      }
    }
    checkFlag(envelope, response);
    checkSaysSomething(envelope);
  }

  /** An empty object in place of what was created must not pass for it. */
  private void checkSaysSomething(SpecNode extension) {
    String type = extension.text("type");
    SpecNode schema = spec.schema(type);
    if (schema != null
        && schema.has("properties")
        && !schema.has("required")
        && !schema.has("minProperties")) {
      violations.add(extension, type + " may be empty: it needs required or minProperties: 1");
    }
  }

  /** Reading without a body reads nothing, and an empty list needs none. */
  private void checkOptional(SpecOperation operation, SpecNode envelope) {
    SpecNode optional = envelope.get("optional");
    if (optional != null
        && (operation.key().text().equals("get")
            || operation.node().has("x-poll")
            || envelope.has("list"))) {
      violations.add(optional, "only the one object that a write returns can be optional");
    }
  }

  private void checkPagination(SpecOperation operation, SpecNode pagination, SpecNode response) {
    SpecNode items = at(response, pagination.text("items"));
    if (items == null || !isOfType(items, pagination.text("type"), true)) {
      violations.add(
          pagination, pagination.text("items") + " is no array of " + pagination.text("type"));
    }
    for (String name : List.of("total-items", "total-pages")) {
      SpecNode total = pagination.get(name);
      if (total != null) {
        SpecNode schema = at(response, total.text());
        if (schema == null || !schema.text("type").equals("integer")) {
          violations.add(total, total.text() + " is no integer of the response");
        }
      }
    }
    checkFlag(pagination, response);
    checkSaysSomething(pagination);
    Set<String> supplied =
        operation.parameters().stream()
            .filter(parameter -> parameter.has("x-supplied"))
            .map(parameter -> parameter.text("name"))
            .collect(Collectors.toSet());
    for (String name : List.of("page", "page-size")) {
      if (pagination.has(name) && !supplied.contains(pagination.text(name))) {
        violations.add(pagination, pagination.text(name) + " is no parameter with x-supplied");
      }
    }
  }

  private void checkFlag(SpecNode extension, SpecNode response) {
    SpecNode success = extension.get("success");
    if (success != null) {
      SpecNode schema = at(response, success.text());
      if (schema == null || !schema.text("type").equals("boolean")) {
        violations.add(success, success.text() + " is no boolean of the response");
      }
    }
  }

  private void checkRequest(SpecOperation operation) {
    SpecNode body = operation.node().get("requestBody");
    SpecNode schema = body == null ? null : schema(body);
    if (body == null || schema == null) {
      return;
    }
    SpecNode envelope = body.get("x-request-envelope");
    if (isWireOnly(schema) != (envelope != null)) {
      violations.add(body, "a body with x-wire-only needs x-request-envelope, another has none");
    }
    if (envelope != null) {
      SpecNode member = at(schema, envelope.text("member"));
      if (member == null || !isOfType(member, envelope.text("type"), false)) {
        violations.add(
            envelope, envelope.text("member") + " is not of type " + envelope.text("type"));
      }
      for (SpecNode beside : envelope.items("beside")) {
        if (member == null
            || at(schema, beside.text()) == null
            || at(member, beside.text()) == null) {
          violations.add(
              beside, beside.text() + " must be a property of the body and of what it wraps");
        }
      }
      for (SpecNode omit : envelope.items("omit")) {
        if (member == null || at(schema, omit.text()) != null || at(member, omit.text()) == null) {
          violations.add(
              omit, omit.text() + " must be a property of what the body wraps, not of the body");
        }
      }
    }
  }

  /** The schema at a path of member names; null when there is none. */
  private @Nullable SpecNode at(SpecNode schema, String path) {
    SpecNode found = schema;
    for (String name : path.split("\\.", -1)) {
      SpecNode properties = found == null ? null : spec.resolveSchema(found).get("properties");
      found = properties == null ? null : properties.get(name);
    }
    return found;
  }

  private static boolean isAny(SpecNode schema) {
    return !schema.has("type") && !schema.has("allOf") && !schema.has("$ref");
  }

  private boolean isOfType(SpecNode schema, String type, boolean list) {
    if (schema.text("type").equals("array")) {
      SpecNode items = schema.get("items");
      return items != null && spec.schemaName(items).equals(type);
    }
    boolean scalar =
        (type.equals("URI") && schema.text("format").equals("uri"))
            || (type.equals("String")
                && schema.text("type").equals("string")
                && !schema.has("format"));
    return !list && (scalar || spec.schemaName(schema).equals(type));
  }
}
