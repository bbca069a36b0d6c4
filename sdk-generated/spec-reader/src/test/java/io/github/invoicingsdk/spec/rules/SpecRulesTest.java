package io.github.invoicingsdk.spec.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.spec.Spec;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every spec keeps the house rules of {@code openapi/README.md}. */
class SpecRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../openapi/invoicexpress",
        "../../openapi/idoklad",
        "../../openapi/idoklad-v2",
        "../src/test/openapi/sample"
      })
  void the_spec_keeps_the_house_rules(String folder) throws IOException {
    Spec spec = Spec.in(Path.of(folder));

    assertThat(spec.operations()).isNotEmpty();
    assertThat(SpecRules.check(spec)).as("see openapi/README.md").isEmpty();
  }
}
