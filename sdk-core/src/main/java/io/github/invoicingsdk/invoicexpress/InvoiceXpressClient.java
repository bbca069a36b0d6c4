package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.ApiResponse;
import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.ClientBuilder;
import io.github.invoicingsdk.Download;
import io.github.invoicingsdk.internal.client.BuilderAccess;
import io.github.invoicingsdk.internal.client.ClientRuntime;
import io.github.invoicingsdk.internal.client.ClientSettings;
import io.github.invoicingsdk.internal.client.ComposedCalls;
import io.github.invoicingsdk.internal.client.Credential;
import io.github.invoicingsdk.internal.client.Environment;
import io.github.invoicingsdk.invoicexpress.RegistrationResult.PartiallyRegistered;
import io.github.invoicingsdk.invoicexpress.api.InvoiceXpressResources;
import io.github.invoicingsdk.invoicexpress.model.Document;
import io.github.invoicingsdk.invoicexpress.model.DocumentType;
import io.github.invoicingsdk.invoicexpress.model.EstimateDraft;
import io.github.invoicingsdk.invoicexpress.model.GuideDraft;
import io.github.invoicingsdk.invoicexpress.model.InvoiceDraft;
import io.github.invoicingsdk.invoicexpress.model.NewSequence;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.issuing.IssueJournal;
import io.github.invoicingsdk.issuing.IssueOptions;
import io.github.invoicingsdk.issuing.IssueResult;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The client for InvoiceXpress, API v2.
 *
 * <pre>{@code
 * try (InvoiceXpressClient client =
 *     InvoiceXpressClient.builder().account("acme").apiKey(key).build()) {
 *   Sequence sequence = client.sequences().register(146090);
 *   System.out.println(Numberings.of(sequence).registrationState());
 * }
 * }</pre>
 *
 * <p>Immutable and thread-safe: make one per account and share it. It keeps connections open until
 * it is closed. Every call throws the unchecked exceptions of {@link io.github.invoicingsdk.error}.
 */
public final class InvoiceXpressClient extends InvoiceXpressResources
    implements DocumentIssuing, AutoCloseable {

  /** How long operations of several requests wait unless the caller says. */
  static final Duration SETTLING_TIME = Duration.ofMinutes(1);

  private final ClientRuntime runtime;
  private final IssuePlans plans;

  private InvoiceXpressClient(ClientRuntime runtime, IssuePlans plans) {
    this.runtime = runtime;
    this.plans = plans;
  }

  /**
   * Starts the settings of a client.
   *
   * @return a builder with the defaults; account and API key are still missing
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Makes a client from environment variables: {@code INVOICEXPRESS_ACCOUNT} and {@code
   * INVOICEXPRESS_API_KEY}, and {@code INVOICEXPRESS_BASE_URL} if the API is elsewhere.
   *
   * @return the client
   * @throws IllegalStateException when a variable is missing
   * @throws IllegalArgumentException when a variable's value is not allowed
   */
  public static InvoiceXpressClient fromEnvironment() {
    return fromEnvironment(Environment.system());
  }

  static InvoiceXpressClient fromEnvironment(Environment environment) {
    Builder builder =
        builder()
            .account(environment.require("INVOICEXPRESS_ACCOUNT"))
            .apiKey(environment.require("INVOICEXPRESS_API_KEY"));
    environment.address("INVOICEXPRESS_BASE_URL").ifPresent(builder::baseUrl);
    return builder.build();
  }

  /**
   * Makes sure that a sequence is registered with the Tax Authority, and waits up to a minute where
   * that has to be found out: see {@link #ensureRegistered(long, Duration)}.
   *
   * @param sequenceId the id of the sequence
   * @return what became of it
   */
  public RegistrationResult ensureRegistered(long sequenceId) {
    return ensureRegistered(sequenceId, SETTLING_TIME);
  }

  /**
   * Makes sure that a sequence is registered with the Tax Authority. Unlike {@code
   * sequences().register(...)}, it can be called again and again: it looks first, registers at most
   * once, and finds out by reading what became of a registration whose response was lost or that is
   * running already.
   *
   * @param sequenceId the id of the sequence
   * @param atMost how long to wait for a registration to show up; at least zero
   * @return what became of it
   * @throws io.github.invoicingsdk.error.OutcomeUnknownException if the response was lost and the
   *     registration has not shown up in that time, or reading it back failed; it may still show up
   * @throws io.github.invoicingsdk.error.PollingTimeoutException if the provider accepted the
   *     registration, but no validation code has shown up in that time
   * @throws IllegalArgumentException if {@code atMost} is negative
   */
  public RegistrationResult ensureRegistered(long sequenceId, Duration atMost) {
    ComposedCalls calls = runtime.composed();
    return calls.run(
        SequenceRegistrar.REGISTER,
        new SequenceRegistrar(calls).ensureRegistered(sequenceId, atMost));
  }

  /**
   * Makes a new attempt to register a sequence of which only a part is registered, and waits up to
   * a minute: see {@link #retryRegistration(PartiallyRegistered, Duration)}.
   *
   * @param partial what {@link #ensureRegistered(long)} told
   * @return what became of it
   */
  public RegistrationResult retryRegistration(PartiallyRegistered partial) {
    return retryRegistration(partial, SETTLING_TIME);
  }

  /**
   * Makes a new attempt to register a sequence of which only a part is registered. The provider's
   * help contradicts itself on whether there may be one, so {@link #ensureRegistered(long)} never
   * makes it. This sends one registration if the sequence still has just the codes that {@code
   * partial} tells of; if they have changed since, it sends none and tells what became of them.
   *
   * @param partial what {@link #ensureRegistered(long)} told
   * @param atMost how long to wait for a registration to show up; at least zero
   * @return what became of it
   * @throws io.github.invoicingsdk.error.OutcomeUnknownException if the response was lost and no
   *     further code has shown up in that time, or reading back failed; it may still show up
   * @throws IllegalArgumentException if {@code atMost} is negative
   */
  public RegistrationResult retryRegistration(PartiallyRegistered partial, Duration atMost) {
    ComposedCalls calls = runtime.composed();
    return calls.run(
        SequenceRegistrar.REGISTER,
        new SequenceRegistrar(calls)
            .retryRegistration(Objects.requireNonNull(partial, "partial"), atMost));
  }

  /**
   * Makes sure that a sequence of a name exists, and waits up to a minute where that has to be
   * found out: see {@link #ensureCreated(NewSequence, Duration)}.
   *
   * @param sequence the sequence; its name tells whether there is one already
   * @return what became of it
   */
  public CreationResult ensureCreated(NewSequence sequence) {
    return ensureCreated(sequence, SETTLING_TIME);
  }

  /**
   * Makes sure that a sequence of a name exists. Unlike {@code sequences().create(...)}, it can be
   * called again and again: it looks for the name first, creates at most once, and looks for the
   * name again if the response was lost.
   *
   * @param sequence the sequence; its name tells whether there is one already
   * @param atMost how long to wait for a sequence to show up; at least zero
   * @return what became of it
   * @throws io.github.invoicingsdk.error.OutcomeUnknownException if the response was lost and the
   *     sequence has not shown up in that time, or looking for it failed; it may still show up
   * @throws IllegalArgumentException if {@code atMost} is negative
   */
  public CreationResult ensureCreated(NewSequence sequence, Duration atMost) {
    ComposedCalls calls = runtime.composed();
    return calls.run(
        SequenceRegistrar.CREATE,
        new SequenceRegistrar(calls)
            .ensureCreated(Objects.requireNonNull(sequence, "sequence"), atMost));
  }

  @Override
  public Document issue(
      DocumentType type, Sequence sequence, InvoiceDraft draft, IssueOptions options) {
    return issued(plans.invoice(type, sequence, draft, options));
  }

  @Override
  public IssueResult<Document> tryIssue(
      DocumentType type, Sequence sequence, InvoiceDraft draft, IssueOptions options) {
    return tried(plans.invoice(type, sequence, draft, options));
  }

  @Override
  public Document issue(
      DocumentType type, Sequence sequence, EstimateDraft draft, IssueOptions options) {
    return issued(plans.estimate(type, sequence, draft, options));
  }

  @Override
  public IssueResult<Document> tryIssue(
      DocumentType type, Sequence sequence, EstimateDraft draft, IssueOptions options) {
    return tried(plans.estimate(type, sequence, draft, options));
  }

  @Override
  public Document issue(
      DocumentType type, Sequence sequence, GuideDraft draft, IssueOptions options) {
    return issued(plans.guide(type, sequence, draft, options));
  }

  @Override
  public IssueResult<Document> tryIssue(
      DocumentType type, Sequence sequence, GuideDraft draft, IssueOptions options) {
    return tried(plans.guide(type, sequence, draft, options));
  }

  /**
   * A file that the provider has made, such as a PDF or a standard audit file (SAF-T).
   *
   * <pre>{@code
   * URI pdf = client.documents().pdf(id, null).await(Duration.ofMinutes(1));
   * client.download(pdf).to(Path.of("invoice.pdf"));
   * }</pre>
   *
   * @param address where it is, as the provider answered it
   * @return the download, which has not begun yet
   * @throws IllegalArgumentException when the address is none that a file is fetched from
   */
  public Download download(URI address) {
    return runtime.download(address);
  }

  /**
   * This client with other options for its calls. It shares the connections, the token and the rate
   * limit of this one; closing either closes both.
   *
   * @param options how long calls may take and how often they are tried
   * @return a view of this client
   */
  public InvoiceXpressClient with(CallOptions options) {
    return new InvoiceXpressClient(runtime.with(Objects.requireNonNull(options, "options")), plans);
  }

  /**
   * Makes a call and returns what it returned together with the answer: status, headers, bytes.
   *
   * <pre>{@code
   * client.withResponse(c -> c.sequences().get(sequenceId)).raw().header("X-Request-Id");
   * }</pre>
   *
   * @param <T> what the call returns
   * @param call makes one call with the client that it is given
   * @return the value and the answer; of several answers, the last one
   * @throws IllegalStateException when no answer came while the function ran, as when it returns a
   *     list that has not been read yet
   */
  public <T extends @Nullable Object> ApiResponse<T> withResponse(
      Function<? super InvoiceXpressClient, ? extends T> call) {
    return runtime.withResponse(this::with, Objects.requireNonNull(call, "call"));
  }

  /**
   * The same operations for callers that do not wait. No thread waits for them either; what follows
   * on a future runs on a thread of the common pool unless it names another executor.
   *
   * @return the asynchronous view, which shares everything with this client
   * @throws IllegalStateException when the client was given a transport of the user's own, which
   *     blocks: use {@link #async(Executor)}
   */
  public InvoiceXpressAsyncClient async() {
    return new InvoiceXpressAsyncClient(runtime, null, plans);
  }

  /**
   * The same operations for callers that do not wait, on threads that do: virtual ones, or with a
   * transport of the user's own. What follows on a future runs on these threads.
   *
   * @param executor runs the calls, each of which blocks a thread
   * @return the asynchronous view, which shares everything with this client
   */
  public InvoiceXpressAsyncClient async(Executor executor) {
    return new InvoiceXpressAsyncClient(
        runtime, Objects.requireNonNull(executor, "executor"), plans);
  }

  @Override
  protected <T> T resource(Class<T> type) {
    return runtime.resource(type);
  }

  /**
   * Refuses further calls with an {@link IllegalStateException}, and closes the connections after
   * the last call that is under way. Returns at once. Calls under way end as they would have,
   * except that one which would be tried again may end with that exception too.
   */
  @Override
  public void close() {
    runtime.close();
  }

  @Override
  public String toString() {
    return "InvoiceXpressClient{" + runtime.baseUrl() + "}";
  }

  private Document issued(IssuePlans.Issue issue) {
    ComposedCalls composed = runtime.composed();
    return composed.run(IssuePlans.OPERATION, planned(issue, composed).numberedOrThrown());
  }

  private IssueResult<Document> tried(IssuePlans.Issue issue) {
    ComposedCalls composed = runtime.composed();
    return composed.run(IssuePlans.OPERATION, planned(issue, composed).plan());
  }

  private static IssuePlans.Planned planned(IssuePlans.Issue issue, ComposedCalls composed) {
    return issue.plan(composed, deadline -> new AsyncResources(composed.within(deadline)));
  }

  /** The settings of a client; for one thread. */
  public static final class Builder extends ClientBuilder<Builder> {

    private @Nullable String account;
    private @Nullable String apiKey;
    private @Nullable IssueJournal journal;

    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * The account whose documents are meant: the first part of {@code
     * account.app.invoicexpress.com}.
     *
     * @param account 1 to 63 letters, digits and hyphens, with no hyphen at either end; capital
     *     letters are taken as small ones
     * @return this builder
     * @throws IllegalArgumentException when the name is not of that form, or looks like an API key
     */
    public Builder account(String account) {
      this.account = AccountName.checked(account);
      return this;
    }

    /**
     * The key of one user in the account, as shown in the account's settings.
     *
     * @param apiKey the key
     * @return this builder
     * @throws IllegalArgumentException when the key is blank, or holds a control character or half
     *     of a surrogate pair
     */
    public Builder apiKey(String apiKey) {
      this.apiKey = Credential.checked(apiKey, "apiKey", "the account's settings");
      return this;
    }

    /**
     * Remembers which documents are being issued; a journal in memory unless set. Give it a durable
     * one that all machines of the account share, such as {@link
     * io.github.invoicingsdk.issuing.JdbcIssueJournal}: then no crash and no list that is late can
     * make a document have two numbers.
     *
     * @param journal the journal; the client does not close it
     * @return this builder
     */
    public Builder issueJournal(IssueJournal journal) {
      this.journal = Objects.requireNonNull(journal, "journal");
      return this;
    }

    /**
     * Makes the client. Nothing is sent.
     *
     * @return the client
     * @throws IllegalStateException when the API key is missing, or both the account and the base
     *     URL; when account and API key are the same; when the program has a library that is too
     *     old, such as Gson before 2.12
     */
    public InvoiceXpressClient build() {
      if (apiKey == null) {
        throw new IllegalStateException("apiKey is missing: call apiKey(...)");
      }
      if (apiKey.equalsIgnoreCase(account)) {
        throw new IllegalStateException(
            "account and apiKey are the same: give the account's name, such as acme, as account");
      }
      ClientSettings settings = BuilderAccess.settings(this);
      URI baseUrl = settings.baseUrl();
      if (baseUrl == null) {
        if (account == null) {
          throw new IllegalStateException("account is missing: call account(...)");
        }
        baseUrl = URI.create("https://" + account + ".app.invoicexpress.com");
      }
      InvoiceXpressService service = new InvoiceXpressService(baseUrl, apiKey);
      return new InvoiceXpressClient(
          ClientRuntime.start(service, settings), new IssuePlans(service.account(), journal));
    }
  }
}
