package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class SaftExportBookTest {
  private static final YearMonth FEBRUARY = YearMonth.of(2025, 2);
  private static final YearMonth MARCH = YearMonth.of(2025, 3);
  private static final YearMonth APRIL = YearMonth.of(2025, 4);

  private final SaftExportBook exports = new SaftExportBook(FEBRUARY::equals);

  @Test
  void a_month_has_documents_if_some_were_finalised_or_it_was_arranged() {
    exports.addMonth(MARCH);

    assertThat(exports.hasDocuments(FEBRUARY)).isTrue();
    assertThat(exports.hasDocuments(MARCH)).isTrue();
    assertThat(exports.hasDocuments(APRIL)).isFalse();
  }

  @Test
  void exports_that_have_begun_keep_their_number_of_pending_responses() {
    assertThat(exports.takePendingResponse(FEBRUARY)).isTrue();
    exports.pendingResponses(0);

    assertThat(exports.takePendingResponse(FEBRUARY)).isTrue();
    assertThat(exports.takePendingResponse(FEBRUARY)).isFalse();
    assertThat(exports.takePendingResponse(MARCH)).isFalse();
  }
}
