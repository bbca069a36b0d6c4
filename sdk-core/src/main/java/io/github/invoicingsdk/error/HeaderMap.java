package io.github.invoicingsdk.error;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Copies headers into a map that finds them in any case. */
final class HeaderMap {

  private HeaderMap() {}

  /**
   * An unmodifiable, serializable copy; headers whose names differ in case only are put together.
   */
  static Map<String, List<String>> copyOf(Map<String, ? extends Collection<String>> headers) {
    TreeMap<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(
        (name, values) -> {
          // Some HTTP clients keep the status line under a null name.
          if (name != null && values != null) {
            copy.merge(
                name,
                values.stream().filter(Objects::nonNull).toList(),
                (first, second) -> Stream.concat(first.stream(), second.stream()).toList());
          }
        });
    return Collections.unmodifiableMap(copy);
  }
}
