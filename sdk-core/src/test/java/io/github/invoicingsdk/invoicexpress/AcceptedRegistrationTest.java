package io.github.invoicingsdk.invoicexpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.error.OutcomeUnknownException;
import io.github.invoicingsdk.fixture.SandboxClients;
import io.github.invoicingsdk.internal.http.FakeTime;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.Fault;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A registration that was accepted without codes, and whose reading back fails. */
@ParameterizedClass
@EnumSource
class AcceptedRegistrationTest {

  private static final long UNREGISTERED = 146110;
  private static final String NOT_REGISTERED_YET =
      "{\"sequences\":[{\"id\":146110,\"current_invoice_validation_code\":\"N/D\"}]}";

  private final Sandbox sandbox = Sandbox.start();
  private final InvoiceXpressClient client =
      SandboxClients.invoiceXpress(sandbox, new FakeTime()).build();
  private final SequenceCalls calls;

  AcceptedRegistrationTest(SequenceCalls.Way way) {
    this.calls = new SequenceCalls(client, way);
  }

  @AfterEach
  void close() {
    client.close();
    sandbox.close();
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of("cut", Fault.cut()),
        Arguments.of("401", Fault.response(CannedResponse.of(401))),
        Arguments.of("404", Fault.response(CannedResponse.of(404))),
        Arguments.of("429", Fault.response(CannedResponse.of(429))),
        Arguments.of("500", Fault.response(CannedResponse.of(500))),
        Arguments.of(
            "a refusal with a code",
            Fault.response(
                CannedResponse.of(422)
                    .withBody("application/json", "{\"errors\":[{\"code\":\"001\"}]}"))),
        Arguments.of(
            "HTML",
            Fault.response(CannedResponse.of(200).withBody("text/html", "<html>Sorry</html>"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("failures")
  void the_outcome_is_unknown_whatever_keeps_it_from_being_read(String name, Fault failure) {
    accept(failure);

    assertThatThrownBy(() -> calls.ensureRegistered(UNREGISTERED))
        .isInstanceOfSatisfying(
            OutcomeUnknownException.class,
            e -> {
              assertThat(e.operation()).isEqualTo("registerSequence");
              assertThat(e.reason().operation()).isEqualTo("getSequence");
              assertThat(e.howToFindOut()).isNotBlank();
            });
    assertThat(sandbox.requests().stream().filter(request -> request.method().equals("PUT")))
        .hasSize(1);
  }

  private void accept(Fault ofReading) {
    AtomicBoolean accepted = new AtomicBoolean();
    sandbox
        .faults()
        .on(request -> request.method().equals("PUT") && accepted.compareAndSet(false, true))
        .always(
            Fault.response(
                CannedResponse.of(200).withBody("application/json", NOT_REGISTERED_YET)));
    sandbox
        .faults()
        .on(request -> request.method().equals("GET") && accepted.get())
        .always(ofReading);
  }
}
