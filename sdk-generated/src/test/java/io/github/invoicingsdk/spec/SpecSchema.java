package io.github.invoicingsdk.spec;

/**
 * A schema with what it describes.
 *
 * @param kind what it describes
 * @param name the name of the schema, property or parameter; empty for an item
 * @param key where violations of the schema as a whole are reported
 * @param node the schema itself
 */
record SpecSchema(Kind kind, String name, SpecNode key, SpecNode node) {

  /** What a schema describes. */
  enum Kind {
    NAMED,
    PROPERTY,
    PARAMETER,
    ITEM,
    PAYLOAD
  }
}
