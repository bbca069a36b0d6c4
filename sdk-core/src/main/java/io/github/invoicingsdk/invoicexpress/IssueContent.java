package io.github.invoicingsdk.invoicexpress;

import com.google.gson.TypeAdapter;
import io.github.invoicingsdk.internal.digest.TextDigest;
import io.github.invoicingsdk.invoicexpress.model.EstimateDraft;
import io.github.invoicingsdk.invoicexpress.model.GuideDraft;
import io.github.invoicingsdk.invoicexpress.model.InvoiceDraft;
import io.github.invoicingsdk.invoicexpress.model.InvoiceXpressModels;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a document is to say: as it is sent, as it is compared, and as a digest.
 *
 * @param <B> what is sent
 * @param toUpdate what is sent to change a draft
 * @param withUniqueId what is sent to create one, with a unique id
 * @param givenUniqueId the unique id that the caller gave; null if it gave none
 * @param expected what is compared
 * @param digest a digest of all of it
 */
record IssueContent<B>(
    B toUpdate,
    BiFunction<B, String, B> withUniqueId,
    @Nullable String givenUniqueId,
    ExpectedDocument expected,
    String digest) {

  static IssueContent<InvoiceDraft> of(
      InvoiceDraft draft, String reference, DocumentNumbering numbering) {
    InvoiceDraft sent = draft.toBuilder().sequenceId(numbering.sequenceId().orElseThrow()).build();
    return new IssueContent<>(
        sent,
        (body, uniqueId) -> body.toBuilder().proprietaryUid(uniqueId).build(),
        draft.proprietaryUid(),
        ExpectedDocument.of(sent, reference, numbering),
        digest(InvoiceDraft.class, sent));
  }

  static IssueContent<EstimateDraft> of(
      EstimateDraft draft, String reference, DocumentNumbering numbering) {
    EstimateDraft sent = draft.toBuilder().sequenceId(numbering.sequenceId().orElseThrow()).build();
    return new IssueContent<>(
        sent,
        (body, uniqueId) -> body,
        null,
        ExpectedDocument.of(sent, reference, numbering),
        digest(EstimateDraft.class, sent));
  }

  static IssueContent<GuideDraft> of(
      GuideDraft draft, String reference, DocumentNumbering numbering) {
    GuideDraft sent = draft.toBuilder().sequenceId(numbering.sequenceId().orElseThrow()).build();
    return new IssueContent<>(
        sent,
        (body, uniqueId) -> body,
        null,
        ExpectedDocument.of(sent, reference, numbering),
        digest(GuideDraft.class, sent));
  }

  B toCreate(String uniqueId) {
    return withUniqueId.apply(toUpdate, uniqueId);
  }

  /**
   * The same for everybody who issues the same document, so that the provider refuses a second
   * creation while the first one runs; another one after that document was cancelled. A creation
   * that may have got lost must not keep its successor away, if the provider remembers ids.
   */
  String uniqueId(String type, int gone, boolean again) {
    if (givenUniqueId != null) {
      return givenUniqueId;
    }
    if (again) {
      return UUID.randomUUID().toString();
    }
    String identity = String.join("\n", type, expected.reference(), Integer.toString(gone));
    return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static <B> String digest(Class<B> type, B sent) {
    TypeAdapter<B> adapter =
        Objects.requireNonNull(InvoiceXpressModels.REGISTRY.adapter(type), type::getName);
    return TextDigest.of(adapter.toJson(sent));
  }
}
