package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import java.util.Set;

/** The document types that one list holds, and whose requests may have the same root member. */
enum DocumentGroup {
  INVOICES(
      "invoice",
      "invoices",
      "Invoice InvoiceReceipt CreditNote DebitNote Receipt CashInvoice",
      "draft sent settled canceled second_copy deleted"),
  ESTIMATES(
      "quote",
      "estimates",
      "Quote Proforma FeesNote",
      "draft sent accepted refused canceled deleted"),
  GUIDES("shipping", "guides", "Shipping Transport Devolution", "draft sent canceled second_copy");

  private final String root;
  private final String listName;
  private final String listedTypes;
  private final String listedStatuses;

  DocumentGroup(String root, String listName, String listedTypes, String listedStatuses) {
    this.root = root;
    this.listName = listName;
    this.listedTypes = listedTypes;
    this.listedStatuses = listedStatuses;
  }

  /** The root member of requests that the documents show for every type of the group. */
  String root() {
    return root;
  }

  /** The list's path without suffix, and its member in the response. */
  String listName() {
    return listName;
  }

  /** The documented values of {@code type[]}, which leave some types of the group out. */
  Set<String> listedTypes() {
    return Set.of(listedTypes.split(" ", -1));
  }

  /** The documented values of {@code status[]}, which call a final document a sent one. */
  Set<String> listedStatuses() {
    return Set.of(listedStatuses.split(" ", -1));
  }
}
