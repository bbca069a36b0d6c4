package io.github.invoicingsdk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.invoicingsdk.error.InvoicingException;
import io.github.invoicingsdk.error.OutcomeUnknownException;
import io.github.invoicingsdk.fixture.SandboxClients;
import io.github.invoicingsdk.internal.http.FakeTime;
import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.SequenceCalls;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.Fault;
import io.github.invoicingsdk.sandbox.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A write whose outcome is unknown stays so when reading back fails as well. */
@Timeout(60)
@ParameterizedClass
@EnumSource
class ReadBackFailsTest {

  private static final long UNREGISTERED = 146110;

  private final Sandbox sandbox = Sandbox.start();
  private final InvoiceXpressClient client =
      SandboxClients.invoiceXpress(sandbox, new FakeTime()).build();
  private final SequenceCalls calls;

  ReadBackFailsTest(SequenceCalls.Way way) {
    this.calls = new SequenceCalls(client, way);
  }

  @AfterEach
  void close() {
    client.close();
    sandbox.close();
  }

  @Test
  void a_registration_is_reported_as_unknown() {
    sandbox.faults().on("PUT", ".*/register\\.json").once(Fault.workThenCut());
    failReadsOnceSent("PUT");

    assertUnknown(() -> calls.ensureRegistered(UNREGISTERED));
  }

  @Test
  void a_creation_is_reported_as_unknown() {
    sandbox.faults().on("POST", ".*/sequences\\.json").once(Fault.workThenCut());
    failReadsOnceSent("POST");

    assertUnknown(() -> calls.ensureCreated("LOST"));
  }

  private void failReadsOnceSent(String method) {
    sandbox
        .faults()
        .on(
            request ->
                request.method().equals("GET")
                    && sandbox.requests().stream().anyMatch(sent -> sent.method().equals(method)))
        .always(Fault.response(CannedResponse.of(502)));
  }

  private static void assertUnknown(Runnable call) {
    InvoicingException failure = catchThrowableOfType(InvoicingException.class, call::run);

    assertThat(failure).isExactlyInstanceOf(OutcomeUnknownException.class);
    assertThat(failure.mayHaveBeenProcessed()).isTrue();
    assertThat(failure.getSuppressed())
        .singleElement()
        .isInstanceOfSatisfying(
            InvoicingException.class,
            readBack -> assertThat(readBack.operation()).isIn("getSequence", "listSequences"));
  }
}
