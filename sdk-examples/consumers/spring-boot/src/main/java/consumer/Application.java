package consumer;

import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.sandbox.Sandbox;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** An application whose clients are beans, which Spring closes at the end. */
@SpringBootApplication
public class Application {

  /** Runs the application. */
  public static void main(String[] arguments) {
    SpringApplication.run(Application.class, arguments).close();
  }

  /** Stands for the provider. */
  @Bean
  Sandbox sandbox() {
    return Sandbox.start();
  }

  /** One client for the whole application. */
  @Bean
  InvoiceXpressClient invoiceXpress(Sandbox sandbox) {
    return InvoiceXpressClient.builder()
        .baseUrl(sandbox.invoiceXpressUrl())
        .apiKey(sandbox.invoiceXpressApiKey())
        .build();
  }

  /** Makes a call when the application has started. */
  @Bean
  CommandLineRunner run(InvoiceXpressClient client) {
    return arguments ->
        System.out.println("consumer: " + client.sequences().get(146090).serie() + ", Spring Boot");
  }
}
