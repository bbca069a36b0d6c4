package io.github.invoicingsdk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.fixture.SandboxClients;
import io.github.invoicingsdk.internal.http.FakeTime;
import io.github.invoicingsdk.invoicexpress.CreationResult;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.RegistrationResult;
import io.github.invoicingsdk.invoicexpress.SequenceCalls;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.Fault;
import io.github.invoicingsdk.sandbox.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A write that succeeded with a response that nobody can read is settled by reading back. */
@Timeout(60)
@ParameterizedClass
@EnumSource
class UnreadableWriteResponseTest {

  private static final long UNREGISTERED = 146110;

  private final Sandbox sandbox = Sandbox.start();
  private final InvoiceXpressClient client =
      SandboxClients.invoiceXpress(sandbox, new FakeTime()).build();
  private final SequenceCalls calls;

  UnreadableWriteResponseTest(SequenceCalls.Way way) {
    this.calls = new SequenceCalls(client, way);
  }

  @AfterEach
  void close() {
    client.close();
    sandbox.close();
  }

  @Test
  void a_registration_is_read_back() {
    sandbox
        .faults()
        .on("PUT", ".*/register\\.json")
        .once(Fault.workThenRespond(CannedResponse.of(200)));

    assertThat(calls.ensureRegistered(UNREGISTERED))
        .isInstanceOf(RegistrationResult.RegisteredNow.class);

    assertThat(sent("PUT")).isEqualTo(1);
  }

  @Test
  void a_created_sequence_is_looked_for_by_name() {
    sandbox
        .faults()
        .on("POST", ".*/sequences\\.json")
        .once(Fault.workThenRespond(CannedResponse.of(201)));

    assertThat(calls.ensureCreated("UNREADABLE")).isInstanceOf(CreationResult.CreatedNow.class);

    assertThat(sent("POST")).isEqualTo(1);
  }

  private long sent(String method) {
    return sandbox.requests().stream().filter(request -> request.method().equals(method)).count();
  }
}
