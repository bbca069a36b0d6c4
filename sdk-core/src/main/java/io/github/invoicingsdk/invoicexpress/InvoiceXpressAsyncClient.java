package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.AsyncDownload;
import io.github.invoicingsdk.internal.call.AsyncEngine;
import io.github.invoicingsdk.internal.client.ClientRuntime;
import io.github.invoicingsdk.internal.client.ComposedCalls;
import io.github.invoicingsdk.invoicexpress.RegistrationResult.PartiallyRegistered;
import io.github.invoicingsdk.invoicexpress.api.InvoiceXpressAsyncResources;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.EstimateDraft;
import io.github.invoicingsdk.invoicexpress.model.GuideDraft;
import io.github.invoicingsdk.invoicexpress.model.InvoiceDraft;
import io.github.invoicingsdk.invoicexpress.model.NewSequence;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.issuing.IssueOptions;
import io.github.invoicingsdk.issuing.IssueResult;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The operations of {@link InvoiceXpressClient} for callers that do not wait: each returns a {@link
 * java.util.concurrent.CompletableFuture}.
 *
 * <pre>{@code
 * client.async().ensureRegistered(146090)
 *     .thenAccept(registration -> System.out.println(registration))
 *     .exceptionally(failure -> { ... });
 * }</pre>
 *
 * <p>A future fails with what the blocking operation throws; arguments that are not allowed are
 * refused at once, by an exception and not by the future. Cancelling a future, or completing it in
 * another way such as by {@code orTimeout}, ends the call, whatever stage it is in: the request
 * under way is cancelled, and none follows. That says nothing about whether a write was carried
 * out.
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

  /**
   * Makes sure that a sequence is registered with the Tax Authority, as {@link
   * InvoiceXpressClient#ensureRegistered(long)} does.
   *
   * @param sequenceId the id of the sequence
   * @return what became of it
   */
  public CompletableFuture<RegistrationResult> ensureRegistered(long sequenceId) {
    return ensureRegistered(sequenceId, InvoiceXpressClient.SETTLING_TIME);
  }

  /**
   * Makes sure that a sequence is registered with the Tax Authority, as {@link
   * InvoiceXpressClient#ensureRegistered(long, Duration)} does.
   *
   * @param sequenceId the id of the sequence
   * @param atMost how long to wait for a registration to show up; at least zero
   * @return what became of it
   * @throws IllegalArgumentException if {@code atMost} is negative
   */
  public CompletableFuture<RegistrationResult> ensureRegistered(long sequenceId, Duration atMost) {
    ComposedCalls calls = calls();
    return calls.start(
        SequenceRegistrar.REGISTER,
        new SequenceRegistrar(calls).ensureRegistered(sequenceId, atMost));
  }

  /**
   * Makes a new attempt to register a sequence of which only a part is registered, as {@link
   * InvoiceXpressClient#retryRegistration(PartiallyRegistered)} does.
   *
   * @param partial what {@link #ensureRegistered(long)} told
   * @return what became of it
   */
  public CompletableFuture<RegistrationResult> retryRegistration(PartiallyRegistered partial) {
    return retryRegistration(partial, InvoiceXpressClient.SETTLING_TIME);
  }

  /**
   * Makes a new attempt to register a sequence of which only a part is registered, as {@link
   * InvoiceXpressClient#retryRegistration(PartiallyRegistered, Duration)} does.
   *
   * @param partial what {@link #ensureRegistered(long)} told
   * @param atMost how long to wait for a registration to show up; at least zero
   * @return what became of it
   * @throws IllegalArgumentException if {@code atMost} is negative
   */
  public CompletableFuture<RegistrationResult> retryRegistration(
      PartiallyRegistered partial, Duration atMost) {
    ComposedCalls calls = calls();
    return calls.start(
        SequenceRegistrar.REGISTER,
        new SequenceRegistrar(calls)
            .retryRegistration(Objects.requireNonNull(partial, "partial"), atMost));
  }

  /**
   * Makes sure that a sequence of a name exists, as {@link
   * InvoiceXpressClient#ensureCreated(NewSequence)} does.
   *
   * @param sequence the sequence; its name tells whether there is one already
   * @return what became of it
   */
  public CompletableFuture<CreationResult> ensureCreated(NewSequence sequence) {
    return ensureCreated(sequence, InvoiceXpressClient.SETTLING_TIME);
  }

  /**
   * Makes sure that a sequence of a name exists, as {@link
   * InvoiceXpressClient#ensureCreated(NewSequence, Duration)} does.
   *
   * @param sequence the sequence; its name tells whether there is one already
   * @param atMost how long to wait for a sequence to show up; at least zero
   * @return what became of it
   * @throws IllegalArgumentException if {@code atMost} is negative
   */
  public CompletableFuture<CreationResult> ensureCreated(NewSequence sequence, Duration atMost) {
    ComposedCalls calls = calls();
    return calls.start(
        SequenceRegistrar.CREATE,
        new SequenceRegistrar(calls)
            .ensureCreated(Objects.requireNonNull(sequence, "sequence"), atMost));
  }

  /**
   * A file that InvoiceXpress has made, such as a PDF, a QR code or a SAF-T file, ready to be
   * fetched as a future.
   *
   * <pre>{@code
   * CompletableFuture<Long> saved = client.async().download(pdf).to(Path.of("invoice.pdf"));
   * }</pre>
   *
   * @param address where it is, as InvoiceXpress has sent it
   * @return the download, which has not begun yet
   * @throws IllegalArgumentException if no file is fetched from such an address
   */
  public AsyncDownload download(URI address) {
    return runtime.downloadAsync(address, executor);
  }

  @Override
  protected <T> T resource(Class<T> type) {
    return engine.resource(type);
  }

  @Override
  public String toString() {
    return "InvoiceXpressAsyncClient{" + runtime.baseUrl() + "}";
  }

  private ComposedCalls calls() {
    return runtime.composedAsync(executor);
  }

  private CompletableFuture<Document> issued(IssuePlans.Issue issue) {
    ComposedCalls composed = calls();
    return composed.start(IssuePlans.OPERATION, planned(issue, composed).numberedOrThrown());
  }

  private CompletableFuture<IssueResult<Document>> tried(IssuePlans.Issue issue) {
    ComposedCalls composed = calls();
    return composed.start(IssuePlans.OPERATION, planned(issue, composed).plan());
  }

  private static IssuePlans.Planned planned(IssuePlans.Issue issue, ComposedCalls composed) {
    return issue.plan(composed, deadline -> new AsyncResources(composed.within(deadline)));
  }
}
