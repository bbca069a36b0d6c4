package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.ClientBuilder;
import io.github.invoicingsdk.internal.client.BuilderAccess;
import io.github.invoicingsdk.internal.client.ClientRuntime;
import io.github.invoicingsdk.internal.client.ClientSettings;
import io.github.invoicingsdk.internal.client.Credential;
import io.github.invoicingsdk.internal.client.Environment;
import io.github.invoicingsdk.issuing.IssueJournal;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The settings of a client; for one thread. */
public final class InvoiceXpressClientBuilder extends ClientBuilder<InvoiceXpressClientBuilder> {

  private @Nullable String account;
  private @Nullable String apiKey;
  private @Nullable IssueJournal journal;

  InvoiceXpressClientBuilder() {}

  @Override
  protected InvoiceXpressClientBuilder self() {
    return this;
  }

  /**
   * The account whose documents are meant: the first part of {@code account.app.invoicexpress.com}.
   *
   * @param account 1 to 63 letters, digits and hyphens, with no hyphen at either end; capital
   *     letters are taken as small ones
   * @return this builder
   * @throws IllegalArgumentException when the name is not of that form, or looks like an API key
   */
  public InvoiceXpressClientBuilder account(String account) {
    this.account = AccountName.checked(account);
    return this;
  }

  /**
   * The key of one user in the account, as shown in the account's settings.
   *
   * @param apiKey the key
   * @return this builder
   * @throws IllegalArgumentException when the key is blank, or holds a control character or half of
   *     a surrogate pair
   */
  public InvoiceXpressClientBuilder apiKey(String apiKey) {
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
  public InvoiceXpressClientBuilder issueJournal(IssueJournal journal) {
    this.journal = Objects.requireNonNull(journal, "journal");
    return this;
  }

  /**
   * Takes the settings out of environment variables: {@code INVOICEXPRESS_ACCOUNT} and {@code
   * INVOICEXPRESS_API_KEY}, and {@code INVOICEXPRESS_BASE_URL} if the API is elsewhere.
   *
   * @return this builder
   * @throws IllegalStateException if a variable is missing
   * @throws IllegalArgumentException if the value of a variable is not allowed
   */
  public InvoiceXpressClientBuilder fromEnvironment() {
    return from(Environment.system());
  }

  InvoiceXpressClientBuilder from(Environment environment) {
    account(environment.require("INVOICEXPRESS_ACCOUNT"));
    apiKey(environment.require("INVOICEXPRESS_API_KEY"));
    environment.address("INVOICEXPRESS_BASE_URL").ifPresent(this::baseUrl);
    return this;
  }

  /**
   * Makes the client. Nothing is sent.
   *
   * @return the client
   * @throws IllegalStateException when the API key is missing, or both the account and the base
   *     URL; when account and API key are the same; when the program has a library that is too old,
   *     such as Gson before 2.12
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
      baseUrl = URI.create("https://" + account + InvoiceXpressProfile.HOST);
    }
    return new DefaultInvoiceXpressClient(
        ClientRuntime.start(new InvoiceXpressProfile(baseUrl, apiKey, journal), settings));
  }
}
