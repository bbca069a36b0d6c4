package io.github.invoicingsdk.error;

/** A service that the SDK speaks to. */
public enum Provider {
  /** InvoiceXpress, API v2. */
  // Its documents name 429 as the response to more requests than 780 a minute, and advise to send
  // such a request again automatically.
  INVOICEXPRESS("InvoiceXpress", 429),
  /** iDoklad, API v3. */
  // Its documents name 429 for more than 200 requests a minute and say nothing of sending again.
  IDOKLAD("iDoklad"),
  /** iDoklad, API v2, whose end was announced for 5 October 2026. */
  IDOKLAD_V2("iDoklad v2");

  private static final int NONE = 0;

  private final String displayName;
  private final int saidBeforeProcessing;

  Provider(String displayName) {
    this(displayName, NONE);
  }

  Provider(String displayName, int saidBeforeProcessing) {
    this.displayName = displayName;
    this.saidBeforeProcessing = saidBeforeProcessing;
  }

  /**
   * The provider's name as it stands in messages.
   *
   * @return the name
   */
  public String displayName() {
    return displayName;
  }

  /** Whether the provider is known to say a status before it processes anything. */
  boolean saysBeforeProcessing(int status) {
    return status != NONE && status == saidBeforeProcessing;
  }
}
