package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A document type: its names in paths, bodies and answers, and what numbers it. */
enum DocumentKind {
  INVOICE("Invoice", DocumentGroup.INVOICES),
  INVOICE_RECEIPT("InvoiceReceipt", DocumentGroup.INVOICES),
  SIMPLIFIED_INVOICE("SimplifiedInvoice", DocumentGroup.INVOICES),
  CREDIT_NOTE("CreditNote", DocumentGroup.INVOICES),
  DEBIT_NOTE("DebitNote", DocumentGroup.INVOICES),
  RECEIPT("Receipt", DocumentGroup.INVOICES),
  QUOTE("Quote", DocumentGroup.ESTIMATES),
  PROFORMA("Proforma", DocumentGroup.ESTIMATES),
  FEES_NOTE("FeesNote", DocumentGroup.ESTIMATES),
  SHIPPING("Shipping", DocumentGroup.GUIDES),
  TRANSPORT("Transport", DocumentGroup.GUIDES),
  DEVOLUTION("Devolution", DocumentGroup.GUIDES);

  private final String className;
  private final DocumentGroup group;

  DocumentKind(String className, DocumentGroup group) {
    this.className = className;
    this.group = group;
  }

  /** The kinds that a request can create. */
  static List<DocumentKind> creatable() {
    return Arrays.stream(values()).filter(kind -> kind != RECEIPT).toList();
  }

  /** The value of {@code type} in responses. */
  String className() {
    return className;
  }

  DocumentGroup group() {
    return group;
  }

  /** The root member of responses. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The first segment of paths. */
  String path() {
    return key() + "s";
  }

  Numbering numbering() {
    return Numbering.valueOf(name());
  }

  /** Whether payments can be made on it. */
  boolean payable() {
    return this == INVOICE || this == SIMPLIFIED_INVOICE || this == DEBIT_NOTE;
  }
}
