package io.github.invoicingsdk.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.invoicingsdk.idoklad.query.Filter;
import io.github.invoicingsdk.idoklad.query.FilterTerm;
import io.github.invoicingsdk.idoklad.query.LegacyFilter;
import io.github.invoicingsdk.idoklad.query.TextField;
import io.github.invoicingsdk.vocabulary.QueryValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Texts in the filters of both API versions: refused, or they stay the value of their term. */
class FilterFuzzTest {

  private static final TextField NAME = TextField.of("Name");

  @FuzzTest(maxDuration = "10s")
  void a_text_stays_in_its_term(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    if (text.isEmpty()) {
      return;
    }
    FilterTerm term = NAME.contains(text);
    Filter both = Filter.anyOf(term, NAME.isEqualTo("x"));

    String[] parts = both.expression().split("~", -1);
    assertThat(parts).hasSize(7);
    String value = parts[2].substring(0, parts[2].length() - 1);
    assertThat(new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8))
        .isEqualTo(text);
    checkLegacy(term, text);
  }

  private static void checkLegacy(FilterTerm term, String text) {
    LegacyFilter filter;
    try {
      filter = LegacyFilter.allOf(term, NAME.isEqualTo("x"));
    } catch (IllegalArgumentException refused) {
      assertThat(text).containsAnyOf("|", "~");
      return;
    }
    assertThat(filter.expression()).isEqualTo("Name~ct~" + text + "|Name~eq~x");
    assertThat(new QueryValue().expand(filter)).matches("[A-Za-z0-9%._~-]+");
  }
}
