package io.github.invoicingsdk.error;

/** A service that the SDK speaks to. */
public enum Provider {
  /** InvoiceXpress, API v2. */
  INVOICEXPRESS("InvoiceXpress"),
  /** iDoklad, API v3. */
  IDOKLAD("iDoklad"),
  /** iDoklad, API v2, whose end was announced for 5 October 2026. */
  IDOKLAD_V2("iDoklad v2");

  private final String displayName;

  Provider(String displayName) {
    this.displayName = displayName;
  }

  /**
   * The provider's name as it stands in messages.
   *
   * @return the name
   */
  public String displayName() {
    return displayName;
  }
}
