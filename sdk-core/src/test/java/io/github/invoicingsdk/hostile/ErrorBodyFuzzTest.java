package io.github.invoicingsdk.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.invoicingsdk.internal.error.ErrorBody;

/** The parser of error bodies understands anything somehow. */
class ErrorBodyFuzzTest {

  private static final int MOST_TEXTS = 1000;

  @FuzzTest(maxDuration = "10s")
  void any_body_is_understood(byte[] body) {
    ErrorBody parsed = ErrorBody.parse(body, "application/json; charset=utf-8");

    assertThat(parsed.messages()).hasSizeLessThanOrEqualTo(MOST_TEXTS).noneMatch(String::isBlank);
    assertThat(parsed.fieldErrors().keySet()).noneMatch(String::isBlank);
    assertThat(parsed).isEqualTo(ErrorBody.parse(body, "application/json; charset=utf-8"));
  }
}
