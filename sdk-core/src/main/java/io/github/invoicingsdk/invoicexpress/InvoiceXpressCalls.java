package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.internal.client.ClientRuntime;
import io.github.invoicingsdk.internal.client.ClientShell;
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

/** What the client does with several requests of InvoiceXpress. Immutable and thread-safe. */
abstract class InvoiceXpressCalls extends ClientShell<InvoiceXpressClient, InvoiceXpressAsyncClient>
    implements DocumentIssuing, SequenceRegistration {

  InvoiceXpressCalls(ClientRuntime runtime) {
    super(runtime);
  }

  @Override
  public RegistrationResult ensureRegistered(long sequenceId, Duration atMost) {
    ComposedCalls calls = runtime().composed();
    return calls.run(
        SequenceRegistrar.REGISTER,
        new SequenceRegistrar(calls).ensureRegistered(sequenceId, atMost));
  }

  @Override
  public RegistrationResult retryRegistration(PartiallyRegistered partial, Duration atMost) {
    ComposedCalls calls = runtime().composed();
    return calls.run(
        SequenceRegistrar.REGISTER,
        new SequenceRegistrar(calls)
            .retryRegistration(Objects.requireNonNull(partial, "partial"), atMost));
  }

  @Override
  public CreationResult ensureCreated(NewSequence sequence, Duration atMost) {
    ComposedCalls calls = runtime().composed();
    return calls.run(
        SequenceRegistrar.CREATE,
        new SequenceRegistrar(calls)
            .ensureCreated(Objects.requireNonNull(sequence, "sequence"), atMost));
  }

  @Override
  public Document issue(
      DocumentType type, Sequence sequence, InvoiceDraft draft, IssueOptions options) {
    return issued(plans().invoice(type, sequence, draft, options));
  }

  @Override
  public IssueResult<Document> tryIssue(
      DocumentType type, Sequence sequence, InvoiceDraft draft, IssueOptions options) {
    return tried(plans().invoice(type, sequence, draft, options));
  }

  @Override
  public Document issue(
      DocumentType type, Sequence sequence, EstimateDraft draft, IssueOptions options) {
    return issued(plans().estimate(type, sequence, draft, options));
  }

  @Override
  public IssueResult<Document> tryIssue(
      DocumentType type, Sequence sequence, EstimateDraft draft, IssueOptions options) {
    return tried(plans().estimate(type, sequence, draft, options));
  }

  @Override
  public Document issue(
      DocumentType type, Sequence sequence, GuideDraft draft, IssueOptions options) {
    return issued(plans().guide(type, sequence, draft, options));
  }

  @Override
  public IssueResult<Document> tryIssue(
      DocumentType type, Sequence sequence, GuideDraft draft, IssueOptions options) {
    return tried(plans().guide(type, sequence, draft, options));
  }

  private IssuePlans plans() {
    return runtime().profile(InvoiceXpressProfile.class).plans();
  }

  private Document issued(IssuePlans.Issue issue) {
    ComposedCalls composed = runtime().composed();
    return composed.run(IssuePlans.OPERATION, planned(issue, composed).numberedOrThrown());
  }

  private IssueResult<Document> tried(IssuePlans.Issue issue) {
    ComposedCalls composed = runtime().composed();
    return composed.run(IssuePlans.OPERATION, planned(issue, composed).plan());
  }

  private static IssuePlans.Planned planned(IssuePlans.Issue issue, ComposedCalls composed) {
    return issue.plan(composed, composed.within(DefaultInvoiceXpressAsyncClient::new));
  }
}
