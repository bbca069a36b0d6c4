package consumer;

import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A web application whose clients are made from its configuration. It looks at its own actuator over
 * HTTP: health knows the account, and nothing shows its key.
 */
@SpringBootApplication
public class Application {

  private static final String KEY = "a-key-that-nobody-may-see";
  private static final String TOKEN = "a-token-that-nobody-may-see";

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** Runs the application against a sandbox, which stands for the provider. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (Sandbox sandbox = Sandbox.builder().invoiceXpressApiKey(KEY).start();
        ConfigurableApplicationContext application =
            new SpringApplicationBuilder(Application.class)
                .properties(
                    "sandbox.url=" + sandbox.invoiceXpressUrl(),
                    "ACME_KEY=" + KEY,
                    "gateway.token=" + TOKEN)
                .run(arguments)) {
      String series = application.getBean(InvoiceXpressClient.class).sequences().get(146090).serie();
      String actuator =
          "http://127.0.0.1:"
              + application.getEnvironment().getProperty("local.server.port")
              + "/actuator/";
      show(actuator + "health", "\"lastOutcome\":\"succeeded\"");
      show(actuator + "env", "invoicing.invoicexpress.accounts.acme.api-key");
      show(actuator + "env/ACME_KEY", "******");
      show(actuator + "configprops", "invoicexpress");
      System.out.println("consumer: " + series + ", Spring Boot " + SpringBootVersion.getVersion());
    }
  }

  /** Asks an endpoint, which must show the one text and no secret. */
  private static void show(String url, String expected) throws IOException, InterruptedException {
    HttpResponse<String> response =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    String body = response.body();
    if (response.statusCode() != 200 || !body.contains(expected)) {
      throw new IllegalStateException(url + " responses " + response.statusCode() + ": " + body);
    }
    if (body.contains(KEY) || body.contains(TOKEN)) {
      throw new IllegalStateException(url + " shows a secret");
    }
  }
}
