package io.github.invoicingsdk.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  @ParameterizedTest
  @CsvSource({"0,0", "2,2", "' 3 ',3", "120,120", "1.0,2", "1.5,2", "0.2,1", "2678400,2678400"})
  void seconds_are_read_and_fractions_rounded_up(String value, long seconds) {
    assertThat(RetryAfter.parse(value, Failures.NOW)).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sat, 21 Nov 2026 10:01:30 GMT",
        "Saturday, 21-Nov-26 10:01:30 GMT",
        "Sat Nov 21 10:01:30 2026"
      })
  void all_dates_of_http_are_read(String value) {
    assertThat(RetryAfter.parse(value, Failures.NOW)).contains(Duration.ofSeconds(90));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sat, 21 Nov 2026 09:00:00 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994"
      })
  void a_date_of_the_past_asks_for_no_wait(String value) {
    assertThat(RetryAfter.parse(value, Failures.NOW)).contains(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2678401",
        "9223372036854775807",
        "99999999999999999999999999",
        "Fri, 21 Nov 2036 10:00:00 GMT"
      })
  void an_absurd_wait_is_cut_to_31_days(String value) {
    assertThat(RetryAfter.parse(value, Failures.NOW)).contains(Duration.ofDays(31));
  }

  @Test
  void other_headers_are_not_looked_at() {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put("Age", List.of("7"));
    headers.put("retry-AFTER", List.of("3"));

    assertThat(RetryAfter.of(headers, Failures.NOW)).contains(Duration.ofSeconds(3));
    assertThat(RetryAfter.of(Map.of("Age", List.of("7")), Failures.NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "-1", "abc", "1e3", "2026-11-21T10:01:30Z", "Sun, 21 Nov 2026", "1,5"})
  void anything_else_says_nothing(String value) {
    assertThat(RetryAfter.parse(value, Failures.NOW)).isEmpty();
  }
}
