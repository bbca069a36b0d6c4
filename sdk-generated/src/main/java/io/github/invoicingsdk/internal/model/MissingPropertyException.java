package io.github.invoicingsdk.internal.model;

/** Says that an object cannot be made because a required property has no value. */
final class MissingPropertyException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  private final String property;

  MissingPropertyException(String type, String property) {
    super(type + ": " + property + " is required: call " + property + "(...) before build()");
    this.property = property;
  }

  String property() {
    return property;
  }
}
