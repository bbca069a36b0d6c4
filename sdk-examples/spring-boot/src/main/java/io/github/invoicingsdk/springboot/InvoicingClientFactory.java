package io.github.invoicingsdk.springboot;

import io.github.invoicingsdk.CallOptions;
import io.github.invoicingsdk.ClientBuilder;
import io.github.invoicingsdk.RetryPolicy;
import io.github.invoicingsdk.fleet.Fleet;
import io.github.invoicingsdk.idoklad.ClientCredentials;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.idoklad.IdokladClientBuilder;
import io.github.invoicingsdk.idoklad.IdokladV2Client;
import io.github.invoicingsdk.idoklad.IdokladV2ClientBuilder;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClientBuilder;
import io.github.invoicingsdk.issuing.IssueJournal;
import io.github.invoicingsdk.observation.CallListener;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Makes the client of an account out of its properties and the beans that take part. */
final class InvoicingClientFactory {

  private final InvoicingProperties properties;
  private final ObjectProvider<Fleet> fleet;
  private final ObjectProvider<IssueJournal> journal;
  private final ObjectProvider<AccountListeners> accountListeners;
  private final ObjectProvider<CallListener> listeners;
  private final ObjectProvider<InvoicingClientCustomizer> customizers;

  InvoicingClientFactory(
      InvoicingProperties properties,
      ObjectProvider<Fleet> fleet,
      ObjectProvider<IssueJournal> journal,
      ObjectProvider<AccountListeners> accountListeners,
      ObjectProvider<CallListener> listeners,
      ObjectProvider<InvoicingClientCustomizer> customizers) {
    this.properties = properties;
    this.fleet = fleet;
    this.journal = journal;
    this.accountListeners = accountListeners;
    this.listeners = listeners;
    this.customizers = customizers;
  }

  /** The client of an account of InvoiceXpress; called by name. */
  InvoiceXpressClient createInvoiceXpressClient(AccountActivity activity) {
    InvoicingAccount account = activity.account();
    var configured = of(account, properties.invoicexpress().accounts());
    InvoiceXpressClientBuilder builder = InvoiceXpressClient.builder();
    allowPlainHttp(builder, configured);
    InvalidAccountException.under(
        account.property(),
        () -> {
          if (configured.accountName() != null) {
            builder.account(configured.accountName());
          } else if (configured.baseUrl() == null) {
            throw missing("account-name");
          }
          builder.apiKey(required(configured.apiKey(), "api-key"));
        });
    journal.ifUnique(builder::issueJournal);
    configure(builder, configured, activity);
    return builder.build();
  }

  /** The client of an agenda of iDoklad by its API v3; called by name. */
  IdokladClient createIdokladClient(AccountActivity activity) {
    InvoicingAccount account = activity.account();
    var configured = of(account, properties.idoklad().accounts());
    IdokladClientBuilder builder = IdokladClient.builder();
    allowPlainHttp(builder, configured);
    authenticate(account, configured, builder::clientCredentials, builder::tokenUrl);
    configure(builder, configured, activity);
    return builder.build();
  }

  /** The client of an agenda of iDoklad by its former API v2; called by name. */
  IdokladV2Client createIdokladV2Client(AccountActivity activity) {
    InvoicingAccount account = activity.account();
    var configured = of(account, properties.idokladV2().accounts());
    IdokladV2ClientBuilder builder = IdokladV2Client.builder();
    allowPlainHttp(builder, configured);
    authenticate(account, configured, builder::clientCredentials, builder::tokenUrl);
    configure(builder, configured, activity);
    return builder.build();
  }

  /** Before addresses are set, which are checked then. */
  private void allowPlainHttp(ClientBuilder<?> builder, AccountProperties configured) {
    Boolean own =
        configured.client() == null ? null : configured.client().dangerouslyAllowPlainHttp();
    Boolean ofAll = properties.client().dangerouslyAllowPlainHttp();
    if (Boolean.TRUE.equals(own == null ? ofAll : own)) {
      builder.dangerouslyAllowPlainHttp();
    }
  }

  private static void authenticate(
      InvoicingAccount account,
      IdokladProperties.Account configured,
      Consumer<ClientCredentials> credentials,
      Consumer<URI> tokenUrl) {
    InvalidAccountException.under(
        account.property(),
        () -> {
          credentials.accept(
              ClientCredentials.builder()
                  .applicationId(required(configured.applicationId(), "application-id"))
                  .clientId(required(configured.clientId(), "client-id"))
                  .clientSecret(required(configured.clientSecret(), "client-secret"))
                  .build());
          if (configured.tokenUrl() != null) {
            tokenUrl.accept(configured.tokenUrl());
          }
        });
  }

  private void configure(
      ClientBuilder<?> builder, AccountProperties configured, AccountActivity activity) {
    InvoicingAccount account = activity.account();
    URI baseUrl = configured.baseUrl();
    if (baseUrl != null) {
      InvalidAccountException.under(account.property(), () -> builder.baseUrl(baseUrl));
    }
    CallOptions.Builder options = CallOptions.defaults().toBuilder();
    RetryPolicy.Builder retry = RetryPolicy.defaults().toBuilder();
    apply("invoicing.client", properties.client(), builder, options, retry);
    apply(account.property() + ".client", configured.client(), builder, options, retry);
    builder.options(options.retry(retry.build()).build());
    fleet.ifUnique(builder::fleet);
    listeners(account).forEach(builder::listener);
    customizers.orderedStream().forEach(customizer -> customizer.customize(account, builder));
    // Last, so that the application does not end before the others know how a call ended.
    builder.listener(activity.listener());
  }

  private static void apply(
      String property,
      @Nullable ClientProperties client,
      ClientBuilder<?> builder,
      CallOptions.Builder options,
      RetryPolicy.Builder retry) {
    if (client != null) {
      InvalidAccountException.under(
          property,
          () -> {
            client.applyTo(builder);
            client.applyTo(options, retry);
          });
    }
  }

  /** The SDK's own ones and then those of the application, without its own where it has them. */
  private List<CallListener> listeners(InvoicingAccount account) {
    List<CallListener> own = listeners.orderedStream().toList();
    List<CallListener> all = new ArrayList<>();
    accountListeners
        .orderedStream()
        .map(source -> source.listenerFor(account))
        .filter(Objects::nonNull)
        .filter(listener -> own.stream().noneMatch(listener.getClass()::isInstance))
        .forEach(all::add);
    all.addAll(own);
    return all;
  }

  private static <A> A of(InvoicingAccount account, Map<String, A> accounts) {
    A configured = accounts.get(account.name());
    if (configured == null) {
      // An image that was built ahead of time keeps its accounts.
      throw new InvalidAccountException(
          account.property(), "the account was configured when the application was built, only");
    }
    return configured;
  }

  private static String required(@Nullable String value, String property) {
    if (value == null) {
      throw missing(property);
    }
    return value;
  }

  private static IllegalArgumentException missing(String property) {
    return new IllegalArgumentException(property + " is missing; set it");
  }
}
