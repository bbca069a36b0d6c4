package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.internal.call.AsyncEngine;
import io.github.invoicingsdk.internal.client.ClientRuntime;
import io.github.invoicingsdk.internal.client.ComposedCalls;
import io.github.invoicingsdk.invoicexpress.api.InvoiceXpressAsyncResources;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.EstimateDraft;
import io.github.invoicingsdk.invoicexpress.model.GuideDraft;
import io.github.invoicingsdk.invoicexpress.model.InvoiceDraft;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.issuing.IssueOptions;
import io.github.invoicingsdk.issuing.IssueResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The operations of {@link InvoiceXpressClient} for callers that do not wait: each returns a {@link
 * java.util.concurrent.CompletableFuture}.
 *
 * <pre>{@code
 * client.async().sequences().register(146090)
 *     .thenAccept(sequence -> System.out.println(sequence.serie()))
 *     .exceptionally(failure -> { ... });
 * }</pre>
 *
 * <p>A future fails with what the blocking operation throws; arguments that are not allowed are
 * refused at once, by an exception and not by the future. Cancelling a future, or completing it in
 * another way such as by {@code orTimeout}, ends the call, whatever stage it is in. That says
 * nothing about whether a write was carried out.
 *
 * <p>Immutable and thread-safe. It is a view of its client and is closed with it.
 */
public final class InvoiceXpressAsyncClient extends InvoiceXpressAsyncResources
    implements AsyncDocumentIssuing {

  private final ClientRuntime runtime;
  private final AsyncEngine engine;
  private final @Nullable Executor executor;
  private final IssuePlans plans;

  InvoiceXpressAsyncClient(ClientRuntime runtime, @Nullable Executor executor, IssuePlans plans) {
    this.runtime = runtime;
    this.engine = runtime.async(executor);
    this.executor = executor;
    this.plans = plans;
  }

  @Override
  public CompletableFuture<Document> issue(
      DocumentType type, Sequence sequence, InvoiceDraft draft, IssueOptions options) {
    return issued(plans.invoice(type, sequence, draft, options));
  }

  @Override
  public CompletableFuture<IssueResult<Document>> tryIssue(
      DocumentType type, Sequence sequence, InvoiceDraft draft, IssueOptions options) {
    return tried(plans.invoice(type, sequence, draft, options));
  }

  @Override
  public CompletableFuture<Document> issue(
      DocumentType type, Sequence sequence, EstimateDraft draft, IssueOptions options) {
    return issued(plans.estimate(type, sequence, draft, options));
  }

  @Override
  public CompletableFuture<IssueResult<Document>> tryIssue(
      DocumentType type, Sequence sequence, EstimateDraft draft, IssueOptions options) {
    return tried(plans.estimate(type, sequence, draft, options));
  }

  @Override
  public CompletableFuture<Document> issue(
      DocumentType type, Sequence sequence, GuideDraft draft, IssueOptions options) {
    return issued(plans.guide(type, sequence, draft, options));
  }

  @Override
  public CompletableFuture<IssueResult<Document>> tryIssue(
      DocumentType type, Sequence sequence, GuideDraft draft, IssueOptions options) {
    return tried(plans.guide(type, sequence, draft, options));
  }

  @Override
  protected <T> T resource(Class<T> type) {
    return engine.resource(type);
  }

  @Override
  public String toString() {
    return "InvoiceXpressAsyncClient{" + runtime.baseUrl() + "}";
  }

  private CompletableFuture<Document> issued(IssuePlans.Issue issue) {
    ComposedCalls composed = runtime.composedAsync(executor);
    return composed.start(IssuePlans.OPERATION, planned(issue, composed).numberedOrThrown());
  }

  private CompletableFuture<IssueResult<Document>> tried(IssuePlans.Issue issue) {
    ComposedCalls composed = runtime.composedAsync(executor);
    return composed.start(IssuePlans.OPERATION, planned(issue, composed).plan());
  }

  private static IssuePlans.Planned planned(IssuePlans.Issue issue, ComposedCalls composed) {
    return issue.plan(composed, deadline -> new AsyncResources(composed.within(deadline)));
  }
}
