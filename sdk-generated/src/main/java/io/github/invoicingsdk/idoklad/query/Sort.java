package io.github.invoicingsdk.idoklad.query;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list of iDoklad API version 3, sent as the {@code sort} parameter.
 *
 * <pre>{@code
 * DATE_OF_ISSUE.descending().then(ID.ascending()); // DateOfIssue~Desc|Id~Asc
 * }</pre>
 *
 * <p>Sorts are immutable and safe for use by several threads. For API version 2 see {@link
 * LegacySort}.
 */
public final class Sort {

  private final List<Key> keys;

  private Sort(List<Key> keys) {
    this.keys = List.copyOf(keys);
  }

  static Sort of(String name, boolean ascending) {
    return new Sort(List.of(new Key(name, ascending)));
  }

  /**
   * Returns this order, refined by another one for the items that are equal in it.
   *
   * @param next the order of equal items
   * @return the refined order
   * @throws IllegalArgumentException if both orders use the same field
   * @throws NullPointerException if {@code next} is null
   */
  public Sort then(Sort next) {
    Objects.requireNonNull(next, "next");
    Set<String> names = new HashSet<>();
    List<Key> joined = Stream.concat(keys.stream(), next.keys.stream()).toList();
    for (Key key : joined) {
      if (!names.add(key.name())) {
        throw new IllegalArgumentException(
            "next sorts by "
                + key.name()
                + " again, which could not change the order: name every field once");
      }
    }
    return new Sort(joined);
  }

  /**
   * Returns this order as the provider reads it, not yet URL-encoded.
   *
   * @return the value of the {@code sort} parameter, never empty
   */
  public String expression() {
    return join("~Asc", "~Desc");
  }

  String legacyExpression() {
    return join("~asc", "~desc");
  }

  private String join(String ascending, String descending) {
    return keys.stream()
        .map(key -> key.name() + (key.ascending() ? ascending : descending))
        .collect(Collectors.joining("|"));
  }

  /**
   * Tells whether another object is a sort by the same fields in the same directions.
   *
   * @param other the object to compare with, may be null
   * @return true if it is
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sort that && keys.equals(that.keys);
  }

  @Override
  public int hashCode() {
    return keys.hashCode();
  }

  /**
   * Returns {@link #expression()}, which is what a request carries.
   *
   * @return the value of the {@code sort} parameter
   */
  @Override
  public String toString() {
    return expression();
  }

  /** One field of an order, with its direction. */
  private record Key(String name, boolean ascending) {}
}
