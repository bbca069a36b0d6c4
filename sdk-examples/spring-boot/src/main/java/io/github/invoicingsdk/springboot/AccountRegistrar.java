package io.github.invoicingsdk.springboot;

import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.idoklad.IdokladV2Client;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Defines the beans of each account that is configured for a provider: the client, and what knows
 * its activity.
 *
 * <p>The definitions name factory methods, since ahead-of-time processing cannot keep suppliers.
 */
abstract class AccountRegistrar implements ImportBeanDefinitionRegistrar {

  private final Environment environment;
  private final Provider provider;
  private final Class<?> clientType;
  private final Class<? extends AccountProperties> accountType;

  private AccountRegistrar(
      Environment environment,
      Provider provider,
      Class<?> clientType,
      Class<? extends AccountProperties> accountType) {
    this.environment = environment;
    this.provider = provider;
    this.clientType = clientType;
    this.accountType = accountType;
  }

  @Override
  public void registerBeanDefinitions(
      AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
    // In the order of their names, so that nothing depends on the order of property sources.
    Map<String, AccountProperties> accounts = new TreeMap<>(accounts());
    checkPrimaries(accounts);
    accounts.forEach(
        (name, properties) -> {
          InvoicingAccount account = new InvoicingAccount(provider, name);
          registry.registerBeanDefinition(account.activityBeanName(), activity(account));
          registry.registerBeanDefinition(
              account.clientBeanName(), client(account, properties.primary()));
        });
  }

  private Map<String, ? extends AccountProperties> accounts() {
    return Binder.get(environment)
        .bind(
            InvoicingAccount.accountsProperty(provider), Bindable.mapOf(String.class, accountType))
        .orElse(Map.of());
  }

  private void checkPrimaries(Map<String, AccountProperties> accounts) {
    var primaries =
        accounts.entrySet().stream()
            .filter(account -> account.getValue().primary())
            .map(Map.Entry::getKey)
            .toList();
    if (primaries.size() > 1) {
      throw new InvalidAccountException(
          InvoicingAccount.accountsProperty(provider),
          "the accounts " + primaries + " are all primary; at most one can be");
    }
  }

  private static RootBeanDefinition activity(InvoicingAccount account) {
    RootBeanDefinition definition = new RootBeanDefinition(AccountActivity.class);
    definition.setFactoryMethodName("of");
    definition.getConstructorArgumentValues().addIndexedArgumentValue(0, account.provider());
    definition.getConstructorArgumentValues().addIndexedArgumentValue(1, account.name());
    return definition;
  }

  private RootBeanDefinition client(InvoicingAccount account, boolean primary) {
    RootBeanDefinition definition = new RootBeanDefinition();
    definition.setTargetType(clientType);
    definition.setFactoryBeanName(InvoicingAutoConfiguration.FACTORY);
    definition.setFactoryMethodName("create" + clientType.getSimpleName());
    definition
        .getConstructorArgumentValues()
        .addIndexedArgumentValue(0, new RuntimeBeanReference(account.activityBeanName()));
    definition.setDestroyMethodName("close");
    definition.setPrimary(primary);
    definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, account.name()));
    definition.setDescription("Configured by " + account.property());
    return definition;
  }

  /** For accounts of InvoiceXpress. */
  static final class InvoiceXpress extends AccountRegistrar {
    InvoiceXpress(Environment environment) {
      super(
          environment,
          Provider.INVOICEXPRESS,
          InvoiceXpressClient.class,
          InvoiceXpressProperties.Account.class);
    }
  }

  /** For agendas of iDoklad by its API v3. */
  static final class Idoklad extends AccountRegistrar {
    Idoklad(Environment environment) {
      super(environment, Provider.IDOKLAD, IdokladClient.class, IdokladProperties.Account.class);
    }
  }

  /** For agendas of iDoklad by its former API v2. */
  static final class IdokladV2 extends AccountRegistrar {
    IdokladV2(Environment environment) {
      super(
          environment, Provider.IDOKLAD_V2, IdokladV2Client.class, IdokladProperties.Account.class);
    }
  }
}
