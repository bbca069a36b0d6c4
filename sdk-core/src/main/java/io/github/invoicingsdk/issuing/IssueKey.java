package io.github.invoicingsdk.issuing;

import java.util.Objects;

/**
 * What tells one document from all others that an account issues: no two documents of a type may
 * have the same reference.
 *
 * <p>Immutable and thread-safe.
 *
 * @param account the account and its provider, without secrets, such as {@code
 *     invoicexpress:acme.app.invoicexpress.com}
 * @param type the type of the document, as the provider names it, such as {@code Invoice}
 * @param reference the reference that the caller gave the document, such as the number of an order
 */
public record IssueKey(String account, String type, String reference) {

  /**
   * Creates a key.
   *
   * @param account the account and its provider
   * @param type the type of the document
   * @param reference the reference of the document
   * @throws NullPointerException if an argument is null
   */
  public IssueKey {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(reference, "reference");
  }
}
