package io.github.invoicingsdk.sandbox.internal.invoicexpress;

/** The document types that one list holds, and whose requests may have the same root member. */
enum DocumentGroup {
  INVOICES("invoice", "invoices"),
  ESTIMATES("quote", "estimates"),
  GUIDES("shipping", "guides");

  private final String root;
  private final String listName;

  DocumentGroup(String root, String listName) {
    this.root = root;
    this.listName = listName;
  }

  /** The root member of requests that the documents show for every type of the group. */
  String root() {
    return root;
  }

  /** The list's path without suffix, and its member in the answer. */
  String listName() {
    return listName;
  }
}
