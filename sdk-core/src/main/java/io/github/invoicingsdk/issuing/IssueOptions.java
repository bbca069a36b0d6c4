package io.github.invoicingsdk.issuing;

import java.time.Duration;
import java.util.Objects;

/**
 * How a document is issued.
 *
 * <p>Immutable and thread-safe.
 */
public final class IssueOptions {

  private static final Duration LONGEST = Duration.ofHours(1);
  private static final IssueOptions DEFAULTS = new Builder().build();

  private final Duration atMost;
  private final boolean firstAttempt;

  private IssueOptions(Builder builder) {
    this.atMost = builder.atMost;
    this.firstAttempt = builder.firstAttempt;
  }

  /**
   * The options that apply unless others are given.
   *
   * @return one minute, and no word about earlier attempts
   */
  public static IssueOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Starts options with the values of {@link #defaults()}.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * How long issuing may take altogether, with everything that has to be read and waited for.
   *
   * @return the time
   */
  public Duration atMost() {
    return atMost;
  }

  /**
   * Whether the caller knows that nobody has tried to issue this document before.
   *
   * @return true if the caller knows it
   */
  public boolean isFirstAttempt() {
    return firstAttempt;
  }

  @Override
  public String toString() {
    return "IssueOptions{atMost=" + atMost + ", firstAttempt=" + firstAttempt + "}";
  }

  /** Collects the values of options; for one thread. */
  public static final class Builder {

    private Duration atMost = Duration.ofMinutes(1);
    private boolean firstAttempt;

    private Builder() {}

    /**
     * How long issuing may take altogether. One minute unless set.
     *
     * @param atMost more than zero, at most one hour
     * @return this builder
     * @throws IllegalArgumentException if the time is out of range
     */
    public Builder atMost(Duration atMost) {
      Objects.requireNonNull(atMost, "atMost");
      if (atMost.isNegative() || atMost.isZero() || atMost.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException(
            "atMost is " + atMost + "; it must be more than zero and at most " + LONGEST);
      }
      this.atMost = atMost;
      return this;
    }

    /**
     * Says that nobody has tried to issue this document before. It is needed for types that stand
     * in none of the provider's lists, such as simplified invoices of InvoiceXpress, unless the
     * client has a durable journal: nothing else can tell a first attempt from a repeated one. Do
     * not say it when a call is repeated.
     *
     * @return this builder
     */
    public Builder firstAttempt() {
      this.firstAttempt = true;
      return this;
    }

    /**
     * Makes the options.
     *
     * @return the options
     */
    public IssueOptions build() {
      return new IssueOptions(this);
    }
  }
}
