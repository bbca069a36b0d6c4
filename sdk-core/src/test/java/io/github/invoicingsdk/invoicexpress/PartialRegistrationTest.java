package io.github.invoicingsdk.invoicexpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.error.OutcomeUnknownException;
import io.github.invoicingsdk.error.ServerException;
import io.github.invoicingsdk.fixture.SandboxClients;
import io.github.invoicingsdk.invoicexpress.RegistrationResult.Failed;
import io.github.invoicingsdk.invoicexpress.RegistrationResult.PartiallyRegistered;
import io.github.invoicingsdk.invoicexpress.RegistrationResult.RegisteredNow;
import io.github.invoicingsdk.invoicexpress.RegistrationResult.WasRegistered;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.Fault;
import io.github.invoicingsdk.sandbox.Sandbox;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Sequences of which a part is registered: for good, or while somebody registers type by type. */
@ParameterizedClass
@EnumSource
class PartialRegistrationTest {

  private static final long ID = 146110;
  private static final String REGISTER = ".*/register\\.json";
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final EventfulTime time = new EventfulTime();
  private final Sandbox sandbox = Sandbox.start();
  private final InvoiceXpressClient client = SandboxClients.invoiceXpress(sandbox, time).build();
  private final SequenceCalls calls;

  PartialRegistrationTest(SequenceCalls.Way way) {
    this.calls = new SequenceCalls(client, way);
  }

  @AfterEach
  void close() {
    client.close();
    sandbox.close();
  }

  @Test
  void what_stays_as_it_is_for_two_pauses_is_told_and_nothing_is_sent() {
    registerAllBut("receipt", "quote");

    assertThat(calls.ensureRegistered(ID)).isInstanceOf(PartiallyRegistered.class);

    assertThat(time.pauses()).containsExactly(PAUSE, PAUSE);
    assertThat(sent("GET")).isEqualTo(3);
    assertThat(sent("PUT")).isZero();
  }

  @Test
  void without_time_it_is_told_at_once() {
    registerAllBut("receipt");

    assertThat(calls.ensureRegistered(ID, Duration.ZERO)).isInstanceOf(PartiallyRegistered.class);

    assertThat(time.pauses()).isEmpty();
    assertThat(sent("GET")).isEqualTo(1);
  }

  @Test
  void a_registration_of_somebody_else_that_is_under_way_is_waited_for() {
    registerAllBut("receipt", "quote", "proforma");
    time.inPauses(
        () -> registerAllBut("receipt", "quote"),
        PartialRegistrationTest::nothing,
        () -> registerAllBut("receipt"),
        PartialRegistrationTest::nothing,
        () -> registerAllBut());

    assertThat(calls.ensureRegistered(ID)).isInstanceOf(WasRegistered.class);

    assertThat(time.pauses()).hasSize(5);
    assertThat(sent("PUT")).isZero();
  }

  @Test
  void a_registration_type_by_type_is_waited_for_until_it_is_whole() {
    sandbox.invoiceXpress().registerTypeByType(true);

    assertThat(calls.ensureRegistered(ID)).isInstanceOf(RegistrationResult.RegisteredNow.class);

    assertThat(sent("PUT")).isEqualTo(1);
  }

  @Test
  void what_still_changes_when_the_time_is_over_is_told_as_it_was_last_seen() {
    registerAllBut("receipt", "quote", "proforma");
    time.inPauses(() -> registerAllBut("receipt", "quote"), () -> registerAllBut("receipt"));

    assertThat(calls.ensureRegistered(ID, Duration.ofSeconds(5)))
        .isInstanceOfSatisfying(
            PartiallyRegistered.class,
            partial ->
                assertThat(Numberings.of(partial.sequence()).all().values())
                    .filteredOn(
                        numbering ->
                            numbering.validationCode().status()
                                == ValidationCode.Status.NOT_REGISTERED)
                    .hasSize(1));
    assertThat(time.pauses()).containsExactly(PAUSE, PAUSE);
  }

  @Test
  void a_document_that_is_issued_meanwhile_is_no_change_of_the_registration() {
    registerAllBut("receipt");
    time.inPauses(
        () -> sandbox.invoiceXpress().lastNumber(ID, "invoice", 1),
        () -> sandbox.invoiceXpress().lastNumber(ID, "invoice", 2));

    assertThat(calls.ensureRegistered(ID)).isInstanceOf(PartiallyRegistered.class);

    assertThat(time.pauses()).hasSize(2);
  }

  @Test
  void a_reading_that_fails_while_it_is_watched_is_thrown() {
    registerAllBut("receipt");
    time.inPauses(
        () -> sandbox.faults().on("GET", ".*").always(Fault.response(CannedResponse.of(500))));

    assertThatThrownBy(() -> calls.ensureRegistered(ID)).isInstanceOf(ServerException.class);

    assertThat(sent("PUT")).isZero();
  }

  @Test
  void a_response_with_a_part_of_the_codes_is_watched_until_the_rest_is_there() {
    sandbox.invoiceXpress().registerNextWithout("receipt", "quote");
    time.inPauses(
        () -> registerAllBut("receipt"), PartialRegistrationTest::nothing, () -> registerAllBut());

    assertThat(calls.ensureRegistered(ID)).isInstanceOf(RegisteredNow.class);

    assertThat(sent("PUT")).isEqualTo(1);
  }

  @Test
  void a_lost_response_to_a_registration_type_by_type_is_watched_until_the_rest_is_there() {
    sandbox.invoiceXpress().registerNextWithout("receipt", "quote");
    sandbox.faults().on("PUT", REGISTER).once(Fault.workThenCut());
    time.inPauses(
        PartialRegistrationTest::nothing,
        () -> registerAllBut("receipt"),
        PartialRegistrationTest::nothing,
        () -> registerAllBut());

    assertThat(calls.ensureRegistered(ID)).isInstanceOf(RegisteredNow.class);

    assertThat(sent("PUT")).isEqualTo(1);
    assertThat(time.pauses()).hasSize(4);
  }

  @Test
  void a_registration_that_runs_already_is_watched_type_by_type() {
    refuse(409, "008");
    time.inPauses(
        () -> registerAllBut("receipt", "quote"),
        () -> registerAllBut("receipt"),
        PartialRegistrationTest::nothing,
        () -> registerAllBut());

    assertThat(calls.ensureRegistered(ID)).isInstanceOf(WasRegistered.class);
  }

  @Test
  void a_response_with_a_part_of_the_codes_that_stays_as_it_is_is_told() {
    sandbox.invoiceXpress().registerNextWithout("receipt");

    assertThat(calls.ensureRegistered(ID)).isInstanceOf(PartiallyRegistered.class);

    assertThat(time.pauses()).containsExactly(PAUSE, PAUSE);
    assertThat(sent("PUT")).isEqualTo(1);
  }

  @Test
  void a_new_attempt_registers_the_rest() {
    assertThat(calls.retryRegistration(partial())).isInstanceOf(RegisteredNow.class);

    assertThat(sent("PUT")).isEqualTo(1);
  }

  @Test
  void a_new_attempt_is_not_sent_when_the_codes_are_others_than_told() {
    RegistrationResult told = partial();
    registerAllBut("receipt");

    assertThat(calls.retryRegistration(told)).isInstanceOf(PartiallyRegistered.class);
    registerAllBut();
    assertThat(calls.retryRegistration(told)).isInstanceOf(WasRegistered.class);

    assertThat(sent("PUT")).isZero();
  }

  @Test
  void a_second_attempt_for_the_same_result_is_not_sent_after_a_first_that_changed_something() {
    RegistrationResult told = partial();
    sandbox.invoiceXpress().registerNextWithout("receipt");

    assertThat(calls.retryRegistration(told)).isInstanceOf(PartiallyRegistered.class);
    assertThat(calls.retryRegistration(told)).isInstanceOf(PartiallyRegistered.class);

    assertThat(sent("PUT")).isEqualTo(1);
  }

  @Test
  void a_new_attempt_that_the_provider_refuses_fails_with_the_reason() {
    RegistrationResult told = partial();
    sandbox.invoiceXpress().refuseNextRegister("003");

    assertThat(calls.retryRegistration(told))
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> assertThat(failed.reason().name()).isEqualTo("NO_OPEN_ACTIVITY"));
  }

  @Test
  void a_new_attempt_that_changes_nothing_is_told() {
    RegistrationResult told = partial();
    sandbox.invoiceXpress().registerNextWithout("receipt", "quote");

    assertThat(calls.retryRegistration(told)).isInstanceOf(PartiallyRegistered.class);

    assertThat(sent("PUT")).isEqualTo(1);
  }

  @Test
  void the_lost_response_to_a_new_attempt_is_not_taken_for_the_state_before_it() {
    RegistrationResult told = partial();
    sandbox.faults().on("PUT", REGISTER).once(Fault.cut());

    assertThatThrownBy(() -> calls.retryRegistration(told, Duration.ofSeconds(10)))
        .isInstanceOf(OutcomeUnknownException.class);

    assertThat(sent("PUT")).isEqualTo(1);
  }

  @Test
  void the_lost_response_to_a_new_attempt_is_found_by_reading() {
    RegistrationResult told = partial();
    sandbox.invoiceXpress().registerNextWithout("receipt");
    sandbox.faults().on("PUT", REGISTER).once(Fault.workThenCut());
    time.inPauses(PartialRegistrationTest::nothing, () -> registerAllBut());

    assertThat(calls.retryRegistration(told)).isInstanceOf(RegisteredNow.class);
  }

  @Test
  void a_new_attempt_while_somebody_else_registers_waits_for_that() {
    RegistrationResult told = partial();
    refuse(409, "008");
    time.inPauses(
        PartialRegistrationTest::nothing,
        PartialRegistrationTest::nothing,
        PartialRegistrationTest::nothing,
        () -> registerAllBut());

    assertThat(calls.retryRegistration(told)).isInstanceOf(WasRegistered.class);
  }

  @Test
  void a_new_attempt_is_not_sent_for_what_is_registered_whatever_the_caller_says() {
    RegistrationResult untrue = new PartiallyRegistered(client.sequences().get(146090));

    assertThat(calls.retryRegistration(untrue)).isInstanceOf(WasRegistered.class);

    assertThat(sent("PUT")).isZero();
  }

  /** A result that tells of two types without a code; what was sent for it is not counted. */
  private RegistrationResult partial() {
    registerAllBut("receipt", "quote");
    return new PartiallyRegistered(client.sequences().get(ID));
  }

  private static void nothing() {}

  private void registerAllBut(String... types) {
    sandbox.invoiceXpress().register(ID, types);
  }

  private void refuse(int status, String code) {
    String body = "{\"errors\":{\"code\":\"" + code + "\",\"message\":\"No\"}}";
    sandbox
        .faults()
        .on("PUT", REGISTER)
        .once(Fault.response(CannedResponse.of(status).withBody("application/json", body)));
  }

  private long sent(String method) {
    return sandbox.requests().stream().filter(request -> request.method().equals(method)).count();
  }
}
