package io.github.invoicingsdk.idoklad.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTest {

  private static final ComparableField<LocalDateTime> DATE_LAST_CHANGE =
      ComparableField.ofDateTime("DateLastChange");
  private static final ComparableField<LocalDate> DATE_OF_ISSUE =
      ComparableField.ofDate("DateOfIssue");
  private static final ComparableField<BigDecimal> STOCK_BALANCE =
      ComparableField.ofDecimal("StockBalance");
  private static final TextField NAME = TextField.of("Name");
  private static final IdField ID = IdField.of("Id");

  private enum Movement {
    ISSUE(-1),
    ENTRY(1);

    private final int number;

    Movement(int number) {
      this.number = number;
    }
  }

  @Test
  void terms_read_as_in_the_examples_of_the_vendor() {
    assertThat(DATE_LAST_CHANGE.isLessThan(LocalDateTime.of(2019, 4, 22, 23, 45, 15)))
        .hasToString("(DateLastChange~lt~2019-04-22 23:45:15.000)");
    assertThat(STOCK_BALANCE.isAtMost(new BigDecimal("100"))).hasToString("(StockBalance~lte~100)");
    assertThat(ComparableField.ofInteger("DocumentType").isGreaterThan(3))
        .hasToString("(DocumentType~gt~3)");
    assertThat(ComparableField.ofInteger("PaymentStatus").isAtLeast(1))
        .hasToString("(PaymentStatus~gte~1)");
    assertThat(FlagField.of("IsPaid").isEqualTo(true)).hasToString("(IsPaid~eq~true)");
    assertThat(FlagField.of("Exported").isNotEqualTo(false)).hasToString("(Exported~!eq~false)");
    assertThat(NAME.contains("x")).hasToString("(Name~ct:base64~eA==)");
    assertThat(NAME.doesNotContain("x")).hasToString("(Name~!ct:base64~eA==)");
    assertThat(NAME.isEqualTo("Sey, #, (( )~and~or;'"))
        .hasToString("(Name~eq:base64~U2V5LCAjLCAoKCApfmFuZH5vcjsn)");
  }

  @Test
  void every_comparison_has_its_operator() {
    ComparableField<Long> field = ComparableField.ofLong("F");

    assertThat(field.isEqualTo(5L)).hasToString("(F~eq~5)");
    assertThat(field.isNotEqualTo(5L)).hasToString("(F~!eq~5)");
    assertThat(field.isLessThan(5L)).hasToString("(F~lt~5)");
    assertThat(field.isAtMost(5L)).hasToString("(F~lte~5)");
    assertThat(field.isGreaterThan(5L)).hasToString("(F~gt~5)");
    assertThat(field.isAtLeast(5L)).hasToString("(F~gte~5)");
  }

  @Test
  void ids_compare_and_come_in_lists() {
    assertThat(ID.isEqualTo(5)).hasToString("(Id~eq~5)");
    assertThat(ID.isNotEqualTo(5)).hasToString("(Id~!eq~5)");
    assertThat(ID.isLessThan(5)).hasToString("(Id~lt~5)");
    assertThat(ID.isAtMost(5)).hasToString("(Id~lte~5)");
    assertThat(ID.isGreaterThan(5)).hasToString("(Id~gt~5)");
    assertThat(ID.isAtLeast(Long.MAX_VALUE)).hasToString("(Id~gte~9223372036854775807)");
    assertThat(ID.anyOf(7)).hasToString("(Id~ct~7)");
    assertThat(ID.anyOf(List.of(1L, 2L, 3L))).hasToString("(Id~ct~1,2,3)");
    assertThat(IdListField.of("TagIds").anyOf(4, 5)).hasToString("(TagIds~ct~4,5)");
    assertThat(IdListField.of("TagIds").anyOf(List.of(6L))).hasToString("(TagIds~ct~6)");
  }

  @Test
  void an_empty_list_of_ids_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(ID::anyOf)
        .withMessageContaining("ids is empty")
        .withMessageContaining("at least one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IdListField.of("TagIds").anyOf(List.of()));
  }

  @Test
  void enums_are_written_by_their_function() {
    EqualityField<Movement> byNumber =
        EqualityField.of("MovementType", movement -> Integer.toString(movement.number));
    ComparableField<Movement> byName = ComparableField.of("MovementType", Movement::toString);

    assertThat(byNumber.isEqualTo(Movement.ISSUE)).hasToString("(MovementType~eq~-1)");
    assertThat(byName.isAtLeast(Movement.ENTRY)).hasToString("(MovementType~gte~ENTRY)");
  }

  @Test
  void fields_without_order_compare_for_equality() {
    assertThat(EqualityField.ofInteger("PartnerId").isEqualTo(5)).hasToString("(PartnerId~eq~5)");
    assertThat(EqualityField.ofLong("PartnerId").isNotEqualTo(5L)).hasToString("(PartnerId~!eq~5)");
    assertThat(EqualityField.ofText("Code").isEqualTo("x")).hasToString("(Code~eq:base64~eA==)");
  }

  @Test
  void absent_values_can_be_asked_for_where_there_are_any() {
    NullableField<Integer> field = NullableField.ofInteger("AccountedByInvoiceId");

    assertThat(field.isNull()).hasToString("(AccountedByInvoiceId~eq~null)");
    assertThat(field.isNotNull()).hasToString("(AccountedByInvoiceId~!eq~null)");
    assertThat(field.isEqualTo(3)).hasToString("(AccountedByInvoiceId~eq~3)");
    assertThat(NullableField.ofLong("F").isNotEqualTo(3L)).hasToString("(F~!eq~3)");
    assertThat(NullableField.of("F", Movement::name).isEqualTo(Movement.ISSUE))
        .hasToString("(F~eq~ISSUE)");
  }

  @Test
  void text_is_sent_as_base64_of_its_utf_8_bytes() {
    assertThat(NAME.isEqualTo("äöü")).hasToString("(Name~eq:base64~w6TDtsO8)");
    assertThat(NAME.isNotEqualTo("🙂")).hasToString("(Name~!eq:base64~8J+Zgg==)");
    assertThat(SemanticTextField.of("Name").isSimilarTo("x")).hasToString("(Name~ss:base64~eA==)");
    assertThat(SemanticTextField.of("Name").contains("x")).hasToString("(Name~ct:base64~eA==)");
  }

  @Test
  void the_text_null_is_not_the_absence_of_a_text() {
    assertThat(NAME.isEqualTo("null")).hasToString("(Name~eq:base64~bnVsbA==)");
  }

  @Test
  void an_empty_text_can_be_compared_but_not_searched_for() {
    assertThat(NAME.isEqualTo("")).hasToString("(Name~eq~)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NAME.contains(""))
        .withMessageContaining("text is empty");
    assertThatIllegalArgumentException().isThrownBy(() -> NAME.doesNotContain(""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SemanticTextField.of("Name").isSimilarTo(""));
  }

  @Test
  void half_of_a_surrogate_pair_is_refused_and_not_replaced() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NAME.isEqualTo("cut \ud83d"))
        .withMessageContaining("surrogate");
  }

  @Test
  void decimals_are_written_plainly() {
    assertThat(STOCK_BALANCE.isEqualTo(new BigDecimal("1E+3")))
        .hasToString("(StockBalance~eq~1000)");
    assertThat(STOCK_BALANCE.isEqualTo(new BigDecimal("-0.5000")))
        .hasToString("(StockBalance~eq~-0.5)");
    assertThat(STOCK_BALANCE.isEqualTo(new BigDecimal("1E-10")))
        .hasToString("(StockBalance~eq~0.0000000001)");
    assertThat(STOCK_BALANCE.isEqualTo(new BigDecimal("0E+999999999")))
        .hasToString("(StockBalance~eq~0)");
    assertThat(STOCK_BALANCE.isEqualTo(new BigDecimal("99999999999999.9999")))
        .hasToString("(StockBalance~eq~99999999999999.9999)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"100000000000000", "-1E+2147483647", "1E-2147483647", "1E-29"})
  void decimals_out_of_range_are_refused_before_they_are_written_out(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STOCK_BALANCE.isEqualTo(new BigDecimal(value)))
        .withMessageContaining("out of range");
  }

  @Test
  void times_are_cut_to_milliseconds() {
    assertThat(DATE_LAST_CHANGE.isAtLeast(LocalDateTime.of(2026, 1, 2, 3, 4, 5, 678_999_999)))
        .hasToString("(DateLastChange~gte~2026-01-02 03:04:05.678)");
  }

  @Test
  void days_begin_at_midnight() {
    assertThat(DATE_OF_ISSUE.isEqualTo(LocalDate.of(2019, 6, 30)))
        .hasToString("(DateOfIssue~eq~2019-06-30 00:00:00.000)");
  }

  @Test
  void dates_outside_the_providers_years_are_refused() {
    assertThat(DATE_OF_ISSUE.isEqualTo(LocalDate.of(1753, 1, 1)).expression())
        .contains("1753-01-01");
    assertThat(DATE_OF_ISSUE.isEqualTo(LocalDate.of(9999, 12, 31)).expression())
        .contains("9999-12-31");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DATE_OF_ISSUE.isEqualTo(LocalDate.of(1752, 12, 31)))
        .withMessageContaining("1752-12-31")
        .withMessageContaining("1753 to 9999");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DATE_LAST_CHANGE.isEqualTo(LocalDateTime.of(10_000, 1, 1, 0, 0)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1~or~2",
        "a|b",
        "a)",
        "(a",
        "a,b",
        "a b",
        "é",
        "a\n",
        "a:b",
        "null\u0000"
      })
  void what_a_function_writes_must_be_harmless(String written) {
    EqualityField<String> field = EqualityField.of("F", value -> value);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> field.isEqualTo(written))
        .withMessageContaining("'" + written + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Id", "Partner.Id", "Name2", "a.b.c"})
  void field_names_are_letters_digits_and_dots(String name) {
    assertThat(IdField.of(name).name()).isEqualTo(name);
    assertThat(IdField.of(name)).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "Id ", "Id~", "Id|x", "(Id", "Id)", "I-d", ".Id", "Id.", "a..b", "1d", "Í", "Id\n"
      })
  void other_field_names_are_refused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IdField.of(name))
        .withMessageContaining("name '" + name + "'");
    assertThatIllegalArgumentException().isThrownBy(() -> IdListField.of(name));
    assertThatIllegalArgumentException().isThrownBy(() -> FlagField.of(name));
    assertThatIllegalArgumentException().isThrownBy(() -> TextField.of(name));
    assertThatIllegalArgumentException().isThrownBy(() -> SemanticTextField.of(name));
    assertThatIllegalArgumentException().isThrownBy(() -> EqualityField.ofInteger(name));
    assertThatIllegalArgumentException().isThrownBy(() -> NullableField.ofInteger(name));
    assertThatIllegalArgumentException().isThrownBy(() -> ComparableField.ofInteger(name));
    assertThatIllegalArgumentException().isThrownBy(() -> SortField.of(name));
  }

  @Test
  void every_field_tells_its_name() {
    assertThat(List.of(NAME.name(), FlagField.of("F").name(), IdListField.of("T").name()))
        .containsExactly("Name", "F", "T");
    assertThat(List.of(NAME, FlagField.of("F"), IdListField.of("T"), SortField.of("S")))
        .map(Object::toString)
        .containsExactly("Name", "F", "T", "S");
  }

  @Test
  @SuppressWarnings("NullAway") // Stands in for callers that are not checked for null.
  void null_values_are_refused() {
    @Nullable String none = null;

    assertThatNullPointerException().isThrownBy(() -> NAME.isEqualTo(none)).withMessage("value");
    assertThatNullPointerException().isThrownBy(() -> NAME.contains(none)).withMessage("text");
    assertThatNullPointerException().isThrownBy(() -> TextField.of(none)).withMessage("name");
    assertThatNullPointerException().isThrownBy(() -> ID.anyOf((long[]) null)).withMessage("ids");
  }
}
