package io.github.invoicingsdk.idoklad.query;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Two filters joined by "and" or "or". */
final class Junction implements Filter {

  private final Filter left;
  private final FilterType type;
  private final Filter right;

  Junction(Filter left, FilterType type, Filter right) {
    this.left = left;
    this.type = type;
    this.right = Objects.requireNonNull(right, "other");
  }

  static Filter chain(Collection<? extends Filter> filters, FilterType type) {
    List<Filter> parts = List.copyOf(Objects.requireNonNull(filters, "filters"));
    if (parts.isEmpty()) {
      throw new IllegalArgumentException(
          "filters is empty: pass at least one filter, or send no filter to read the whole list");
    }
    Filter result = parts.get(0);
    for (Filter next : parts.subList(1, parts.size())) {
      result = new Junction(result, type, next);
    }
    return result;
  }

  /** Works from a stack of its own: a filter of thousands of terms nests as deep as it is long. */
  @Override
  public String expression() {
    StringBuilder text = new StringBuilder();
    Deque<Object> pending = new ArrayDeque<>();
    pending.push(this);
    while (!pending.isEmpty()) {
      Object next = pending.pop();
      if (next instanceof Junction junction) {
        text.append('(');
        pending.push(")");
        pending.push(junction.right);
        pending.push("~" + junction.type + "~");
        pending.push(junction.left);
      } else {
        text.append(next);
      }
    }
    return text.toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Junction that && expression().equals(that.expression());
  }

  @Override
  public int hashCode() {
    return expression().hashCode();
  }

  @Override
  public String toString() {
    return expression();
  }
}
