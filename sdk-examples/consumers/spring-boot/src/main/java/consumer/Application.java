package consumer;

import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.sandbox.Sandbox;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;

/** An application whose clients are made from its configuration, which Spring closes at the end. */
@SpringBootApplication
public class Application {

  /** Runs the application against a sandbox, which stands for the provider. */
  public static void main(String[] arguments) {
    try (Sandbox sandbox = Sandbox.start()) {
      new SpringApplicationBuilder(Application.class)
          .properties(
              "sandbox.url=" + sandbox.invoiceXpressUrl(),
              "sandbox.api-key=" + sandbox.invoiceXpressApiKey())
          .run(arguments)
          .close();
    }
  }

  /** Makes a call when the application has started. */
  @Bean
  CommandLineRunner run(InvoiceXpressClient client) {
    return arguments ->
        System.out.println("consumer: " + client.sequences().get(146090).serie() + ", Spring Boot");
  }
}
