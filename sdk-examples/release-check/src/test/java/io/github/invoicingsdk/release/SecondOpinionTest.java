package io.github.invoicingsdk.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What openapi-diff adds to our own comparison. */
class SecondOpinionTest {

  @TempDir private Path temporary;

  @Test
  void what_can_be_absent_from_a_response_is_incompatible_for_all_operations_that_answer_it()
      throws IOException {
    SpecEdit spec = SpecEdit.in(temporary).replace("things.yaml", "      required: [id]\n", "");

    assertThat(spec.secondOpinion().incompatible())
        .containsOnlyKeys("listThings", "createThing", "getThing")
        .containsEntry("getThing", Set.of(Aspect.RESPONSES));
  }

  @Test
  void it_takes_enums_of_responses_as_open() throws IOException {
    SpecEdit spec =
        SpecEdit.in(temporary).replace("things.yaml", "[red, blue]", "[red, blue, green]");

    assertThat(spec.secondOpinion()).isEqualTo(new SecondOpinion(List.of(), List.of(), Map.of()));
  }

  @Test
  void it_finds_what_came_and_what_left() throws IOException {
    SpecEdit spec =
        SpecEdit.in(temporary).replace("openapi.yaml", "/things/{id}.json", "/v2/things/{id}.json");

    assertThat(spec.secondOpinion())
        .isEqualTo(new SecondOpinion(List.of("getThing"), List.of("getThing"), Map.of()));
  }

  @Test
  void what_it_calls_incompatible_breaks_when_nothing_else_explains_it() throws IOException {
    SpecBundle spec = SpecBundle.in(SpecEdit.RELEASED);
    SpecComparison comparison = new SpecComparison(spec, spec);

    comparison.addWhatWasOverlooked(
        Map.of("getThing", Set.of(Aspect.RESPONSES), "no such operation", Set.of(Aspect.REQUEST)));

    assertThat(SpecEdit.lines(comparison.changes()))
        .containsExactly(
            "breaking CHANGED operation `getThing`: openapi-diff calls its responses"
                + " incompatible, and no rule here says why");
  }
}
