package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.invoicexpress.model.Document;
import java.util.List;
import java.util.Objects;

/**
 * What became of issuing a document.
 *
 * <pre>{@code
 * Issuance issuance = client.issue(DocumentType.INVOICE, sequence, draft);
 * if (issuance instanceof Issuance.TaxDiffers differs) {
 *   throw new IllegalStateException("check the names of the taxes: " + differs.differences());
 * }
 * store(issuance.document().sequenceNumber(), issuance.document().atcud());
 * }</pre>
 */
public sealed interface Issuance {

  /**
   * The document.
   *
   * @return the document as it is now
   */
  Document document();

  /**
   * The document was finalised by this call: it has a number, and an ATCUD where the law asks for
   * one.
   *
   * @param document the document
   */
  record Issued(Document document) implements Issuance {
    /**
     * Creates the result.
     *
     * @param document the document
     */
    public Issued {
      Objects.requireNonNull(document, "document");
    }
  }

  /**
   * There was a document of that type and reference with a number already; nothing was changed.
   *
   * @param document the document
   */
  record Existed(Document document) implements Issuance {
    /**
     * Creates the result.
     *
     * @param document the document
     */
    public Existed {
      Objects.requireNonNull(document, "document");
    }
  }

  /**
   * The draft does not have the taxes that were asked for, so that it was not finalised. It is
   * still there: change it with {@code update}, or delete it, and issue again.
   *
   * @param document the draft
   * @param differences the lines that differ; at least one
   */
  record TaxDiffers(Document document, List<TaxDifference> differences) implements Issuance {
    /**
     * Creates the result.
     *
     * @param document the draft
     * @param differences the lines that differ
     */
    public TaxDiffers {
      Objects.requireNonNull(document, "document");
      differences = List.copyOf(differences);
    }
  }
}
