package io.github.invoicingsdk.invoicexpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.invoicingsdk.error.ApiException;
import io.github.invoicingsdk.error.DecodingException;
import io.github.invoicingsdk.error.OutcomeUnknownException;
import io.github.invoicingsdk.fixture.SandboxClients;
import io.github.invoicingsdk.internal.http.FakeTime;
import io.github.invoicingsdk.invoicexpress.RegistrationResult.Failed;
import io.github.invoicingsdk.invoicexpress.RegistrationResult.RegisteredNow;
import io.github.invoicingsdk.invoicexpress.RegistrationResult.WasRegistered;
import io.github.invoicingsdk.invoicexpress.api.SequencesApi.CreateErrorCodes;
import io.github.invoicingsdk.invoicexpress.api.SequencesApi.RegisterErrorCodes;
import io.github.invoicingsdk.model.ErrorCode;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.Fault;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the provider says of a registration in another way than it documents. */
@ParameterizedClass
@EnumSource
class RegistrationCodesTest {

  private static final long REGISTERED = 146090;
  private static final long UNREGISTERED = 146110;
  private static final String REGISTER = ".*/register\\.json";
  private static final String ONE = ".*/sequences/\\d+\\.json";

  private final Sandbox sandbox = Sandbox.start();
  private final InvoiceXpressClient client =
      SandboxClients.invoiceXpress(sandbox, new FakeTime()).build();
  private final SequenceCalls calls;

  RegistrationCodesTest(SequenceCalls.Way way) {
    this.calls = new SequenceCalls(client, way);
  }

  @AfterEach
  void close() {
    client.close();
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({"409, 005", "422, 005", "404, 005", "422, 007", "409, 007", "409, 008", "422, 008"})
  void what_is_registered_elsewhere_is_read_back_under_any_status(int status, String code) {
    sandbox.faults().on("PUT", REGISTER).once(Fault.workThenRespond(refusal(status, code)));

    assertThat(calls.ensureRegistered(UNREGISTERED)).isInstanceOf(WasRegistered.class);
  }

  @ParameterizedTest
  @CsvSource({"404", "409", "422"})
  void a_sequence_that_does_not_exist_is_known_under_any_status(int status) {
    sandbox.faults().on("PUT", REGISTER).once(Fault.response(refusal(status, "006")));

    assertThat(calls.ensureRegistered(UNREGISTERED))
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.reason()).isEqualTo(RegisterErrorCodes.NOT_FOUND);
              assertThat(failed.refusal().is(RegisterErrorCodes.NOT_FOUND)).isTrue();
              assertThat(failed.refusal().status()).isEqualTo(status);
            });
  }

  @ParameterizedTest
  @CsvSource({"409", "422"})
  void a_name_that_is_taken_is_known_under_any_status(int status) {
    String serie = "2027";
    sandbox.faults().on("POST", ".*").once(Fault.workThenRespond(refusal(status, "002")));

    assertThat(calls.ensureCreated(serie)).isInstanceOf(CreationResult.Existed.class);
  }

  @Test
  void the_type_of_an_exception_follows_the_status_and_its_code_the_documentation() {
    sandbox.faults().on("PUT", REGISTER).always(Fault.response(refusal(409, "007")));

    ApiException refusal =
        catchThrowableOfType(ApiException.class, () -> client.sequences().register(UNREGISTERED));

    assertThat(refusal.getClass().getSimpleName()).isEqualTo("ConflictException");
    assertThat(refusal.status()).isEqualTo(409);
    assertThat(refusal).hasMessageContaining("409 007 ALL_REGISTERED_AT_AUTHORITY");
    assertThat(refusal.is(RegisterErrorCodes.ALL_REGISTERED_AT_AUTHORITY)).isTrue();
    assertThat(refusal.is(RegisterErrorCodes.ALL_REGISTERED)).isFalse();
    assertThat(refusal.is(CreateErrorCodes.REGISTRATION_RUNNING)).isFalse();
    assertThat(refusal.is(ErrorCode.unknown(409, "007"))).isTrue();
    assertThat(refusal.is(ErrorCode.unknown(422, "007"))).isTrue();
    assertThat(refusal.is(ErrorCode.unknown(404, "007"))).isFalse();
  }

  @Test
  void the_codes_of_another_sequence_are_not_believed_at_the_first_look() {
    sandbox.faults().on("GET", ONE).always(another());

    assertThatThrownBy(() -> calls.ensureRegistered(UNREGISTERED))
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("146090");
    assertThat(sent("PUT")).isZero();
  }

  @Test
  void the_codes_of_another_sequence_are_not_believed_after_registering() {
    sandbox.faults().on("PUT", REGISTER).once(Fault.workThenRespond(anotherSequence()));

    assertThat(calls.ensureRegistered(UNREGISTERED))
        .isInstanceOfSatisfying(
            RegisteredNow.class, now -> assertThat(now.sequence().id()).isEqualTo(UNREGISTERED));
    assertThat(sent("PUT")).isEqualTo(1);
  }

  @Test
  void a_registration_of_which_only_another_sequence_is_seen_is_not_known() {
    sandbox.faults().on("PUT", REGISTER).once(another());

    assertThatThrownBy(() -> calls.ensureRegistered(UNREGISTERED, Duration.ofSeconds(4)))
        .isInstanceOfSatisfying(
            OutcomeUnknownException.class,
            e -> {
              assertThat(e.operation()).isEqualTo("registerSequence");
              assertThat(e.reason()).isInstanceOf(DecodingException.class);
            });
    assertThat(sent("PUT")).isEqualTo(1);
  }

  private static CannedResponse refusal(int status, String code) {
    return CannedResponse.of(status)
        .withBody(
            "application/json", "{\"errors\":{\"code\":\"" + code + "\",\"message\":\"No\"}}");
  }

  private static Fault another() {
    return Fault.response(anotherSequence());
  }

  private static CannedResponse anotherSequence() {
    return CannedResponse.of(200)
        .withBody(
            "application/json",
            "{\"sequences\":{\"id\":"
                + REGISTERED
                + ",\"current_invoice_validation_code\":\"ABCD1234\"}}");
  }

  private long sent(String method) {
    return sandbox.requests().stream().filter(request -> request.method().equals(method)).count();
  }
}
