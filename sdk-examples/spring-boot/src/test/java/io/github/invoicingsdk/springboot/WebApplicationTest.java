package io.github.invoicingsdk.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A whole application with a web server and the actuator, seen over HTTP. */
class WebApplicationTest {

  private static final String API_KEY = "a-key-that-nobody-may-see";
  private static final String HEADER = "a-header-that-nobody-may-see";

  private static final Sandbox SANDBOX = Sandbox.builder().invoiceXpressApiKey(API_KEY).start();

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static ConfigurableApplicationContext application;
  private static URI root;

  @BeforeAll
  static void start() {
    application =
        new SpringApplicationBuilder(Application.class)
            .properties(Contexts.invoiceXpress(SANDBOX, "acme"))
            .properties(
                // As an environment variable that the account refers to, and beside other text.
                "INVOICEXPRESS_API_KEY=" + API_KEY,
                "invoicing.invoicexpress.accounts.acme.api-key=${INVOICEXPRESS_API_KEY}",
                "app.command=java -jar app.jar --key=" + API_KEY + " --gateway=" + HEADER,
                "invoicing.invoicexpress.accounts.acme.client.headers.X-Gateway-Key=" + HEADER,
                "server.port=0",
                "server.address=127.0.0.1",
                "management.endpoints.web.exposure.include=*",
                "management.endpoint.health.show-details=always",
                "management.endpoint.env.show-values=always",
                "management.endpoint.configprops.show-values=always")
            .run();
    root =
        URI.create(
            "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port"));
  }

  @AfterAll
  static void stop() {
    application.close();
    SANDBOX.close();
  }

  @Test
  void the_spring_boot_of_this_run_is_the_one_that_the_build_names() {
    assertThat(SpringBootVersion.getVersion())
        .isEqualTo(System.getProperty("spring-boot.expected"));
  }

  @Test
  void a_request_makes_a_call_that_health_and_metrics_show() throws Exception {
    assertThat(get("/series/146090")).isEqualTo("2025");

    assertThat(get("/actuator/health"))
        .contains("\"invoicing\"", "\"invoicexpress-acme\"", "\"lastCall\":\"getSequence\"")
        .contains("\"lastOutcome\":\"succeeded\"");
    assertThat(get("/actuator/metrics/invoicing.calls?tag=account:acme"))
        .contains("\"name\":\"invoicing.calls\"", "\"getSequence\"", "\"COUNT\"");
  }

  @Test
  void a_model_in_a_response_is_written_whole() throws Exception {
    Sequence sequence = application.getBean(InvoiceXpressClient.class).sequences().get(146090);

    assertThat(get("/orders/146090")).isEqualTo("{\"sequence\":" + sequence.toJson() + "}");
  }

  @Test
  void a_model_in_a_request_is_read_whole() throws Exception {
    String sequence = "{\"id\":7,\"new_one\":[1.50,null]}";

    HttpResponse<String> response =
        HTTP.send(
            HttpRequest.newBuilder(root.resolve("/orders"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"sequence\":" + sequence + "}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(response.body()).isEqualTo(sequence);
  }

  @ParameterizedTest
  @CsvSource({
    "/actuator/env, invoicing.invoicexpress.accounts.acme.api-key",
    "/actuator/env/INVOICEXPRESS_API_KEY, ******",
    "/actuator/env/app.command, ******",
    "/actuator/configprops, InvoicingProperties",
    "/actuator/configprops/invoicing, apiKey",
    "/actuator/beans, invoiceXpressClient-acme",
    "/actuator/conditions, InvoicingSanitizingAutoConfiguration",
    "/actuator/health, invoicexpress-acme"
  })
  void endpoints_show_no_secret_even_where_they_show_values(String endpoint, String shown)
      throws Exception {
    assertThat(get(endpoint)).contains(shown).doesNotContain(API_KEY).doesNotContain(HEADER);
  }

  @Test
  void endpoints_show_what_is_no_secret() throws Exception {
    assertThat(Stream.of(get("/actuator/env"), get("/actuator/configprops")))
        .allSatisfy(text -> assertThat(text).contains(SANDBOX.invoiceXpressUrl().toString()));
  }

  @Test
  void calls_are_waited_for_after_the_web_server_has_stopped() {
    for (String webServer : List.of("webServerGracefulShutdown", "webServerStartStop")) {
      assertThat(application.getBean(webServer, SmartLifecycle.class).getPhase())
          .as(webServer)
          .isGreaterThan(application.getBean(InvoicingShutdown.class).getPhase());
    }
  }

  private static String get(String path) throws Exception {
    HttpResponse<String> response =
        HTTP.send(
            HttpRequest.newBuilder(root.resolve(path)).timeout(Duration.ofSeconds(30)).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return response.body();
  }

  /** What a partner would write. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(Series.class)
  static class Application {}

  /** An object of the application's own. */
  record Order(Sequence sequence) {}

  /** Answers with the name of a series, and with a model in an object of its own. */
  @RestController
  static class Series {
    private final InvoiceXpressClient client;

    Series(InvoiceXpressClient client) {
      this.client = client;
    }

    @GetMapping("/series/{id}")
    String name(@PathVariable long id) {
      return String.valueOf(client.sequences().get(id).serie());
    }

    @GetMapping("/orders/{id}")
    Order order(@PathVariable long id) {
      return new Order(client.sequences().get(id));
    }

    @PostMapping("/orders")
    String json(@RequestBody Order order) {
      return order.sequence().toJson();
    }
  }
}
