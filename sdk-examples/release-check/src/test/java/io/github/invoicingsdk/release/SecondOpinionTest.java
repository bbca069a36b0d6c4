package io.github.invoicingsdk.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What openapi-diff adds to our own comparison. */
class SecondOpinionTest {

  @TempDir private Path temporary;

  @Test
  void it_calls_a_property_that_left_an_answer_incompatible_for_all_operations_that_answer_it()
      throws IOException {
    SpecEdit spec =
        SpecEdit.in(temporary)
            .replace(
                "things.yaml",
                """
                        price:
                          type: string
                          format: text-decimal
                          description: The price of one.
                """,
                "");

    assertThat(spec.secondOpinion().incompatible())
        .containsExactlyInAnyOrder("listThings", "createThing", "getThing");
  }

  @Test
  void it_takes_enums_of_answers_as_open() throws IOException {
    SpecEdit spec = SpecEdit.in(temporary).replace("things.yaml", "[shop]", "[shop, cellar]");

    assertThat(spec.secondOpinion()).isEqualTo(new SecondOpinion(List.of(), List.of(), List.of()));
  }

  @Test
  void what_it_calls_incompatible_breaks_when_nothing_else_explains_it() throws IOException {
    SpecBundle spec = SpecBundle.in(SpecEdit.RELEASED);
    SpecComparison comparison = new SpecComparison(spec, spec);

    comparison.addWhatWasOverlooked(List.of("getThing", "no such operation"));

    assertThat(SpecEdit.lines(comparison.changes()))
        .containsExactly(
            "breaking CHANGED operation `getThing`: openapi-diff calls its requests or answers"
                + " incompatible, and no rule here says why");
  }
}
