package io.github.invoicingsdk.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.invoicingsdk.idoklad.NumberFormat;
import java.time.LocalDate;

/** Formats of document numbers: refused, or the number that is made reads back. */
class NumberFormatFuzzTest {

  private static final int LONGEST_NUMBER_READ = 40;

  @FuzzTest(maxDuration = "10s")
  void a_number_reads_back_as_the_serial_number_it_was_made_of(FuzzedDataProvider data) {
    long serial = data.consumeLong(0, Integer.MAX_VALUE);
    LocalDate date =
        LocalDate.of(data.consumeInt(1753, 9999), data.consumeInt(1, 12), data.consumeInt(1, 28));
    String other = data.consumeString(LONGEST_NUMBER_READ);
    String pattern = data.consumeRemainingAsString();
    NumberFormat format;
    try {
      format = NumberFormat.parse(pattern);
    } catch (IllegalArgumentException refused) {
      assertThat(refused).isExactlyInstanceOf(IllegalArgumentException.class);
      return;
    }

    String number = format.format(date, serial);

    assertThat(format.serialOf(number, date)).hasValue(serial);
    assertThat(format.isValidFor(serial, date) && serial == Integer.MAX_VALUE).isFalse();
    format
        .serialOf(other, date)
        .ifPresent(read -> assertThat(format.format(date, read)).isEqualTo(other));
  }
}
