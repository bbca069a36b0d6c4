package io.github.invoicingsdk.idoklad.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FilterTest {

  private static final IdField ID = IdField.of("Id");
  private static final FlagField IS_DEFAULT = FlagField.of("IsDefault");
  private static final EqualityField<Integer> DOCUMENT_TYPE =
      EqualityField.ofInteger("DocumentType");
  private static final ComparableField<Integer> A = ComparableField.ofInteger("A");
  private static final ComparableField<Integer> B = ComparableField.ofInteger("B");
  private static final ComparableField<Integer> C = ComparableField.ofInteger("C");

  @Test
  void combinations_of_two_stand_in_brackets() {
    Filter filter = A.isEqualTo(1).and(B.isGreaterThan(2).or(C.isLessThan(3)));

    assertThat(filter.expression()).isEqualTo("((A~eq~1)~and~((B~gt~2)~or~(C~lt~3)))");
  }

  @Test
  void filters_combine_in_the_order_of_the_calls() {
    assertThat(A.isEqualTo(1).or(B.isEqualTo(2)).and(C.isEqualTo(3)).expression())
        .isEqualTo("(((A~eq~1)~or~(B~eq~2))~and~(C~eq~3))");
    assertThat(A.isEqualTo(1).and(B.isEqualTo(2)).or(C.isEqualTo(3)).expression())
        .isEqualTo("(((A~eq~1)~and~(B~eq~2))~or~(C~eq~3))");
    assertThat(A.isEqualTo(1).or(B.isEqualTo(2).and(C.isEqualTo(3))).expression())
        .isEqualTo("((A~eq~1)~or~((B~eq~2)~and~(C~eq~3)))");
  }

  @Test
  void fields_of_different_kinds_combine() {
    Filter filter =
        DOCUMENT_TYPE.isEqualTo(0).and(IS_DEFAULT.isEqualTo(true).or(ID.anyOf(1, 2, 3)));

    assertThat(filter.expression())
        .isEqualTo("((DocumentType~eq~0)~and~((IsDefault~eq~true)~or~(Id~ct~1,2,3)))");
  }

  @Test
  void all_of_and_any_of_equal_the_chained_calls() {
    assertThat(Filter.allOf(A.isEqualTo(1), B.isEqualTo(2), C.isEqualTo(3)))
        .isEqualTo(A.isEqualTo(1).and(B.isEqualTo(2)).and(C.isEqualTo(3)));
    assertThat(Filter.anyOf(List.of(A.isEqualTo(1), B.isEqualTo(2), C.isEqualTo(3))))
        .isEqualTo(A.isEqualTo(1).or(B.isEqualTo(2)).or(C.isEqualTo(3)));
  }

  @Test
  void one_filter_alone_needs_no_combination() {
    assertThat(Filter.allOf(A.isEqualTo(1)).expression()).isEqualTo("(A~eq~1)");
    assertThat(Filter.anyOf(A.isEqualTo(1)).expression()).isEqualTo("(A~eq~1)");
  }

  @Test
  void combining_no_filters_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(Filter::allOf)
        .withMessageContaining("filters is empty")
        .withMessageContaining("at least one");
    assertThatIllegalArgumentException().isThrownBy(() -> Filter.anyOf(List.of()));
  }

  @Test
  void combining_with_null_is_refused() {
    assertThatNullPointerException()
        .isThrownBy(() -> A.isEqualTo(1).and(absent()))
        .withMessage("other");
    assertThatNullPointerException()
        .isThrownBy(() -> A.isEqualTo(1).or(absent()))
        .withMessage("other");
    assertThatNullPointerException()
        .isThrownBy(() -> Filter.allOf(Arrays.asList(A.isEqualTo(1), absent())));
  }

  @Test
  void combining_leaves_the_parts_unchanged() {
    Filter first = A.isEqualTo(1);
    Filter both = first.and(B.isEqualTo(2));
    both.or(C.isEqualTo(3));

    assertThat(first.expression()).isEqualTo("(A~eq~1)");
    assertThat(both.expression()).isEqualTo("((A~eq~1)~and~(B~eq~2))");
  }

  @Test
  void the_array_handed_in_can_be_changed_afterwards() {
    Filter[] parts = {A.isEqualTo(1), B.isEqualTo(2)};
    Filter filter = Filter.allOf(parts);
    parts[0] = C.isEqualTo(3);

    assertThat(filter.expression()).isEqualTo("((A~eq~1)~and~(B~eq~2))");
  }

  @Test
  void a_filter_nests_as_deep_as_it_is_asked_to() {
    int depth = 100_000;
    Filter left = A.isEqualTo(0);
    Filter right = A.isEqualTo(0);
    for (int i = 0; i < depth; i++) {
      left = left.and(B.isEqualTo(1));
      right = B.isEqualTo(1).or(right);
    }

    assertThat(left.expression())
        .startsWith("(".repeat(depth) + "(A~eq~0)~and~(B~eq~1))")
        .endsWith("~and~(B~eq~1))");
    assertThat(right.expression())
        .startsWith("((B~eq~1)~or~((B~eq~1)~or~")
        .endsWith("~or~(A~eq~0)" + ")".repeat(depth));
    assertThat(left).isNotEqualTo(right).hasSameHashCodeAs(left);
  }

  @Test
  void a_long_list_of_filters_becomes_one() {
    List<Filter> parts = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      parts.add(A.isEqualTo(i));
    }

    assertThat(Filter.anyOf(parts).expression())
        .startsWith("((((")
        .contains("(A~eq~0)~or~(A~eq~1))~or~(A~eq~2))")
        .endsWith("~or~(A~eq~9999))");
  }

  @Test
  void the_text_of_a_filter_is_its_expression() {
    Filter filter = A.isEqualTo(1).and(B.isEqualTo(2));

    assertThat(filter).hasToString(filter.expression());
    assertThat(A.isEqualTo(1)).hasToString("(A~eq~1)");
  }

  @Test
  void filters_are_equal_when_their_expressions_are() {
    Filter filter = A.isEqualTo(1).and(B.isEqualTo(2));

    assertThat(filter)
        .isEqualTo(A.isEqualTo(1).and(B.isEqualTo(2)))
        .hasSameHashCodeAs(A.isEqualTo(1).and(B.isEqualTo(2)))
        .isNotEqualTo(B.isEqualTo(2).and(A.isEqualTo(1)))
        .isNotEqualTo(A.isEqualTo(1).or(B.isEqualTo(2)))
        .isNotEqualTo(A.isEqualTo(1));
    assertThat(A.isEqualTo(1))
        .isEqualTo(A.isEqualTo(1))
        .hasSameHashCodeAs(A.isEqualTo(1))
        .isNotEqualTo(A.isNotEqualTo(1))
        .isNotEqualTo(B.isEqualTo(1))
        .isNotEqualTo(A.isEqualTo(2));
  }

  @SuppressWarnings("NullAway") // Stands in for callers that are not checked for null.
  private static Filter absent() {
    @Nullable Filter none = null;
    return none;
  }
}
