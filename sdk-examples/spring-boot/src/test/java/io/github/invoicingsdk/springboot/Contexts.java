package io.github.invoicingsdk.springboot;

import io.github.invoicingsdk.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Application contexts with this module's auto-configurations, whose accounts are in a sandbox. */
final class Contexts {

  private Contexts() {}

  /** A context without accounts. */
  static ApplicationContextRunner empty() {
    return new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                InvoicingAutoConfiguration.class,
                InvoicingHealthAutoConfiguration.class,
                InvoicingJacksonAutoConfiguration.class,
                InvoicingSanitizingAutoConfiguration.class));
  }

  /** A context with accounts of InvoiceXpress. */
  static ApplicationContextRunner withInvoiceXpress(Sandbox sandbox, String... names) {
    List<String> properties = new ArrayList<>();
    for (String name : names) {
      properties.addAll(Arrays.asList(invoiceXpress(sandbox, name)));
    }
    return empty().withPropertyValues(properties.toArray(String[]::new));
  }

  /** The properties of an account of InvoiceXpress. */
  static String[] invoiceXpress(Sandbox sandbox, String name) {
    String account = "invoicing.invoicexpress.accounts." + name;
    return new String[] {
      account + ".api-key=" + sandbox.invoiceXpressApiKey(),
      account + ".base-url=" + sandbox.invoiceXpressUrl(),
      account + ".client.unlimited-rate=true",
    };
  }

  /** The properties of an agenda of iDoklad. */
  static String[] idoklad(Sandbox sandbox, String name) {
    return agenda(sandbox, "invoicing.idoklad.accounts." + name, sandbox.idokladUrl().toString());
  }

  /** The properties of an agenda of iDoklad for its former API. */
  static String[] idokladV2(Sandbox sandbox, String name) {
    return agenda(
        sandbox, "invoicing.idoklad-v2.accounts." + name, sandbox.idokladV2Url().toString());
  }

  private static String[] agenda(Sandbox sandbox, String account, String url) {
    return new String[] {
      account + ".application-id=" + sandbox.idokladCredentials().applicationId(),
      account + ".client-id=" + sandbox.idokladCredentials().clientId(),
      account + ".client-secret=" + sandbox.idokladCredentials().clientSecret(),
      account + ".base-url=" + url,
      account + ".token-url=" + sandbox.idokladTokenUrl(),
      account + ".client.unlimited-rate=true",
    };
  }
}
