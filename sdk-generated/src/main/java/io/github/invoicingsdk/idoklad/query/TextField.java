package io.github.invoicingsdk.idoklad.query;

/**
 * A text field that can be compared as a whole and searched for a part.
 *
 * <pre>{@code
 * TextField NAME = TextField.of("Name");
 * NAME.contains("x"); // (Name~ct:base64~eA==)
 * }</pre>
 *
 * <p>Any text can be asked for in API version 3; version 2 takes text as it is, and {@link
 * LegacyFilter} refuses what would break its grammar. Fields are immutable and safe for use by
 * several threads.
 */
public final class TextField extends SearchableField {

  private TextField(String name) {
    super(name);
  }

  /**
   * Returns a text field.
   *
   * @param name the provider's name of the field
   * @return the field
   * @throws IllegalArgumentException if {@code name} is not a field name
   * @throws NullPointerException if {@code name} is null
   */
  public static TextField of(String name) {
    return new TextField(name);
  }
}
