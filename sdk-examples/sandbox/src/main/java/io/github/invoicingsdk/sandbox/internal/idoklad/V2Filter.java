package io.github.invoicingsdk.sandbox.internal.idoklad;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads v2's filters: bare terms joined by a bar, and one {@code filtertype} for all of them. */
final class V2Filter {
  private V2Filter() {}

  static Predicate<NumericSequence> parse(String text, @Nullable String filterType) {
    List<Predicate<NumericSequence>> terms =
        Arrays.stream(text.split("\\|", -1)).map(FilterTerm::parse).toList();
    if (filterType == null || filterType.equals("and")) {
      return sequence -> terms.stream().allMatch(term -> term.test(sequence));
    }
    if (filterType.equals("or")) {
      return sequence -> terms.stream().anyMatch(term -> term.test(sequence));
    }
    throw new InvalidQueryException("filtertype: '" + filterType + "' is neither and nor or");
  }
}
