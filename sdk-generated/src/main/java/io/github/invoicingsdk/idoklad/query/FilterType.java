package io.github.invoicingsdk.idoklad.query;

/**
 * How the terms of a {@link LegacyFilter} are joined: the {@code filtertype} parameter of iDoklad
 * API version 2.
 */
public enum FilterType {

  /** An item must match every term. */
  AND("and"),

  /** An item must match at least one term. */
  OR("or");

  private final String wireValue;

  FilterType(String wireValue) {
    this.wireValue = wireValue;
  }

  /**
   * Returns the value that a request carries.
   *
   * @return {@code and} or {@code or}
   */
  @Override
  public String toString() {
    return wireValue;
  }
}
