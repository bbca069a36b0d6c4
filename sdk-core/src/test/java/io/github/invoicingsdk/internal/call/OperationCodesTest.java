package io.github.invoicingsdk.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.idoklad.api.IdokladResources;
import io.github.invoicingsdk.idokladv2.api.IdokladV2Resources;
import io.github.invoicingsdk.internal.http.CodeMeanings;
import io.github.invoicingsdk.invoicexpress.api.InvoiceXpressResources;
import io.github.invoicingsdk.model.ErrorCode;
import io.github.invoicingsdk.vocabulary.ErrorCodes;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a code means under the status that documents it, under its neighbours, and elsewhere. */
class OperationCodesTest {

  private static final CodeMeanings COMMON =
      (status, code) -> new ErrorCode(status, code, "COMMON", "What all operations share.");

  private static final ErrorCode ONCE = new ErrorCode(409, "005", "ONCE", "One meaning.");
  private static final ErrorCode GONE = new ErrorCode(404, "006", "GONE", "One of two meanings.");
  private static final ErrorCode BUSY = new ErrorCode(409, "006", "BUSY", "The other of two.");

  private final CodeMeanings codes = new OperationCodes(List.of(ONCE, GONE, BUSY), COMMON);

  static Stream<Arguments> documentedCodes() {
    return Stream.of(InvoiceXpressResources.class, IdokladResources.class, IdokladV2Resources.class)
        .flatMap(resources -> Arrays.stream(resources.getDeclaredMethods()))
        .filter(accessor -> Modifier.isPublic(accessor.getModifiers()))
        .flatMap(accessor -> Arrays.stream(accessor.getReturnType().getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(ErrorCodes.class))
        .flatMap(method -> documented(method).map(code -> Arguments.of(method, code)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("documentedCodes")
  void a_code_of_an_operation_means_the_same_under_every_status_of_refusal(
      Method method, ErrorCode documented) {
    CodeMeanings meanings = OperationInfo.of(method).codes(ErrorCode::unknown);
    boolean unambiguous =
        documented(method).filter(code -> code.code().equals(documented.code())).count() == 1;

    assertThat(meanings.of(documented.status(), documented.code())).isEqualTo(documented);
    assertThat(IntStream.range(400, 500))
        .allSatisfy(
            status ->
                assertThat(meanings.of(status, documented.code()).equals(documented))
                    .isEqualTo(unambiguous || status == documented.status()));
    assertThat(meanings.of(500, documented.code()).isKnown()).isFalse();
    assertThat(meanings.of(200, documented.code()).isKnown()).isFalse();
  }

  @Test
  void a_code_with_one_meaning_has_it_under_a_neighbouring_status() {
    assertThat(codes.of(422, "005")).isEqualTo(ONCE);
    assertThat(codes.documentedStatus("005")).hasValue(409);
  }

  @Test
  void a_code_with_two_meanings_is_told_apart_by_the_status_and_unknown_under_any_other() {
    assertThat(codes.of(404, "006")).isEqualTo(GONE);
    assertThat(codes.of(409, "006")).isEqualTo(BUSY);
    assertThat(codes.of(422, "006").name()).isEqualTo("COMMON");
    assertThat(codes.documentedStatus("006")).isEmpty();
  }

  @Test
  void what_an_operation_does_not_document_means_what_it_means_for_all() {
    assertThat(codes.of(422, "099").name()).isEqualTo("COMMON");
    assertThat(codes.documentedStatus("099")).isEmpty();
  }

  private static Stream<ErrorCode> documented(Method method) {
    return Arrays.stream(Objects.requireNonNull(method.getAnnotation(ErrorCodes.class)).value())
        .map(code -> new ErrorCode(code.status(), code.code(), code.name(), code.meaning()));
  }
}
