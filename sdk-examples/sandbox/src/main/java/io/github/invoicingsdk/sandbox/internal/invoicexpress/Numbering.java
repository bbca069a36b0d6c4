package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The document types a series numbers, in the documented order; each with the distance of its id to
 * the series' id in the documented example, and whether the tax authority gives it a code.
 */
enum Numbering {
  INVOICE(0, true),
  INVOICE_RECEIPT(2, true),
  SIMPLIFIED_INVOICE(1, true),
  CREDIT_NOTE(5, true),
  DEBIT_NOTE(4, true),
  RECEIPT(3, true),
  SHIPPING(14, true),
  TRANSPORT(16, true),
  DEVOLUTION(15, true),
  PROFORMA(12, true),
  QUOTE(11, true),
  FEES_NOTE(13, false),
  VAT_MOSS_INVOICE(7, false),
  VAT_MOSS_CREDIT_NOTE(8, false),
  VAT_MOSS_RECEIPT(9, false);

  private final int idOffset;
  private final boolean relevant;

  Numbering(int idOffset, boolean relevant) {
    this.idOffset = idOffset;
    this.relevant = relevant;
  }

  int idOffset() {
    return idOffset;
  }

  /** Whether the type needs a validation code. */
  boolean relevant() {
    return relevant;
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Numbering of(String wireName) {
    return Arrays.stream(values())
        .filter(numbering -> numbering.wireName().equals(wireName))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "documentType must be one of "
                        + Arrays.stream(values())
                            .map(Numbering::wireName)
                            .collect(Collectors.joining(", "))
                        + ", but is "
                        + wireName));
  }
}
