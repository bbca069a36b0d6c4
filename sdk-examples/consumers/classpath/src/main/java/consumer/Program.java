package consumer;

import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.RegistrationResult;
import io.github.invoicingsdk.invoicexpress.model.Client;
import io.github.invoicingsdk.sandbox.IdokladCredentials;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.util.List;

/** Uses each kind of call once: a value, a list, a write, a future, a token. */
public final class Program {

  private Program() {}

  /** Prints what it got; ends with an exception when it is not what the sandbox holds. */
  public static void main(String[] arguments) {
    try (Sandbox sandbox = Sandbox.start();
        InvoiceXpressClient client =
            InvoiceXpressClient.builder()
                .baseUrl(sandbox.invoiceXpressUrl())
                .apiKey(sandbox.invoiceXpressApiKey())
                .build();
        IdokladClient idoklad = idoklad(sandbox)) {
      String series = client.sequences().get(146090).serie();
      List<Client> customers = client.async().clients().list().toList().join();
      RegistrationResult registration = client.ensureRegistered(146110);
      String name = idoklad.numericSequences().list().iterator().next().name();
      if (series == null || customers.size() != 25 || name == null) {
        throw new IllegalStateException("got " + series + ", " + customers.size() + ", " + name);
      }
      System.out.println(
          "consumer: " + series + ", " + customers.size() + " customers, " + name + ", "
              + registration.getClass().getSimpleName() + ", Java "
              + Runtime.version().feature());
    }
  }

  private static IdokladClient idoklad(Sandbox sandbox) {
    IdokladCredentials credentials = sandbox.idokladCredentials();
    return IdokladClient.builder()
        .baseUrl(sandbox.idokladUrl())
        .tokenUrl(sandbox.idokladTokenUrl())
        .clientCredentials(
            keys ->
                keys.applicationId(credentials.applicationId())
                    .clientId(credentials.clientId())
                    .clientSecret(credentials.clientSecret()))
        .build();
  }
}
