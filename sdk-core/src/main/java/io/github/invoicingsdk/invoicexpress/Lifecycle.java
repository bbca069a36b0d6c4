package io.github.invoicingsdk.invoicexpress;

import static io.github.invoicingsdk.invoicexpress.model.DocumentAction.ACCEPT;
import static io.github.invoicingsdk.invoicexpress.model.DocumentAction.CANCEL;
import static io.github.invoicingsdk.invoicexpress.model.DocumentAction.DELETE;
import static io.github.invoicingsdk.invoicexpress.model.DocumentAction.FINALIZE;
import static io.github.invoicingsdk.invoicexpress.model.DocumentAction.REFUSE;
import static io.github.invoicingsdk.invoicexpress.model.DocumentAction.SETTLE;
import static io.github.invoicingsdk.invoicexpress.model.DocumentAction.UNSETTLE;
import static io.github.invoicingsdk.invoicexpress.model.DocumentStatus.ACCEPTED;
import static io.github.invoicingsdk.invoicexpress.model.DocumentStatus.DRAFT;
import static io.github.invoicingsdk.invoicexpress.model.DocumentStatus.FINAL;
import static io.github.invoicingsdk.invoicexpress.model.DocumentStatus.REFUSED;
import static io.github.invoicingsdk.invoicexpress.model.DocumentStatus.SETTLED;

import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentAction;
import io.github.invoicingsdk.invoicexpress.model.DocumentStatus;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What can happen to a document of a type in each of its states, as the provider documents it.
 *
 * <pre>{@code
 * Lifecycle.of(DocumentType.INVOICE).actions(DocumentStatus.FINAL); // settle, cancel
 * }</pre>
 *
 * <p>The provider has the last word: it refuses with a {@code 422} what it does not allow. The
 * source is the descriptions of changeInvoiceState, changeEstimateState and changeGuideState in the
 * provider's OpenAPI description 2.0.0. Immutable and thread-safe.
 */
public final class Lifecycle {

  private static final Lifecycle INVOICES =
      new Lifecycle(Map.of(DRAFT, Set.of(FINALIZE, DELETE), FINAL, Set.of(SETTLE, CANCEL)));

  /** Finalising settles them, and what is settled can still be cancelled. */
  private static final Lifecycle INVOICE_RECEIPTS =
      new Lifecycle(
          Map.of(
              DRAFT, Set.of(FINALIZE, DELETE),
              FINAL, Set.of(SETTLE, CANCEL),
              SETTLED, Set.of(CANCEL)));

  private static final Lifecycle NOTES =
      new Lifecycle(
          Map.of(
              DRAFT, Set.of(FINALIZE, DELETE),
              FINAL, Set.of(SETTLE, CANCEL),
              SETTLED, Set.of(UNSETTLE)));

  private static final Lifecycle ESTIMATES =
      new Lifecycle(
          Map.of(
              DRAFT, Set.of(FINALIZE, DELETE),
              FINAL, Set.of(ACCEPT, REFUSE, CANCEL),
              ACCEPTED, Set.of(REFUSE, CANCEL),
              REFUSED, Set.of(ACCEPT, CANCEL)));

  private static final Lifecycle GUIDES =
      new Lifecycle(Map.of(DRAFT, Set.of(FINALIZE, DELETE), FINAL, Set.of(CANCEL)));

  /** Receipts come into being with payments, already numbered. */
  private static final Lifecycle RECEIPTS =
      new Lifecycle(Map.of(FINAL, Set.of(CANCEL), SETTLED, Set.of(CANCEL)));

  private static final Lifecycle UNKNOWN = new Lifecycle(Map.of());

  private final Map<DocumentStatus, Set<DocumentAction>> actions;

  private Lifecycle(Map<DocumentStatus, Set<DocumentAction>> actions) {
    this.actions = actions;
  }

  /**
   * The lifecycle of documents of a type.
   *
   * @param type the type
   * @return its lifecycle; one without any action for a type of which nothing is documented
   */
  public static Lifecycle of(DocumentType type) {
    return switch (Objects.requireNonNull(type, "type").known()) {
      case INVOICE, SIMPLIFIED_INVOICE -> INVOICES;
      case INVOICE_RECEIPT -> INVOICE_RECEIPTS;
      case CREDIT_NOTE, DEBIT_NOTE -> NOTES;
      case QUOTE, PROFORMA, FEES_NOTE -> ESTIMATES;
      case SHIPPING, TRANSPORT, DEVOLUTION -> GUIDES;
      case RECEIPT -> RECEIPTS;
      default -> UNKNOWN;
    };
  }

  /**
   * What can happen to a document as it is now.
   *
   * @param document a document as the provider answered it
   * @return the actions; none when its type or state is not known
   */
  public static Set<DocumentAction> actions(Document document) {
    Objects.requireNonNull(document, "document");
    DocumentType type = Shown.orNull(document, Document::type);
    DocumentStatus status = Shown.orNull(document, Document::status);
    return type == null || status == null ? Set.of() : of(type).actions(status);
  }

  /**
   * What can happen to a document in a state.
   *
   * @param status the state
   * @return the actions, in no particular order; cannot be changed
   */
  public Set<DocumentAction> actions(DocumentStatus status) {
    return actions.getOrDefault(Objects.requireNonNull(status, "status"), Set.of());
  }

  /**
   * Whether something can happen to a document in a state.
   *
   * @param status the state
   * @param action what is to happen
   * @return whether it can
   */
  public boolean allows(DocumentStatus status, DocumentAction action) {
    return actions(status).contains(Objects.requireNonNull(action, "action"));
  }
}
