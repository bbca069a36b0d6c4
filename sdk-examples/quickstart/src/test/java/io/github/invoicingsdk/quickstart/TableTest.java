package io.github.invoicingsdk.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {

  private final Output output = new Output();

  @Test
  void aligns_columns_to_the_left_and_to_the_right() {
    Table table = Table.of(">Last", "Name");
    table.row("7", "2025");
    table.row("12345", "x");

    table.print(output.stream());

    assertThat(output.lines()).containsExactly(" Last  Name", "    7  2025", "12345  x");
  }

  @Test
  void counts_letters_and_not_their_units() {
    Table table = Table.of("a", "b");
    table.row("\uD83D\uDE00\u010D", "x");
    table.row("ab", "y");

    table.print(output.stream());

    assertThat(output.lines()).containsExactly("a   b", "\uD83D\uDE00\u010D  x", "ab  y");
  }

  @Test
  void a_table_without_rows_is_its_headers() {
    Table.of(">Id", "Name").print(output.stream());

    assertThat(output.lines()).containsExactly("Id  Name");
  }

  @Test
  void a_row_of_another_length_is_refused() {
    assertThatThrownBy(() -> Table.of("a", "b").row("1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the row has 1 cells, the table 2 columns");
  }
}
