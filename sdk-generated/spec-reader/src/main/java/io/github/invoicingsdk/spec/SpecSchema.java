package io.github.invoicingsdk.spec;

/**
 * A schema with what it describes.
 *
 * @param kind what it describes
 * @param name the name of the schema, property or parameter; empty for an item
 * @param key where violations of the schema as a whole are reported
 * @param node the schema itself
 */
public record SpecSchema(Kind kind, String name, SpecNode key, SpecNode node) {

  /** What a schema describes. */
  public enum Kind {
    /** A schema that {@code components} names. */
    NAMED,
    /** A property of an object. */
    PROPERTY,
    /** A parameter of an operation. */
    PARAMETER,
    /** The items of an array, or the values of a map. */
    ITEM,
    /** The body of a request or a response. */
    PAYLOAD
  }
}
