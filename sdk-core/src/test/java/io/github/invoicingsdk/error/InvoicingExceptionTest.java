package io.github.invoicingsdk.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.issuing.Difference;
import io.github.invoicingsdk.model.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvoicingExceptionTest {

  private static final ErrorCode CODE = new ErrorCode(409, "008", "BUSY", "Being registered.");

  private static final FailedCall CALL =
      FailedCall.of(Provider.INVOICEXPRESS, "registerSequence")
          .withRequest("PUT", "https://h/1")
          .withPage(2)
          .withAttempts(3);

  private static ErrorResponse response(int status) {
    return ErrorResponse.builder(status)
        .headers(Map.of("X-Runtime", List.of("1"), "x-runtime", List.of("1")))
        .body("body")
        .errorCode(CODE)
        .message("text")
        .fieldError("name", List.of("is bad"))
        .retryAfter(Duration.ofSeconds(9))
        .build();
  }

  private static final Difference DIFFERENCE = new Difference("total", "1", "2");

  private static List<InvoicingException> oneOfEach() {
    IOException cause = new IOException("below");
    return List.of(
        CALL.refused(response(400)),
        CALL.refused(response(401)),
        CALL.refused(response(402)),
        CALL.refused(response(403)),
        CALL.refused(response(404)),
        CALL.refused(response(409)),
        CALL.refused(response(429)),
        CALL.refused(response(503)),
        CALL.refused(response(302)),
        CALL.connectionFailed("no connection", false, cause),
        CALL.deadlineExceeded(Duration.ofSeconds(1), true, cause),
        CALL.interrupted(true, null),
        CALL.unreadable(
            UnreadableResponse.builder("bad").status(200).path("$.a").position(1, 2).build(),
            cause),
        CALL.pollingTimedOut(Duration.ofMinutes(2)),
        CALL.listChanged("the total shrank", 20, 25, 24),
        CALL.notIssued("it differs", 7, List.of(DIFFERENCE), List.of("items[0].tax")),
        CALL.documentConflict("it differs", List.of(7L), List.of(DIFFERENCE)),
        CALL.outcomeUnknown(CALL.interrupted(true, null), "read the sequence"));
  }

  @Test
  void every_message_ends_in_the_key_of_its_own_section_of_the_guide() {
    assertThat(oneOfEach())
        .extracting(InvoicingException::guideKey)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            leaves(InvoicingException.class)
                .map(type -> kebabCase(type.getSimpleName().replaceFirst("Exception$", "")))
                .toList());
    assertThat(oneOfEach())
        .allSatisfy(
            exception ->
                assertThat(exception)
                    .hasMessageEndingWith(" [errors#" + exception.guideKey() + "]"));
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(InvoicingExceptionTest::leaves)
        : Stream.of(type);
  }

  private static String kebabCase(String name) {
    return name.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  @Test
  void every_exception_survives_serialization() throws Exception {
    for (InvoicingException exception : oneOfEach()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(exception);
      }
      Object copy;
      try (ObjectInputStream in =
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
        copy = in.readObject();
      }
      assertThat(copy)
          .isExactlyInstanceOf(exception.getClass())
          .usingRecursiveComparison()
          .ignoringFieldsMatchingRegexes("(.*\\.)?(cause|stackTrace|suppressedExceptions)")
          .isEqualTo(exception);
      assertThat((InvoicingException) copy).hasMessage(exception.getMessage());
      if (copy instanceof ApiException api) {
        assertThat(api.errorCode()).contains(CODE);
        assertThat(api.headers().get("X-RUNTIME")).containsExactly("1", "1");
      }
    }
  }

  @Test
  void every_exception_knows_its_call() {
    for (InvoicingException exception : oneOfEach()) {
      assertThat(exception.provider()).isEqualTo(Provider.INVOICEXPRESS);
      assertThat(exception.operation()).isEqualTo("registerSequence");
      assertThat(exception.page()).hasValue(2);
      assertThat(exception.attempts()).isEqualTo(3);
      assertThat(exception.url()).isEqualTo("https://h/1");
      assertThat(exception)
          .hasMessageStartingWith("InvoiceXpress registerSequence: ")
          .hasMessageEndingWith(
              " - PUT https://h/1, page 2, after 3 requests [errors#" + exception.guideKey() + "]");
    }
  }

  @Test
  void only_refusals_and_failures_that_prove_it_say_that_nothing_was_processed() {
    assertThat(oneOfEach().stream().filter(InvoicingException::mayHaveBeenProcessed))
        .extracting(e -> e.getClass().getSimpleName())
        .containsExactly(
            "ServerException",
            "UnexpectedResponseException",
            "DeadlineExceededException",
            "CallInterruptedException",
            "DecodingException",
            "PollingTimeoutException",
            "DocumentConflictException",
            "OutcomeUnknownException");
  }

  @Test
  void an_exception_made_in_a_test_needs_no_more_than_its_status() {
    ApiException exception =
        FailedCall.of(Provider.IDOKLAD, "getNumericSequence")
            .refused(ErrorResponse.builder(404).build());

    assertThat(exception).isInstanceOf(NotFoundException.class);
    assertThat(exception).hasMessage("iDoklad getNumericSequence: 404 [errors#not-found]");
    assertThat(exception.url()).isNull();
    assertThat(exception.page()).isEmpty();
    assertThat(exception.attempts()).isZero();
    assertThat(exception.headers()).isEmpty();
    assertThat(exception.is(CODE)).isFalse();
  }

  @Test
  void what_an_exception_holds_cannot_be_changed() {
    ApiException exception = CALL.refused(response(409));

    assertThatThrownBy(() -> exception.headers().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> exception.fieldErrors().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void waiting_times_are_told() {
    assertThat(CALL.pollingTimedOut(Duration.ofMinutes(2)).allowed())
        .isEqualTo(Duration.ofMinutes(2));
    assertThat(CALL.deadlineExceeded(Duration.ofSeconds(1), true, null).allowed())
        .isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void a_draft_that_was_not_issued_and_a_conflict_tell_what_differs() {
    NotIssuedException notIssued =
        CALL.notIssued("it differs", 7, List.of(DIFFERENCE), List.of("items[0].tax"));
    assertThat(notIssued.draftId()).isEqualTo(7);
    assertThat(notIssued.differences()).containsExactly(DIFFERENCE);
    assertThat(notIssued.notVisible()).containsExactly("items[0].tax");

    DocumentConflictException conflict =
        CALL.documentConflict("it differs", List.of(7L, 8L), List.of(DIFFERENCE));
    assertThat(conflict.documentIds()).containsExactly(7L, 8L);
    assertThat(conflict.differences()).containsExactly(DIFFERENCE);
  }

  @Test
  void a_list_that_changed_tells_its_numbers_and_what_to_do() {
    ListChangedException changed =
        FailedCall.of(Provider.IDOKLAD, "listNumericSequences")
            .withPage(3)
            .listChanged("the total shrank", 20, 25, 24);

    assertThat(changed.delivered()).isEqualTo(20);
    assertThat(changed.firstTotal()).isEqualTo(25);
    assertThat(changed.currentTotal()).isEqualTo(24);
    assertThat(changed)
        .hasMessage(
            "iDoklad listNumericSequences: the list changed while it was read; read it again, or"
                + " narrow it with a filter if the account is busy: the total shrank (items"
                + " delivered: 20, total at first: 25, total now: 24), page 3"
                + " [errors#list-changed]");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 99, 1000})
  void a_status_has_three_digits(int status) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ErrorResponse.builder(status))
        .withMessageContaining("status is " + status);
  }

  @Test
  void arguments_that_cannot_be_right_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CALL.withPage(0))
        .withMessageContaining("page is 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CALL.withAttempts(-1))
        .withMessageContaining("attempts is -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ErrorResponse.builder(429).retryAfter(Duration.ofSeconds(-1)))
        .withMessageContaining("retryAfter is PT-1S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CALL.listChanged("the total shrank", -1, 25, 25))
        .withMessageContaining("delivered is -1");
    assertThatNullPointerException()
        .isThrownBy(() -> CALL.listChanged(nothing(), 20, 25, 25))
        .withMessage("problem");
    assertThatNullPointerException()
        .isThrownBy(() -> FailedCall.of(Provider.IDOKLAD, nothing()))
        .withMessage("operation");
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T nothing() {
    return null;
  }

  @Test
  void headers_of_clients_that_keep_the_status_line_under_null_do_no_harm() {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put(nothing(), List.of("HTTP/1.1 500"));
    headers.put("A", List.of("1"));

    assertThat(CALL.refused(ErrorResponse.builder(500).headers(headers).build()).headers())
        .containsOnlyKeys("A");
  }
}
