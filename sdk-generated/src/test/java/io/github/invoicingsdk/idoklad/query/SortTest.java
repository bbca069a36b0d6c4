package io.github.invoicingsdk.idoklad.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SortTest {

  private static final SortField ID = SortField.of("Id");
  private static final SortField NAME = SortField.of("Name");
  private static final SortField DATE_OF_ISSUE = SortField.of("DateOfIssue");

  @Test
  void version_3_writes_directions_with_a_capital() {
    assertThat(ID.ascending().expression()).isEqualTo("Id~Asc");
    assertThat(ID.descending().expression()).isEqualTo("Id~Desc");
    assertThat(ID.ascending().then(NAME.descending()).expression()).isEqualTo("Id~Asc|Name~Desc");
  }

  @Test
  void version_2_writes_directions_in_lower_case() {
    assertThat(LegacySort.of(DATE_OF_ISSUE.ascending()).expression()).isEqualTo("DateOfIssue~asc");
    assertThat(LegacySort.of(DATE_OF_ISSUE.descending()).expression())
        .isEqualTo("DateOfIssue~desc");
    assertThat(LegacySort.of(ID.ascending().then(NAME.descending())).expression())
        .isEqualTo("Id~asc|Name~desc");
  }

  @Test
  void refining_keeps_the_order_of_the_fields_and_the_original() {
    Sort byName = NAME.ascending();
    Sort refined = byName.then(DATE_OF_ISSUE.descending().then(ID.ascending()));

    assertThat(refined.expression()).isEqualTo("Name~Asc|DateOfIssue~Desc|Id~Asc");
    assertThat(byName.expression()).isEqualTo("Name~Asc");
  }

  @Test
  void sorting_twice_by_one_field_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ID.ascending().then(NAME.ascending()).then(ID.descending()))
        .withMessageContaining("sorts by Id again");
  }

  @Test
  void the_text_of_a_sort_is_its_expression() {
    assertThat(ID.descending()).hasToString("Id~Desc");
    assertThat(LegacySort.of(ID.descending())).hasToString("Id~desc");
  }

  @Test
  void sorts_are_equal_when_their_expressions_are() {
    assertThat(ID.ascending())
        .isEqualTo(SortField.of("Id").ascending())
        .hasSameHashCodeAs(SortField.of("Id").ascending())
        .isNotEqualTo(ID.descending())
        .isNotEqualTo(NAME.ascending());
    assertThat(LegacySort.of(ID.ascending()))
        .isEqualTo(LegacySort.of(ID.ascending()))
        .hasSameHashCodeAs(LegacySort.of(ID.ascending()))
        .isNotEqualTo(LegacySort.of(ID.descending()))
        .isNotEqualTo(ID.ascending());
  }
}
