package io.github.invoicingsdk.invoicexpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.error.AuthenticationException;
import io.github.invoicingsdk.error.ConnectionException;
import io.github.invoicingsdk.error.OutcomeUnknownException;
import io.github.invoicingsdk.error.PollingTimeoutException;
import io.github.invoicingsdk.fixture.SandboxClients;
import io.github.invoicingsdk.internal.http.FakeTime;
import io.github.invoicingsdk.invoicexpress.api.SequencesApi;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
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

/** Registering and creating at most once, whatever becomes of the responses. */
@ParameterizedClass
@EnumSource
class SequenceRegistrarTest {

  private static final long REGISTERED = 146090;
  private static final long UNREGISTERED = 146110;
  private static final String REGISTER = ".*/register\\.json";
  private static final String COLLECTION = ".*/sequences\\.json";

  private final FakeTime time = new FakeTime();
  private final Sandbox sandbox = Sandbox.start();
  private final InvoiceXpressClient client = SandboxClients.invoiceXpress(sandbox, time).build();
  private final SequenceCalls calls;

  SequenceRegistrarTest(SequenceCalls.Way way) {
    this.calls = new SequenceCalls(client, way);
  }

  @AfterEach
  void close() {
    client.close();
    sandbox.close();
  }

  @Test
  void registers_what_is_not_registered() {
    RegistrationResult registration = calls.ensureRegistered(UNREGISTERED);

    assertThat(registration).isInstanceOf(RegistrationResult.RegisteredNow.class);
    assertThat(sent("PUT")).isEqualTo(1);
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void sends_nothing_for_what_is_registered() {
    assertThat(calls.ensureRegistered(REGISTERED))
        .isInstanceOf(RegistrationResult.WasRegistered.class);

    assertThat(sent("PUT")).isZero();
  }

  @Test
  void a_caller_may_wait_for_ever() {
    assertThat(calls.ensureRegistered(UNREGISTERED, Duration.ofSeconds(Long.MAX_VALUE)))
        .isInstanceOf(RegistrationResult.RegisteredNow.class);
  }

  @Test
  void registering_twice_reads_back_instead_of_sending_again() {
    calls.ensureRegistered(UNREGISTERED);

    assertThat(calls.ensureRegistered(UNREGISTERED))
        .isInstanceOf(RegistrationResult.WasRegistered.class);

    assertThat(sent("PUT")).isEqualTo(1);
  }

  @Test
  void a_lost_response_is_found_by_reading() {
    sandbox.faults().on("PUT", REGISTER).once(Fault.workThenCut());

    RegistrationResult registration = calls.ensureRegistered(UNREGISTERED);

    assertThat(registration)
        .isInstanceOfSatisfying(
            RegistrationResult.RegisteredNow.class,
            now ->
                assertThat(Numberings.of(now.sequence()).registrationState())
                    .isEqualTo(RegistrationState.REGISTERED));
    assertThat(sent("PUT")).isEqualTo(1);
  }

  @Test
  void a_request_that_was_cut_off_before_it_was_processed_stays_unknown_and_is_not_repeated() {
    sandbox.faults().on("PUT", REGISTER).once(Fault.cut());

    assertThatThrownBy(() -> calls.ensureRegistered(UNREGISTERED, Duration.ofSeconds(10)))
        .isInstanceOfSatisfying(
            OutcomeUnknownException.class,
            e -> {
              assertThat(e.operation()).isEqualTo("registerSequence");
              assertThat(e.reason()).isInstanceOf(ConnectionException.class);
              assertThat(e.howToFindOut()).isNotBlank();
              assertThat(e.mayHaveBeenProcessed()).isTrue();
            });
    assertThat(sent("PUT")).isEqualTo(1);
    assertThat(time.sleeps()).hasSize(5).containsOnly(Duration.ofSeconds(2));

    assertThat(calls.ensureRegistered(UNREGISTERED))
        .isInstanceOf(RegistrationResult.RegisteredNow.class);
  }

  @ParameterizedTest
  @CsvSource({"500", "502", "504"})
  void a_failing_provider_may_have_registered_all_the_same(int status) {
    sandbox.faults().on("PUT", REGISTER).once(Fault.workThenRespond(CannedResponse.of(status)));

    assertThat(calls.ensureRegistered(UNREGISTERED))
        .isInstanceOf(RegistrationResult.RegisteredNow.class);

    assertThat(sent("PUT")).isEqualTo(1);
  }

  @Test
  void what_somebody_else_registers_after_the_look_was_registered() {
    whenRegisterArrives(() -> sandbox.invoiceXpress().register(UNREGISTERED));

    assertThat(calls.ensureRegistered(UNREGISTERED))
        .isInstanceOf(RegistrationResult.WasRegistered.class);
  }

  @Test
  void with_a_lost_response_nobody_can_tell_who_registered_and_it_is_registered_now() {
    whenRegisterArrives(() -> sandbox.invoiceXpress().register(UNREGISTERED));
    sandbox.faults().on("PUT", REGISTER).once(Fault.cut());

    assertThat(calls.ensureRegistered(UNREGISTERED))
        .isInstanceOf(RegistrationResult.RegisteredNow.class);
  }

  @Test
  void the_last_response_is_kept_for_whoever_asks_for_it() {
    assertThat(
            client.withResponse(
                c -> new SequenceCalls(c, calls.way()).ensureRegistered(REGISTERED)))
        .satisfies(response -> assertThat(response.raw().status()).isEqualTo(200));
  }

  @Test
  void a_provider_that_is_busy_is_asked_again() {
    sandbox.faults().on("PUT", REGISTER).times(2, Fault.response(CannedResponse.of(429)));

    assertThat(calls.ensureRegistered(UNREGISTERED))
        .isInstanceOf(RegistrationResult.RegisteredNow.class);

    assertThat(sent("PUT")).isEqualTo(3);
  }

  @Test
  void a_registration_that_runs_already_is_waited_for() {
    sandbox.invoiceXpress().startRegistration(UNREGISTERED, 3);

    assertThat(calls.ensureRegistered(UNREGISTERED))
        .isInstanceOf(RegistrationResult.WasRegistered.class);

    assertThat(sent("PUT")).isEqualTo(1);
  }

  @Test
  void a_registration_that_runs_for_ever_fails_when_the_time_is_over() {
    sandbox.invoiceXpress().startRegistration(UNREGISTERED);

    assertThat(calls.ensureRegistered(UNREGISTERED, Duration.ofSeconds(20)))
        .isInstanceOfSatisfying(
            RegistrationResult.Failed.class,
            failed ->
                assertThat(failed.reason())
                    .isEqualTo(SequencesApi.RegisterErrorCodes.REGISTRATION_RUNNING));
  }

  @Test
  void an_accepted_registration_without_codes_is_not_taken_for_done() {
    String unregistered =
        "{\"sequences\":[{\"id\":146110,\"current_invoice_validation_code\":\"N/D\"}]}";
    sandbox
        .faults()
        .on("PUT", REGISTER)
        .once(Fault.response(CannedResponse.of(200).withBody("application/json", unregistered)));

    assertThatThrownBy(() -> calls.ensureRegistered(UNREGISTERED, Duration.ofSeconds(4)))
        .isInstanceOf(PollingTimeoutException.class)
        .hasMessageContaining("registerSequence");
  }

  @ParameterizedTest
  @CsvSource({
    "000, UNKNOWN",
    "001, NAME_NOT_ALLOWED",
    "002, INVALID_AT_CREDENTIALS",
    "003, NO_OPEN_ACTIVITY",
    "004, ACCOUNT_NOT_PORTUGUESE"
  })
  void a_refusal_has_a_typed_reason(String code, String name) {
    sandbox.invoiceXpress().refuseNextRegister(code);

    assertThat(calls.ensureRegistered(UNREGISTERED))
        .isInstanceOfSatisfying(
            RegistrationResult.Failed.class,
            failed -> {
              assertThat(failed.reason().code()).isEqualTo(code);
              assertThat(failed.reason().name()).isEqualTo(name);
            });
  }

  @Test
  void an_unknown_sequence_fails_without_being_registered() {
    assertThat(calls.ensureRegistered(1))
        .isInstanceOfSatisfying(
            RegistrationResult.Failed.class,
            failed ->
                assertThat(failed.reason()).isEqualTo(SequencesApi.RegisterErrorCodes.NOT_FOUND));
    assertThat(sent("PUT")).isZero();
  }

  @Test
  void what_has_nothing_to_do_with_the_sequence_is_thrown() {
    sandbox.faults().on("PUT", REGISTER).once(Fault.response(CannedResponse.of(401)));

    assertThatThrownBy(() -> calls.ensureRegistered(UNREGISTERED))
        .isInstanceOf(AuthenticationException.class);
  }

  @Test
  void creates_what_does_not_exist_and_finds_what_does() {
    CreationResult first = calls.ensureCreated("2027");
    CreationResult second = calls.ensureCreated("2027");

    assertThat(first).isInstanceOf(CreationResult.CreatedNow.class);
    assertThat(second)
        .isInstanceOfSatisfying(
            CreationResult.Existed.class,
            existed -> assertThat(existed.sequence().serie()).isEqualTo("2027"));
    assertThat(sent("POST")).isEqualTo(1);
  }

  @Test
  void a_lost_response_to_a_creation_is_found_by_its_name() {
    sandbox.faults().on("POST", COLLECTION).once(Fault.workThenCut());

    CreationResult creation = calls.ensureCreated("2027");

    assertThat(creation).isInstanceOf(CreationResult.CreatedNow.class);
    assertThat(client.sequences().list()).extracting(Sequence::serie).containsOnlyOnce("2027");
    assertThat(sent("POST")).isEqualTo(1);
  }

  @Test
  void a_creation_that_was_cut_off_stays_unknown_and_is_not_repeated() {
    sandbox.faults().on("POST", COLLECTION).once(Fault.cut());

    assertThatThrownBy(() -> calls.ensureCreated("2027", Duration.ofSeconds(4)))
        .isInstanceOf(OutcomeUnknownException.class);

    assertThat(sent("POST")).isEqualTo(1);
  }

  @Test
  void a_name_that_is_not_allowed_fails_with_the_meaning_for_creating() {
    assertThat(calls.ensureCreated("no spaces!"))
        .isInstanceOfSatisfying(
            CreationResult.Failed.class,
            failed ->
                assertThat(failed.reason())
                    .isEqualTo(SequencesApi.CreateErrorCodes.NAME_NOT_ALLOWED));
  }

  /** A rule that never applies, but sees the request before it is handled. */
  private void whenRegisterArrives(Runnable event) {
    sandbox
        .faults()
        .on(
            request -> {
              if (request.method().equals("PUT")) {
                event.run();
              }
              return false;
            })
        .always(Fault.cut());
  }

  private long sent(String method) {
    return sandbox.requests().stream().filter(request -> request.method().equals(method)).count();
  }
}
