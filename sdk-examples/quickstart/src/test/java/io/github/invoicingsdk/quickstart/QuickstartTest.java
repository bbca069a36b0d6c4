package io.github.invoicingsdk.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.Fault;
import io.github.invoicingsdk.sandbox.IdokladCredentials;
import io.github.invoicingsdk.sandbox.RecordedRequest;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The program as a process of its own, whose environment can be set. A sandbox stands for the real
 * services.
 */
class QuickstartTest {

  private final Sandbox real = Sandbox.start();

  @AfterEach
  void close() {
    real.close();
  }

  @Test
  void without_credentials_the_embedded_sandbox_is_used() throws Exception {
    QuickstartProcess process = QuickstartProcess.run(Map.of());

    assertThat(process.error()).isEmpty();
    assertThat(process.exitStatus()).isZero();
    assertThat(process.output())
        .startsWith("No credentials found: using the embedded sandbox. No real service is called.")
        .contains("ALL_REGISTERED");
    assertThat(real.requests()).isEmpty();
  }

  @Test
  void with_credentials_nothing_but_reading_is_sent_to_the_real_services() throws Exception {
    Map<String, String> environment = new HashMap<>(invoiceXpress());
    environment.putAll(idoklad());

    QuickstartProcess process = QuickstartProcess.run(environment);

    assertThat(process.error()).isEmpty();
    assertThat(process.exitStatus()).isZero();
    assertThat(process.output())
        .startsWith("Credentials found: reading from the real services.")
        .contains("numberings of series 2025", "page 3 of 3", "33 numeric sequences altogether")
        .doesNotContain("embedded sandbox", "register sequence", "rename");
    List<RecordedRequest> writes =
        real.requests().stream().filter(request -> !request.method().equals("GET")).toList();
    assertThat(writes).extracting(RecordedRequest::method).containsExactly("POST");
    assertThat(writes)
        .extracting(RecordedRequest::path)
        .containsExactly(real.idokladTokenUrl().getPath());
  }

  @Test
  void only_the_provider_with_credentials_is_called() throws Exception {
    QuickstartProcess process = QuickstartProcess.run(invoiceXpress());

    assertThat(process.exitStatus()).isZero();
    assertThat(process.output()).contains("InvoiceXpress").doesNotContain("iDoklad");
    assertThat(real.requests())
        .isNotEmpty()
        .allMatch(request -> request.path().startsWith(real.invoiceXpressUrl().getPath()));
  }

  @Test
  void a_missing_variable_is_named_and_nothing_is_sent() throws Exception {
    Map<String, String> environment = new HashMap<>(invoiceXpress());
    environment.remove("INVOICEXPRESS_API_KEY");

    QuickstartProcess process = QuickstartProcess.run(environment);

    assertThat(process.exitStatus()).isEqualTo(1);
    assertThat(process.error())
        .isEqualToIgnoringNewLines(
            "quickstart: the environment variable INVOICEXPRESS_API_KEY is not set");
    assertThat(real.requests()).isEmpty();
  }

  @Test
  void a_failure_is_one_line_without_the_key_and_a_status_that_is_not_zero() throws Exception {
    real.faults().on("GET", ".*/sequences\\.json").always(Fault.response(CannedResponse.of(500)));

    QuickstartProcess process = QuickstartProcess.run(invoiceXpress());

    assertThat(process.exitStatus()).isEqualTo(1);
    assertThat(process.error().lines())
        .singleElement()
        .asString()
        .startsWith("quickstart: InvoiceXpress listSequences: 500")
        .doesNotContain(real.invoiceXpressApiKey());
  }

  private Map<String, String> invoiceXpress() {
    return Map.of(
        "INVOICEXPRESS_ACCOUNT", "acme",
        "INVOICEXPRESS_API_KEY", real.invoiceXpressApiKey(),
        "INVOICEXPRESS_BASE_URL", real.invoiceXpressUrl().toString());
  }

  private Map<String, String> idoklad() {
    IdokladCredentials credentials = real.idokladCredentials();
    return Map.of(
        "IDOKLAD_APPLICATION_ID", credentials.applicationId(),
        "IDOKLAD_CLIENT_ID", credentials.clientId(),
        "IDOKLAD_CLIENT_SECRET", credentials.clientSecret(),
        "IDOKLAD_BASE_URL", real.idokladUrl().toString(),
        "IDOKLAD_TOKEN_URL", real.idokladTokenUrl().toString());
  }
}
