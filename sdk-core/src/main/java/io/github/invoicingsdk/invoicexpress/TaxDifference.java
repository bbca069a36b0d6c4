package io.github.invoicingsdk.invoicexpress;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line of a document whose tax is not the one that was asked for. The provider replaces a tax
 * whose name it does not know by the default tax of the account, without a word.
 *
 * @param line the line, counted from 1
 * @param asked the name of the tax that was asked for
 * @param applied the name of the tax that the document has; null when it names none
 */
public record TaxDifference(int line, String asked, @Nullable String applied) {

  /**
   * Creates a difference.
   *
   * @param line the line, counted from 1
   * @param asked the name of the tax that was asked for
   * @param applied the name of the tax that the document has; null when it names none
   */
  public TaxDifference {
    Objects.requireNonNull(asked, "asked");
  }
}
