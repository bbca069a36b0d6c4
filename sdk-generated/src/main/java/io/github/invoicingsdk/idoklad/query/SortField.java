package io.github.invoicingsdk.idoklad.query;

/**
 * A field that a list of iDoklad can be sorted by.
 *
 * <pre>{@code
 * SortField ID = SortField.of("Id");
 * ID.descending(); // Id~Desc
 * }</pre>
 *
 * <p>Fields are immutable and safe for use by several threads.
 */
public final class SortField {

  private final String name;

  private SortField(String name) {
    this.name = FieldNames.check(name);
  }

  /**
   * Returns a field to sort by.
   *
   * @param name the provider's name of the field
   * @return the field
   * @throws IllegalArgumentException if {@code name} is not a field name
   * @throws NullPointerException if {@code name} is null
   */
  public static SortField of(String name) {
    return new SortField(name);
  }

  /**
   * Returns the order by this field, smallest first.
   *
   * @return the order
   */
  public Sort ascending() {
    return Sort.of(name, true);
  }

  /**
   * Returns the order by this field, greatest first.
   *
   * @return the order
   */
  public Sort descending() {
    return Sort.of(name, false);
  }

  /**
   * Returns the name that the provider gives this field.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * Returns the name that the provider gives this field.
   *
   * @return the name
   */
  @Override
  public String toString() {
    return name;
  }
}
