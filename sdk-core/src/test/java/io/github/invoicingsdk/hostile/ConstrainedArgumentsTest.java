package io.github.invoicingsdk.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import feign.Param;
import feign.RequestLine;
import io.github.invoicingsdk.fixture.StubClients;
import io.github.invoicingsdk.fixture.StubServer;
import io.github.invoicingsdk.idoklad.IdokladClient;
import io.github.invoicingsdk.idoklad.model.NumericSequenceDocumentType;
import io.github.invoicingsdk.result.Paged;
import io.github.invoicingsdk.vocabulary.Constraints;
import io.github.invoicingsdk.vocabulary.Operation;
import io.github.invoicingsdk.vocabulary.Pagination;
import io.github.invoicingsdk.vocabulary.PathValue;
import io.github.invoicingsdk.vocabulary.QueryValue;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments that the spec does not allow: refused by name before anything is sent. */
class ConstrainedArgumentsTest {

  private final RecordingEngine engine = new RecordingEngine();
  private final Parts parts = engine.resource(Parts.class);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 9_007_199_254_740_993L})
  void numbers_within_their_range_are_sent(long id) {
    parts.get(id);

    assertThat(engine.sent().get(0).url()).isEqualTo("https://example.test/v2/parts/" + id);
  }

  @ParameterizedTest
  @CsvSource({
    "0, give at least 1",
    "-1, give at least 1",
    "-9223372036854775808, give at least 1",
    "9007199254740994, give at most 9007199254740993",
    "9223372036854775807, give at most 9007199254740993"
  })
  void numbers_out_of_their_range_are_refused(long id, String allowed) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parts.get(id))
        .withMessage("partId is " + id + ": " + allowed);

    assertThat(engine.sent()).isEmpty();
  }

  @Test
  void decimal_numbers_are_compared_by_value() {
    parts.ofPrice(new BigDecimal("0.010"));

    assertThat(engine.sent()).hasSize(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parts.ofPrice(new BigDecimal("0.0099999999999999999")))
        .withMessage("price is 0.0099999999999999999: give at least 0.01");
    assertThat(engine.sent()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ab", "abcd", "😀😀😀😀"})
  void the_length_of_a_text_is_counted_in_characters(String name) {
    parts.named(name);

    assertThat(engine.sent()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'', name has 0 characters: give at least 2",
    "a, name has 1 characters: give at least 2",
    "😀, name has 1 characters: give at least 2",
    "abcde, name has 5 characters: give at most 4"
  })
  void texts_of_another_length_are_refused(String name, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> parts.named(name)).withMessage(message);

    assertThat(engine.sent()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "1234", "12a", "12\n", "\n12", "\u0661"})
  void texts_that_match_only_in_part_are_refused(String code) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parts.coded(code))
        .withMessage("code is \"" + code + "\": give a text that matches \\d{1,3}");

    assertThat(engine.sent()).isEmpty();
  }

  @Test
  void a_list_refuses_when_it_is_asked_for_and_not_when_it_is_walked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parts.list(0))
        .withMessage("year is 0: give at least 1900");
  }

  @Test
  void a_serial_number_below_zero_never_reaches_idoklad() {
    try (StubServer server = StubServer.start();
        IdokladClient client = StubClients.idoklad(server).build()) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  client
                      .numericSequences()
                      .documentNumbers(
                          NumericSequenceDocumentType.ISSUED_INVOICE,
                          q -> q.documentSerialNumber(-1)))
          .withMessage("documentSerialNumber is -1: give at least 0");

      assertThat(server.requests()).isEmpty();
      assertThat(server.tokenRequests()).isEmpty();
    }
  }

  /** An interface in the form of the generated ones. */
  interface Parts {

    /** Gets a part. */
    @Operation(id = "getPart")
    @RequestLine(value = "GET /parts/{partId}", decodeSlash = false)
    void get(
        @Constraints(minimum = "1", maximum = "9007199254740993")
            @Param(value = "partId", expander = PathValue.class, encoded = true)
            long partId);

    /** Looks for parts of a price. */
    @Operation(id = "findPartsOfPrice")
    @RequestLine(value = "GET /parts?price={price}", decodeSlash = false)
    void ofPrice(
        @Constraints(minimum = "0.01")
            @Param(value = "price", expander = QueryValue.class, encoded = true)
            BigDecimal price);

    /** Looks for parts by name. */
    @Operation(id = "findPartsByName")
    @RequestLine(value = "GET /parts?name={name}", decodeSlash = false)
    void named(
        @Constraints(minLength = 2, maxLength = 4)
            @Param(value = "name", expander = QueryValue.class, encoded = true)
            String name);

    /** Looks for parts by code. */
    @Operation(id = "findPartsByCode")
    @RequestLine(value = "GET /parts?code={code}", decodeSlash = false)
    void coded(
        @Constraints(pattern = "\\d{1,3}")
            @Param(value = "code", expander = QueryValue.class, encoded = true)
            String code);

    /** Lists the names of parts. */
    @Operation(id = "listPartNames")
    @Pagination(page = "page", size = "size", items = "names")
    @RequestLine(value = "GET /parts/names?year={year}", decodeSlash = false)
    Paged<String> list(
        @Constraints(minimum = "1900")
            @Param(value = "year", expander = QueryValue.class, encoded = true)
            int year);
  }
}
