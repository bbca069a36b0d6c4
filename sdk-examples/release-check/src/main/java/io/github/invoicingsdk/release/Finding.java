package io.github.invoicingsdk.release;

/**
 * One difference within an operation or a schema.
 *
 * @param impact what it does to a partner
 * @param aspect what it is about
 * @param text what is different, as a phrase
 */
record Finding(Impact impact, Aspect aspect, String text) {

  /** The same difference, as part of something. */
  Finding within(String part) {
    return new Finding(impact, aspect, part + ": " + text);
  }

  /** The same difference, which costs no more than a limit. */
  Finding atMost(Impact limit) {
    return new Finding(impact.atMost(limit), aspect, text);
  }

  /**
   * Whether this is why openapi-diff calls something incompatible: an addition never is, nor is
   * what it does not see.
   */
  boolean explainsIncompatibility() {
    return aspect != Aspect.EXTENSION && (impact == Impact.BREAKING || impact == Impact.BEHAVIOUR);
  }
}
