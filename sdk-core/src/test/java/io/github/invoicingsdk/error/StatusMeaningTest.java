package io.github.invoicingsdk.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What statuses prove, and whether the guide says the same. */
class StatusMeaningTest {

  private static final Path PAGE = Path.of("src/site/markdown/errors.md");

  /** What the guide says of a meaning, after the statuses. */
  private static final Map<StatusMeaning, String> WORDS =
      Map.of(
          StatusMeaning.PROCESSED, "processed | success | success",
          StatusMeaning.REFUSED, "refused, not processed | exception | exception",
          StatusMeaning.NOT_NOW, "not processed, may pass | sent again | sent again",
          StatusMeaning.UNKNOWN_FOR_NOW, "nothing, may pass | sent again | outcome unknown",
          StatusMeaning.UNKNOWN, "nothing | exception | outcome unknown");

  @Test
  void the_guide_shows_every_status_with_its_meaning() throws IOException {
    List<String> rows = new ArrayList<>();
    Map<StatusMeaning, List<Integer>> statuses = byMeaning(StatusMeaning::of);
    for (StatusMeaning meaning : StatusMeaning.values()) {
      if (meaning == StatusMeaning.NOT_NOW) {
        for (Provider provider : Provider.values()) {
          statusesOf(provider)
              .forEach(s -> rows.add("| " + s + " of " + provider.displayName() + words(meaning)));
        }
      } else {
        rows.add("| " + ranges(statuses.getOrDefault(meaning, List.of())) + words(meaning));
      }
    }

    List<String> lines = Files.readAllLines(PAGE);
    int begin =
        lines.indexOf("| Status | What it proves | Read, or repeatable write | Other write |");
    assertThat(lines.subList(begin + 2, begin + 2 + rows.size())).containsExactlyElementsOf(rows);
    assertThat(lines.get(begin + 2 + rows.size())).doesNotStartWith("|");
  }

  /** Nothing of it depends on the provider but what the provider says itself. */
  @Test
  void providers_differ_only_in_what_they_say_before_they_process() {
    for (Provider provider : Provider.values()) {
      for (int status = 100; status <= 599; status++) {
        StatusMeaning meaning = StatusMeaning.of(provider, status);
        if (meaning != StatusMeaning.NOT_NOW) {
          assertThat(meaning).isEqualTo(StatusMeaning.of(status));
        }
      }
    }
    assertThat(Provider.values())
        .extracting(provider -> provider, StatusMeaningTest::statusesOf)
        .containsExactly(
            tuple(Provider.INVOICEXPRESS, List.of(429)),
            tuple(Provider.IDOKLAD, List.of()),
            tuple(Provider.IDOKLAD_V2, List.of()));
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 2, 99, 600, 999, Integer.MAX_VALUE})
  void a_number_that_is_no_status_proves_nothing(int status) {
    assertThat(StatusMeaning.of(status)).isEqualTo(StatusMeaning.UNKNOWN);
    assertThat(StatusMeaning.of(Provider.IDOKLAD, status)).isEqualTo(StatusMeaning.UNKNOWN);
  }

  /** What a partner's own tests make must say the same as what comes from the network. */
  @Test
  void an_exception_says_what_its_status_proves() {
    for (Provider provider : Provider.values()) {
      for (int status = 300; status <= 599; status++) {
        ApiException failure =
            FailedCall.of(provider, "create").refused(ErrorResponse.builder(status).build());

        assertThat(failure.mayHaveBeenProcessed())
            .as("%s of %s", status, provider)
            .isEqualTo(StatusMeaning.of(provider, status).mayHaveBeenProcessed());
      }
    }
  }

  private static List<Integer> statusesOf(Provider provider) {
    return byMeaning(status -> StatusMeaning.of(provider, status))
        .getOrDefault(StatusMeaning.NOT_NOW, List.of());
  }

  private static Map<StatusMeaning, List<Integer>> byMeaning(IntFunction<StatusMeaning> meaning) {
    Map<StatusMeaning, List<Integer>> statuses = new EnumMap<>(StatusMeaning.class);
    IntStream.rangeClosed(100, 599)
        .forEach(
            status ->
                statuses
                    .computeIfAbsent(meaning.apply(status), none -> new ArrayList<>())
                    .add(status));
    return statuses;
  }

  private static String words(StatusMeaning meaning) {
    return " | " + WORDS.get(meaning) + " |";
  }

  private static String ranges(List<Integer> statuses) {
    List<String> ranges = new ArrayList<>();
    int first = 0;
    for (int i = 0; i < statuses.size(); i++) {
      boolean ends = i + 1 == statuses.size() || statuses.get(i + 1) != statuses.get(i) + 1;
      if (ends) {
        int last = statuses.get(i);
        ranges.add(first == i ? "" + last : statuses.get(first) + "\u2013" + last);
        first = i + 1;
      }
    }
    return String.join(", ", ranges);
  }
}
