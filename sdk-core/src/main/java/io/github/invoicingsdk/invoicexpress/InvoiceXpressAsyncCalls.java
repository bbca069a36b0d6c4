package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.internal.client.AsyncClientShell;
import io.github.invoicingsdk.internal.client.ClientRuntime;
import io.github.invoicingsdk.internal.client.ComposedCalls;
import io.github.invoicingsdk.invoicexpress.RegistrationResult.PartiallyRegistered;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.EstimateDraft;
import io.github.invoicingsdk.invoicexpress.model.GuideDraft;
import io.github.invoicingsdk.invoicexpress.model.InvoiceDraft;
import io.github.invoicingsdk.invoicexpress.model.NewSequence;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.issuing.IssueOptions;
import io.github.invoicingsdk.issuing.IssueResult;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What the asynchronous client does with several requests. Immutable and thread-safe. */
abstract class InvoiceXpressAsyncCalls extends AsyncClientShell
    implements AsyncDocumentIssuing, AsyncSequenceRegistration {

  InvoiceXpressAsyncCalls(ClientRuntime runtime, @Nullable Executor executor) {
    super(runtime, executor);
  }

  @Override
  public CompletableFuture<Document> issue(
      DocumentType type, Sequence sequence, InvoiceDraft draft, IssueOptions options) {
    return issued(plans().invoice(type, sequence, draft, options));
  }

  @Override
  public CompletableFuture<IssueResult<Document>> tryIssue(
      DocumentType type, Sequence sequence, InvoiceDraft draft, IssueOptions options) {
    return tried(plans().invoice(type, sequence, draft, options));
  }

  @Override
  public CompletableFuture<Document> issue(
      DocumentType type, Sequence sequence, EstimateDraft draft, IssueOptions options) {
    return issued(plans().estimate(type, sequence, draft, options));
  }

  @Override
  public CompletableFuture<IssueResult<Document>> tryIssue(
      DocumentType type, Sequence sequence, EstimateDraft draft, IssueOptions options) {
    return tried(plans().estimate(type, sequence, draft, options));
  }

  @Override
  public CompletableFuture<Document> issue(
      DocumentType type, Sequence sequence, GuideDraft draft, IssueOptions options) {
    return issued(plans().guide(type, sequence, draft, options));
  }

  @Override
  public CompletableFuture<IssueResult<Document>> tryIssue(
      DocumentType type, Sequence sequence, GuideDraft draft, IssueOptions options) {
    return tried(plans().guide(type, sequence, draft, options));
  }

  @Override
  public CompletableFuture<RegistrationResult> ensureRegistered(long sequenceId, Duration atMost) {
    ComposedCalls calls = composed();
    return calls.start(
        SequenceRegistrar.REGISTER,
        new SequenceRegistrar(calls).ensureRegistered(sequenceId, atMost));
  }

  @Override
  public CompletableFuture<RegistrationResult> retryRegistration(
      PartiallyRegistered partial, Duration atMost) {
    ComposedCalls calls = composed();
    return calls.start(
        SequenceRegistrar.REGISTER,
        new SequenceRegistrar(calls)
            .retryRegistration(Objects.requireNonNull(partial, "partial"), atMost));
  }

  @Override
  public CompletableFuture<CreationResult> ensureCreated(NewSequence sequence, Duration atMost) {
    ComposedCalls calls = composed();
    return calls.start(
        SequenceRegistrar.CREATE,
        new SequenceRegistrar(calls)
            .ensureCreated(Objects.requireNonNull(sequence, "sequence"), atMost));
  }

  private IssuePlans plans() {
    return runtime().profile(InvoiceXpressProfile.class).plans();
  }

  private CompletableFuture<Document> issued(IssuePlans.Issue issue) {
    ComposedCalls composed = composed();
    return composed.start(IssuePlans.OPERATION, planned(issue, composed).numberedOrThrown());
  }

  private CompletableFuture<IssueResult<Document>> tried(IssuePlans.Issue issue) {
    ComposedCalls composed = composed();
    return composed.start(IssuePlans.OPERATION, planned(issue, composed).plan());
  }

  private static IssuePlans.Planned planned(IssuePlans.Issue issue, ComposedCalls composed) {
    return issue.plan(composed, composed.within(DefaultInvoiceXpressAsyncClient::new));
  }
}
