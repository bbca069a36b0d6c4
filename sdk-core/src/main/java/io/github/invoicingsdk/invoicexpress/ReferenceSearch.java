package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.error.ApiException;
import io.github.invoicingsdk.internal.plan.Plan;
import io.github.invoicingsdk.invoicexpress.api.DocumentsApiAsync;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.EstimateListStatus;
import io.github.invoicingsdk.invoicexpress.model.EstimateListType;
import io.github.invoicingsdk.invoicexpress.model.EstimateQuery;
import io.github.invoicingsdk.invoicexpress.model.GuideListStatus;
import io.github.invoicingsdk.invoicexpress.model.GuideListType;
import io.github.invoicingsdk.invoicexpress.model.GuideQuery;
import io.github.invoicingsdk.invoicexpress.model.InvoiceListStatus;
import io.github.invoicingsdk.invoicexpress.model.InvoiceListType;
import io.github.invoicingsdk.invoicexpress.model.InvoiceQuery;
import io.github.invoicingsdk.model.OpenEnum;
import io.github.invoicingsdk.result.AsyncPaged;
import io.github.invoicingsdk.result.Page;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds all documents of one type and reference in the provider's lists. The provider requires
 * types and statuses, so all that it documents are sent. For one call of {@code issue}.
 */
final class ReferenceSearch {

  /** What clients are known to ask for. */
  private static final int USUAL_PAGE = 100;

  /** No maximum is documented; a smaller page costs more requests and nothing else. */
  private static final int LARGE_PAGE = 5000;

  private static final Set<String> LISTED = listed();

  private final DocumentType type;
  private final String reference;
  private final Function<DocumentsApiAsync, AsyncPaged<Document>> list;

  /** Whether more documents than usual hold the reference in one of their texts. */
  private boolean crowded;

  private ReferenceSearch(
      DocumentType type, String reference, Function<DocumentsApiAsync, AsyncPaged<Document>> list) {
    this.type = type;
    this.reference = reference;
    this.list = list;
  }

  static ReferenceSearch ofInvoices(DocumentType type, String reference) {
    InvoiceQuery query =
        InvoiceQuery.builder()
            .types(InvoiceListType.values())
            .statuses(InvoiceListStatus.values())
            .nonArchived(true)
            .archived(true)
            .reference(reference)
            .build();
    return new ReferenceSearch(type, reference, documents -> documents.listInvoices(query));
  }

  static ReferenceSearch ofEstimates(DocumentType type, String reference) {
    EstimateQuery query =
        EstimateQuery.builder()
            .types(EstimateListType.values())
            .statuses(EstimateListStatus.values())
            .nonArchived(true)
            .archived(true)
            .text(reference)
            .build();
    return new ReferenceSearch(type, reference, documents -> documents.listEstimates(query));
  }

  static ReferenceSearch ofGuides(DocumentType type, String reference) {
    GuideQuery query =
        GuideQuery.builder()
            .types(GuideListType.values())
            .statuses(GuideListStatus.values())
            .nonArchived(true)
            .archived(true)
            .text(reference)
            .build();
    return new ReferenceSearch(type, reference, documents -> documents.listGuides(query));
  }

  /** Whether documents of the type stand in a list at all. */
  boolean isListed() {
    return LISTED.contains(type.value());
  }

  /** Whether a document is of the type and has the reference. */
  boolean isMeant(Document document) {
    DocumentType shown = Shown.orNull(document, Document::type);
    return reference.equals(document.reference()) && (shown == null || type.equals(shown));
  }

  /** All documents of the type and reference. */
  Plan<List<Document>> all(Supplier<DocumentsApiAsync> documents) {
    Plan<List<Document>> found =
        crowded
            ? whole(documents)
            : Plan.request(() -> usual(documents).page(1)).then(page -> rest(documents, page));
    return found.map(listed -> listed.stream().filter(this::isMeant).toList());
  }

  private Plan<List<Document>> rest(Supplier<DocumentsApiAsync> documents, Page<Document> page) {
    long total = page.totalItems().orElse(-1);
    if (total == page.items().size()) {
      return Plan.of(page.items());
    }
    crowded = total > USUAL_PAGE;
    return whole(documents);
  }

  /** The whole list, whose reading fails if it does not fit the total. */
  private Plan<List<Document>> whole(Supplier<DocumentsApiAsync> documents) {
    Plan<List<Document>> usual = Plan.request(() -> usual(documents).toList());
    return crowded
        ? Plan.request(() -> list.apply(documents.get()).withPageSize(LARGE_PAGE).toList())
            .otherwise(failure -> failure instanceof ApiException ? usual : Plan.failed(failure))
        : usual;
  }

  private AsyncPaged<Document> usual(Supplier<DocumentsApiAsync> documents) {
    return list.apply(documents.get()).withPageSize(USUAL_PAGE);
  }

  private static Set<String> listed() {
    Stream<OpenEnum<String>> types =
        Stream.of(InvoiceListType.values(), EstimateListType.values(), GuideListType.values())
            .flatMap(List::stream);
    return types.map(OpenEnum::value).collect(Collectors.toUnmodifiableSet());
  }
}
