package io.github.invoicingsdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.invoicingsdk.benchmarks.Jmh.Figure;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {

  @Test
  void of_what_was_measured_in_turns_the_median_counts() {
    List<String> sdk = List.of("SDK");
    List<String> other = List.of("OTHER");

    assertThat(
            Figure.medians(
                List.of(
                    new Figure("get", sdk, 9, 100),
                    new Figure("get", other, 8, 50),
                    new Figure("get", sdk, 5, 300),
                    new Figure("page", sdk, 70, 900),
                    new Figure("get", sdk, 6, 200),
                    new Figure("page", sdk, 80, 901))))
        .containsExactly(
            new Figure("get", sdk, 6, 200),
            new Figure("get", other, 8, 50),
            new Figure("page", sdk, 75, 900.5));
  }
}
