package io.github.invoicingsdk.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.spec.Spec;
import io.github.invoicingsdk.spec.SpecNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The names that logs mask, and the properties that models mask, are told by lists of their own.
 */
class SensitiveNamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"invoicexpress", "idoklad", "idoklad-v2"})
  void a_text_that_logs_mask_by_its_name_is_masked_in_its_model_too(String folder)
      throws IOException {
    Spec spec = Spec.in(Path.of("..", "openapi", folder));
    List<String> shown = new ArrayList<>();
    int masked = 0;

    for (SpecNode model : spec.namedSchemas().values()) {
      // No class is made of a wrapper.
      for (SpecNode.Member property :
          model.is("x-wire-only") ? List.<SpecNode.Member>of() : model.members("properties")) {
        SpecNode value = property.value();
        if (SensitiveText.isSensitiveName(property.name()) && isText(spec.resolveSchema(value))) {
          if (value.is("x-secret") || value.is("x-personal")) {
            masked++;
          } else {
            shown.add(value.file() + ":" + value.line() + " " + property.name());
          }
        }
      }
    }

    assertThat(shown).isEmpty();
    assertThat(masked).isGreaterThanOrEqualTo(folder.equals("invoicexpress") ? 20 : 0);
  }

  private static boolean isText(SpecNode schema) {
    return schema.text("type").equals("string") && !schema.has("enum");
  }
}
