package io.github.invoicingsdk.invoicexpress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.error.InvalidRequestException;
import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentAction;
import io.github.invoicingsdk.invoicexpress.model.DocumentStatus;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.StateChange;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of what can happen to documents, beside what the sandbox lets happen. */
class LifecycleTest {

  /** The actions that lead to a state, from a draft on. */
  private static final Map<DocumentStatus, List<DocumentAction>> WAYS =
      Map.of(
          DocumentStatus.DRAFT, List.of(),
          DocumentStatus.FINAL, List.of(DocumentAction.FINALIZE),
          DocumentStatus.SETTLED, List.of(DocumentAction.FINALIZE, DocumentAction.SETTLE),
          DocumentStatus.ACCEPTED, List.of(DocumentAction.FINALIZE, DocumentAction.ACCEPT),
          DocumentStatus.REFUSED, List.of(DocumentAction.FINALIZE, DocumentAction.REFUSE),
          DocumentStatus.CANCELED, List.of(DocumentAction.FINALIZE, DocumentAction.CANCEL));

  private final Sandbox sandbox = Sandbox.start();
  private final InvoiceXpressClient client =
      InvoiceXpressClient.builder()
          .baseUrl(sandbox.invoiceXpressUrl())
          .apiKey(sandbox.invoiceXpressApiKey())
          .options(StubClients.ONCE)
          .unlimitedRate()
          .build();

  @BeforeEach
  void allowAll() {
    sandbox.invoiceXpress().rateLimit().allowAll();
  }

  @AfterEach
  void close() {
    client.close();
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Invoice",
        "InvoiceReceipt",
        "SimplifiedInvoice",
        "CreditNote",
        "DebitNote",
        "Quote",
        "Proforma",
        "FeesNote",
        "Shipping",
        "Transport",
        "Devolution"
      })
  void what_the_table_allows_is_what_can_be_done(String name) {
    DocumentType type = DocumentType.of(name);
    Set<DocumentStatus> reached = new HashSet<>();
    WAYS.forEach(
        (status, way) -> {
          for (DocumentAction action : DocumentAction.values()) {
            Document document = create(type);
            if (!way.stream().allMatch(step -> happens(type, document, step))) {
              continue;
            }
            DocumentStatus now = status(type, document);
            reached.add(now);
            boolean allowed = Lifecycle.of(type).allows(now, action);

            assertThat(happens(type, document, action))
                .as("%s of a %s that is %s", action, type, now)
                .isEqualTo(allowed);
          }
        });

    assertThat(reached).contains(DocumentStatus.DRAFT, DocumentStatus.CANCELED);
  }

  @Test
  void nothing_is_known_to_happen_to_a_type_or_state_that_is_not_known() {
    assertThat(Lifecycle.actions(Document.builder().id(1).build())).isEmpty();
    assertThat(
            Lifecycle.actions(
                Document.builder()
                    .id(1)
                    .type(DocumentType.INVOICE)
                    .status(DocumentStatus.of("novel"))
                    .build()))
        .isEmpty();
    assertThat(Lifecycle.of(DocumentType.of("Novelty")).actions(DocumentStatus.DRAFT)).isEmpty();
    assertThat(
            Lifecycle.actions(
                Document.builder()
                    .id(1)
                    .type(DocumentType.RECEIPT)
                    .status(DocumentStatus.FINAL)
                    .build()))
        .containsExactly(DocumentAction.CANCEL);
  }

  @Test
  void a_numbering_is_found_by_the_type_of_the_document() {
    Numberings numberings = Numberings.of(client.sequences().get(146090));

    assertThat(numberings.sequenceIdFor(DocumentType.INVOICE)).isEqualTo(146090);
    assertThat(numberings.sequenceIdFor(DocumentType.SIMPLIFIED_INVOICE)).isEqualTo(146091);
    assertThat(numberings.sequenceIdFor(DocumentType.VAT_MOSS_CREDIT_NOTE)).isEqualTo(146098);
  }

  private Document create(DocumentType type) {
    return switch (type.known()) {
      case QUOTE, PROFORMA, FEES_NOTE ->
          DocumentCalls.ofEstimates(client.async(), type)
              .create()
              .apply(Drafts.estimate("a"))
              .join();
      case SHIPPING, TRANSPORT, DEVOLUTION ->
          DocumentCalls.ofGuides(client.async(), type).create().apply(Drafts.guide("a")).join();
      default ->
          DocumentCalls.ofInvoices(client.async(), type).create().apply(Drafts.invoice("a")).join();
    };
  }

  private DocumentStatus status(DocumentType type, Document document) {
    return Objects.requireNonNull(calls(type).get().apply(id(document)).join().status());
  }

  private boolean happens(DocumentType type, Document document, DocumentAction action) {
    try {
      StateChange change = StateChange.builder().state(action).message("wrong").build();
      calls(type).changeState().apply(id(document), change).join();
      return true;
    } catch (CompletionException failure) {
      assertThat(failure).hasCauseInstanceOf(InvalidRequestException.class);
      return false;
    }
  }

  private DocumentCalls<?> calls(DocumentType type) {
    return switch (type.known()) {
      case QUOTE, PROFORMA, FEES_NOTE -> DocumentCalls.ofEstimates(client.async(), type);
      case SHIPPING, TRANSPORT, DEVOLUTION -> DocumentCalls.ofGuides(client.async(), type);
      default -> DocumentCalls.ofInvoices(client.async(), type);
    };
  }

  private static long id(Document document) {
    return Objects.requireNonNull(document.id());
  }
}
