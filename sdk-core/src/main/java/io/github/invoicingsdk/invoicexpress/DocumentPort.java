package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.error.FailedCall;
import io.github.invoicingsdk.error.NotFoundException;
import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.error.UnreadableResponse;
import io.github.invoicingsdk.internal.http.Deadline;
import io.github.invoicingsdk.internal.issuing.Comparison;
import io.github.invoicingsdk.internal.issuing.DocumentState;
import io.github.invoicingsdk.internal.issuing.IssuingPort;
import io.github.invoicingsdk.internal.plan.Plan;
import io.github.invoicingsdk.invoicexpress.api.InvoiceXpressAsyncResources;
import io.github.invoicingsdk.invoicexpress.model.Client;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentAction;
import io.github.invoicingsdk.invoicexpress.model.DocumentClient;
import io.github.invoicingsdk.invoicexpress.model.DocumentStatus;
import io.github.invoicingsdk.invoicexpress.model.StateChange;
import io.github.invoicingsdk.issuing.IssueKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The requests by which InvoiceXpress issues one document.
 *
 * @param <B> what is sent to create it
 */
final class DocumentPort<B> implements IssuingPort<Document> {

  private final IssueKey key;
  private final IssueContent<B> content;
  private final ReferenceSearch search;
  private final Function<InvoiceXpressAsyncResources, DocumentCalls<B>> calls;
  private final Function<Deadline, InvoiceXpressAsyncResources> resources;
  private final TaxTables taxes;

  /**
   * Creates a port.
   *
   * @param key which document is meant
   * @param content what it is to say
   * @param search finds it in lists
   * @param calls the operations of its type
   * @param resources the operations, none of which takes longer than a deadline allows
   * @param taxes the taxes of the account
   */
  DocumentPort(
      IssueKey key,
      IssueContent<B> content,
      ReferenceSearch search,
      Function<InvoiceXpressAsyncResources, DocumentCalls<B>> calls,
      Function<Deadline, InvoiceXpressAsyncResources> resources,
      TaxTables taxes) {
    this.key = key;
    this.content = content;
    this.search = search;
    this.calls = calls;
    this.resources = resources;
    this.taxes = taxes;
  }

  @Override
  public IssueKey key() {
    return key;
  }

  @Override
  public String digest() {
    return content.digest();
  }

  @Override
  public String uniqueId(int gone, boolean again) {
    return content.uniqueId(key.type(), gone, again);
  }

  @Override
  public boolean isListed() {
    return search.isListed();
  }

  @Override
  public Plan<List<Document>> list(Deadline deadline) {
    return search.all(() -> resources.apply(deadline).documents());
  }

  @Override
  public Plan<Optional<Document>> get(long id, Deadline deadline) {
    return Plan.request(() -> calls(deadline).get().apply(id))
        .map(Optional::of)
        .otherwise(
            failure ->
                failure instanceof NotFoundException
                    ? Plan.of(Optional.empty())
                    : Plan.failed(failure));
  }

  @Override
  public Plan<Long> create(String uniqueId, Deadline deadline) {
    return Plan.request(() -> calls(deadline).create().apply(content.toCreate(uniqueId)))
        .map(Document::id);
  }

  @Override
  public Plan<?> update(long id, Deadline deadline) {
    return Plan.request(() -> calls(deadline).update().apply(id, content.toUpdate()));
  }

  @Override
  public Plan<?> takeNumber(long id, Deadline deadline) {
    return changeState(id, DocumentAction.FINALIZE, deadline);
  }

  @Override
  public Plan<?> delete(long id, Deadline deadline) {
    return changeState(id, DocumentAction.DELETE, deadline);
  }

  @Override
  public Plan<Comparison> compare(Document document, Deadline deadline) {
    Plan<TaxTable> known = taxes.known(() -> resources.apply(deadline).taxes());
    return known.then(
        table ->
            client(document, deadline)
                .then(
                    client -> {
                      Comparison comparison = compared(document, table, client);
                      return comparison.differences().isEmpty()
                          ? Plan.of(comparison)
                          : comparedAnew(document, client, deadline);
                    }));
  }

  @Override
  public boolean isMeant(Document document) {
    return search.isMeant(document);
  }

  @Override
  public long id(Document document) {
    return document.id();
  }

  @Override
  public DocumentState state(Document document) {
    DocumentStatus status = Shown.orNull(document, Document::status);
    if (status == null) {
      throw call()
          .unreadable(UnreadableResponse.builder("the document has no status").build(), null);
    }
    if (DocumentStatus.DRAFT.equals(status)) {
      return DocumentState.DRAFT;
    }
    return DocumentStatus.CANCELED.equals(status) || DocumentStatus.DELETED.equals(status)
        ? DocumentState.GONE
        : DocumentState.NUMBERED;
  }

  @Override
  public @Nullable String number(Document document) {
    return Shown.orNull(document, Document::sequenceNumber);
  }

  @Override
  public FailedCall call() {
    return FailedCall.of(Provider.INVOICEXPRESS, IssuePlans.OPERATION);
  }

  private Plan<Document> changeState(long id, DocumentAction action, Deadline deadline) {
    StateChange change = StateChange.builder().state(action).build();
    return Plan.request(() -> calls(deadline).changeState().apply(id, change));
  }

  private DocumentCalls<B> calls(Deadline deadline) {
    return calls.apply(resources.apply(deadline));
  }

  /** The taxes may have changed since they were read, and that must not look like a difference. */
  private Plan<Comparison> comparedAnew(
      Document document, Optional<Client> client, Deadline deadline) {
    return taxes
        .read(() -> resources.apply(deadline).taxes())
        .map(table -> compared(document, table, client));
  }

  private Comparison compared(Document document, TaxTable table, Optional<Client> client) {
    return DocumentComparison.of(content.expected(), document, table, client.orElse(null));
  }

  /**
   * The client of a draft as the account knows it, if what was asked for can be seen nowhere else.
   * That of a document with a number may have changed since.
   */
  private Plan<Optional<Client>> client(Document document, Deadline deadline) {
    DocumentClient shown = Shown.orNull(document, Document::client);
    Long id = shown == null ? null : Shown.orNull(shown, DocumentClient::id);
    if (shown == null
        || id == null
        || content.expected().client().fiscalId() == null
        || state(document) != DocumentState.DRAFT) {
      return Plan.of(Optional.empty());
    }
    if (shown.fiscalId() != null && !shown.fiscalId().isBlank()) {
      return Plan.of(Optional.empty());
    }
    return Plan.request(() -> resources.apply(deadline).clients().get(id))
        .map(Optional::of)
        .otherwise(
            failure ->
                failure instanceof NotFoundException
                    ? Plan.of(Optional.empty())
                    : Plan.failed(failure));
  }
}
