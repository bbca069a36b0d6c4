package io.github.invoicingsdk.internal.issuing;

import io.github.invoicingsdk.error.FailedCall;
import io.github.invoicingsdk.issuing.Difference;
import io.github.invoicingsdk.issuing.IssueKey;
import io.github.invoicingsdk.issuing.IssueResult;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Makes of the results of issuing what cannot be misread: the document with its number, or an
 * exception.
 *
 * @param <D> the provider's document
 * @param call the call that exceptions are about
 * @param key which document was meant
 * @param id the provider's id of a document
 */
public record NumberedOrThrown<D>(FailedCall call, IssueKey key, ToLongFunction<D> id) {

  /**
   * The document with its number.
   *
   * @throws io.github.invoicingsdk.error.NotIssuedException if a draft was left without one
   * @throws io.github.invoicingsdk.error.DocumentConflictException if what has a number is not, or
   *     not only, what was asked for
   */
  public D of(IssueResult<D> result) {
    if (result instanceof IssueResult.Issued<D> issued) {
      return issued.document();
    }
    if (result instanceof IssueResult.Existed<D> existed) {
      return existed.document();
    }
    throw exception(result);
  }

  private RuntimeException exception(IssueResult<D> result) {
    if (result instanceof IssueResult.DraftDiffers<D> differs) {
      return notIssued(
          id.applyAsLong(differs.draft()),
          " is not what was asked for: " + text(differs.differences()),
          differs.differences(),
          List.of());
    }
    if (result instanceof IssueResult.NotVisible<D> hidden) {
      return notIssued(
          id.applyAsLong(hidden.draft()),
          " cannot be compared with what was asked for, since the provider does not show "
              + String.join(", ", hidden.properties()),
          List.of(),
          hidden.properties());
    }
    if (result instanceof IssueResult.NotListed<D> notListed) {
      return notIssued(
          notListed.draftId(),
          " is not in the provider's list yet, which therefore does not tell whether there are"
              + " others of that reference; issue again later, or use a durable journal",
          List.of(),
          List.of());
    }
    if (result instanceof IssueResult.NumberedDiffers<D> differs) {
      long document = id.applyAsLong(differs.document());
      return call.documentConflict(
          named(document)
              + " has a number and is not what was asked for: "
              + text(differs.differences()),
          List.of(document),
          differs.differences());
    }
    List<Long> ids =
        ((IssueResult.Doubled<D>) result).documents().stream().map(id::applyAsLong).toList();
    return call.documentConflict(
        "several documents have numbers under the reference \""
            + key.reference()
            + "\": "
            + ids
            + "; keep one and take back the others with credit notes",
        ids,
        List.of());
  }

  private RuntimeException notIssued(
      long draft, String problem, List<Difference> differences, List<String> notVisible) {
    return call.notIssued(
        "no number was taken: draft " + draft + " of \"" + key.reference() + "\"" + problem,
        draft,
        differences,
        notVisible);
  }

  private String named(long document) {
    return "document " + document + " of \"" + key.reference() + "\"";
  }

  private static String text(List<Difference> differences) {
    return differences.stream().map(Difference::toString).collect(Collectors.joining("; "));
  }
}
