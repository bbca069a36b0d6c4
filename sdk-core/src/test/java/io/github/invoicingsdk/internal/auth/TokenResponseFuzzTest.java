package io.github.invoicingsdk.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/** What a token endpoint may answer: an object, or one exception that quotes nothing of it. */
class TokenResponseFuzzTest {

  @FuzzTest(maxDuration = "10s")
  void any_body_is_read_or_refused_without_being_quoted(byte[] body) {
    try {
      assertThat(TokenResponse.read(body)).hasToString("TokenResponse[***]");
    } catch (IOException refused) {
      assertThat(refused).hasMessage("not a JSON object").hasNoCause();
    }
  }
}
