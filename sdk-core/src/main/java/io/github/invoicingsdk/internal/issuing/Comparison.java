package io.github.invoicingsdk.internal.issuing;

import io.github.invoicingsdk.issuing.Difference;
import java.util.List;

/**
 * What a document is beside what was asked for.
 *
 * @param differences properties that say something else
 * @param notVisible properties that the provider should show and does not
 */
public record Comparison(List<Difference> differences, List<String> notVisible) {

  /** Creates a comparison. */
  public Comparison {
    differences = List.copyOf(differences);
    notVisible = List.copyOf(notVisible);
  }

  boolean isEqual() {
    return differences.isEmpty() && notVisible.isEmpty();
  }
}
