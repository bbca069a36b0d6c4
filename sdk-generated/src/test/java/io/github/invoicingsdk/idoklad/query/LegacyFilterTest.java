package io.github.invoicingsdk.idoklad.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class LegacyFilterTest {

  private static final IdField ID = IdField.of("Id");
  private static final TextField DOCUMENT_NUMBER = TextField.of("DocumentNumber");
  private static final ComparableField<LocalDate> DATE_OF_ISSUE =
      ComparableField.ofDate("DateOfIssue");
  private static final ComparableField<LocalDateTime> DATE_LAST_CHANGE =
      ComparableField.ofDateTime("DateLastChange");

  @Test
  void terms_read_as_in_the_examples_of_clients() {
    assertThat(LegacyFilter.allOf(DOCUMENT_NUMBER.isEqualTo("123")).expression())
        .isEqualTo("DocumentNumber~eq~123");
    assertThat(
            LegacyFilter.allOf(
                    DOCUMENT_NUMBER.isEqualTo("1234"),
                    DATE_OF_ISSUE.isEqualTo(LocalDate.of(2019, 6, 30)))
                .expression())
        .isEqualTo("DocumentNumber~eq~1234|DateOfIssue~eq~2019-06-30");
    assertThat(
            LegacyFilter.allOf(DATE_OF_ISSUE.isGreaterThan(LocalDate.of(2018, 12, 31)))
                .expression())
        .isEqualTo("DateOfIssue~gt~2018-12-31");
  }

  @Test
  void one_type_joins_all_terms() {
    List<FilterTerm> terms =
        List.of(ID.isEqualTo(1), ID.isEqualTo(2), FlagField.of("IsDefault").isNotEqualTo(false));

    assertThat(LegacyFilter.allOf(terms).type()).isEqualTo(FilterType.AND).hasToString("and");
    assertThat(LegacyFilter.anyOf(terms).type()).isEqualTo(FilterType.OR).hasToString("or");
    assertThat(LegacyFilter.anyOf(terms).expression())
        .isEqualTo("Id~eq~1|Id~eq~2|IsDefault~!eq~false");
  }

  @Test
  void times_are_written_to_the_minute() {
    assertThat(
            LegacyFilter.allOf(DATE_LAST_CHANGE.isAtLeast(LocalDateTime.of(2019, 4, 22, 23, 45)))
                .expression())
        .isEqualTo("DateLastChange~gte~2019-04-22 23:45");
  }

  @Test
  void text_is_written_as_it_is() {
    assertThat(
            LegacyFilter.anyOf(DOCUMENT_NUMBER.contains("Kůň (1) 🙂"), ID.isEqualTo(7))
                .expression())
        .isEqualTo("DocumentNumber~ct~Kůň (1) 🙂|Id~eq~7");
  }

  @Test
  void text_that_would_break_the_grammar_is_refused() {
    for (String text : List.of("~", "|", "x|Id~gt~0", "a~b")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> LegacyFilter.allOf(DOCUMENT_NUMBER.isEqualTo(text)))
          .withMessageContaining("DocumentNumber")
          .withMessageContaining("'" + text + "'")
          .withMessageContaining("cannot be escaped");
    }
  }

  @Test
  void hostile_text_is_refused_or_stays_one_term() {
    for (String text : Hostile.TEXTS) {
      if (text.contains("~") || text.contains("|")) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> LegacyFilter.allOf(DOCUMENT_NUMBER.contains(text)));
      } else {
        String expression =
            LegacyFilter.allOf(ID.isEqualTo(1), DOCUMENT_NUMBER.contains(text), ID.isEqualTo(2))
                .expression();

        assertThat(expression.split("\\|", -1))
            .containsExactly("Id~eq~1", "DocumentNumber~ct~" + text, "Id~eq~2");
      }
    }
  }

  @Test
  void what_version_2_cannot_say_is_refused() {
    LocalDateTime withSeconds = LocalDateTime.of(2019, 4, 22, 23, 45, 15);

    assertRefused(DATE_LAST_CHANGE.isAtLeast(withSeconds), "truncatedTo(ChronoUnit.MINUTES)");
    assertRefused(DATE_LAST_CHANGE.isAtLeast(withSeconds.withSecond(0).withNano(1)), "seconds");
    assertRefused(ID.anyOf(1, 2), "LegacyFilter.anyOf");
    assertRefused(NullableField.ofInteger("F").isNull(), "absent");
    assertRefused(SemanticTextField.of("F").isSimilarTo("x"), "semantic search");
    assertRefused(DOCUMENT_NUMBER.isEqualTo(""), "empty");
  }

  @Test
  void joining_no_terms_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(LegacyFilter::allOf)
        .withMessageContaining("terms is empty");
    assertThatIllegalArgumentException().isThrownBy(() -> LegacyFilter.anyOf(List.of()));
  }

  @Test
  void the_text_of_a_filter_is_its_expression() {
    assertThat(LegacyFilter.allOf(ID.isEqualTo(1), ID.isNotEqualTo(2)))
        .hasToString("Id~eq~1|Id~!eq~2");
  }

  @Test
  void filters_are_equal_when_expression_and_type_are() {
    assertThat(LegacyFilter.allOf(ID.isEqualTo(1), ID.isEqualTo(2)))
        .isEqualTo(LegacyFilter.allOf(ID.isEqualTo(1), ID.isEqualTo(2)))
        .hasSameHashCodeAs(LegacyFilter.allOf(ID.isEqualTo(1), ID.isEqualTo(2)))
        .isNotEqualTo(LegacyFilter.anyOf(ID.isEqualTo(1), ID.isEqualTo(2)))
        .isNotEqualTo(LegacyFilter.allOf(ID.isEqualTo(2), ID.isEqualTo(1)))
        .isNotEqualTo("Id~eq~1|Id~eq~2");
  }

  private static void assertRefused(FilterTerm term, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LegacyFilter.allOf(term))
        .withMessageContaining(reason);
  }
}
