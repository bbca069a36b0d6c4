package io.github.invoicingsdk.spec;

import java.util.List;

/**
 * An operation.
 *
 * @param key the HTTP method, where violations of the operation as a whole are reported
 * @param node the operation itself
 */
record SpecOperation(SpecNode key, SpecNode node) {

  /** The parameters in the order of the spec, references resolved. */
  List<SpecNode> parameters(Spec spec) {
    return node.items("parameters").stream().map(spec::resolve).toList();
  }
}
