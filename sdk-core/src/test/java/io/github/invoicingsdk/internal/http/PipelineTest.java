package io.github.invoicingsdk.internal.http;

import static io.github.invoicingsdk.internal.http.TestCalls.context;
import static io.github.invoicingsdk.internal.http.TestCalls.get;
import static io.github.invoicingsdk.internal.http.TestCalls.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PipelineTest {

  private final List<String> passed = new ArrayList<>();
  private final Exchange transport =
      (request, options) -> {
        passed.add("transport");
        return response(request, 200, "{}");
      };

  @Test
  void the_order_is_the_one_that_was_decided() {
    assertThat(Stage.values())
        .containsExactly(
            Stage.ADDRESS,
            Stage.TRANSLATE_ERRORS,
            Stage.RETRY,
            Stage.AUTHENTICATE,
            Stage.LIMIT_RATE,
            Stage.BOUND);
  }

  @Test
  void requests_pass_the_stages_in_their_order_whatever_order_they_are_registered_in()
      throws Exception {
    List<String> expected = new ArrayList<>();
    Arrays.stream(Stage.values()).map(Stage::name).forEach(expected::add);
    expected.add("transport");
    List<Stage> stages = new ArrayList<>(List.of(Stage.values()));

    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(stages, new Random(seed));
      Pipeline pipeline = Pipeline.over(transport);
      stages.forEach(stage -> pipeline.with(stage, noting(stage)));
      passed.clear();

      pipeline.build().execute(get("http://host/"), context());

      assertThat(passed).as("registered as %s", stages).isEqualTo(expected);
    }
  }

  @Test
  void stages_that_are_absent_are_passed_over() throws Exception {
    Pipeline.over(transport)
        .with(Stage.BOUND, noting(Stage.BOUND))
        .with(Stage.RETRY, noting(Stage.RETRY))
        .build()
        .execute(get("http://host/"), context());

    assertThat(passed).containsExactly("RETRY", "BOUND", "transport");
  }

  @Test
  void a_pipeline_without_stages_is_the_transport() {
    assertThat(Pipeline.over(transport).build()).isSameAs(transport);
  }

  @Test
  void the_lower_part_begins_with_the_stage_that_is_asked_for() throws Exception {
    Pipeline pipeline = Pipeline.over(transport);
    for (Stage stage : Stage.values()) {
      pipeline.with(stage, noting(stage));
    }

    pipeline.buildFrom(Stage.LIMIT_RATE).execute(get("http://host/"), context());

    assertThat(passed).containsExactly("LIMIT_RATE", "BOUND", "transport");
  }

  @Test
  void a_stage_cannot_be_registered_twice() {
    Pipeline pipeline = Pipeline.over(transport).with(Stage.RETRY, noting(Stage.RETRY));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> pipeline.with(Stage.RETRY, noting(Stage.RETRY)))
        .withMessageContaining("RETRY");
  }

  private UnaryOperator<Exchange> noting(Stage stage) {
    return next ->
        (request, options) -> {
          passed.add(stage.name());
          return next.execute(request, options);
        };
  }
}
