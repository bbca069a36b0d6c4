package io.github.invoicingsdk.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.invoicingsdk.internal.error.RetryAfter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** The header Retry-After: unreadable, or a wait between nothing and a month. */
class RetryAfterFuzzTest {

  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

  @FuzzTest(maxDuration = "10s")
  void any_header_is_a_bounded_wait_or_none(byte[] header) {
    RetryAfter.parse(new String(header, StandardCharsets.UTF_8), NOW)
        .ifPresent(wait -> assertThat(wait).isBetween(Duration.ZERO, Duration.ofDays(31)));
  }
}
