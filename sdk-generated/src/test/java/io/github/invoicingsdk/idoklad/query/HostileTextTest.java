package io.github.invoicingsdk.idoklad.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Reads expressions back with a parser of its own: whatever the texts hold, the meaning stays. */
class HostileTextTest {

  @Test
  void a_text_never_changes_the_structure_of_an_expression() {
    for (String text : Hostile.TEXTS) {
      Filter filter =
          TextField.of("Name")
              .isEqualTo(text)
              .and(FlagField.of("IsPaid").isEqualTo(true).or(contains(text)));

      assertThat(new Reader(filter.expression()).read())
          .isEqualTo("AND[Name eq <" + text + ">, OR[IsPaid eq true, Name ct <" + text + ">]]");
    }
  }

  @Test
  void random_filters_read_back_as_they_were_built() {
    Random random = new Random(20261121);
    for (int i = 0; i < 2_000; i++) {
      Sample sample = sample(random, random.nextInt(7));

      assertThat(new Reader(sample.filter().expression()).read()).isEqualTo(sample.meaning());
    }
  }

  private static FilterTerm contains(String text) {
    return TextField.of("Name").contains(text);
  }

  private static Sample sample(Random random, int depth) {
    if (depth == 0) {
      String text = text(random);
      return new Sample(contains(text), "Name ct <" + text + ">");
    }
    Sample left = sample(random, random.nextInt(depth));
    Sample right = sample(random, random.nextInt(depth));
    String both = "[" + left.meaning() + ", " + right.meaning() + "]";
    return random.nextBoolean()
        ? new Sample(left.filter().and(right.filter()), "AND" + both)
        : new Sample(left.filter().or(right.filter()), "OR" + both);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int parts = 1 + random.nextInt(4);
    for (int i = 0; i < parts; i++) {
      text.append(Hostile.TEXTS.get(random.nextInt(Hostile.TEXTS.size())));
    }
    return text.toString();
  }

  /** A filter, and what it ought to mean. */
  private record Sample(Filter filter, String meaning) {}

  /** Reads the grammar of version 3: brackets around every term and every combination of two. */
  private static final class Reader {

    private final String expression;
    private int position;

    Reader(String expression) {
      this.expression = expression;
    }

    String read() {
      String meaning = node();
      assertThat(position).as("end of %s", expression).isEqualTo(expression.length());
      return meaning;
    }

    private String node() {
      expect("(");
      if (expression.charAt(position) != '(') {
        return term();
      }
      String left = node();
      boolean and = expression.startsWith("~and~", position);
      expect(and ? "~and~" : "~or~");
      String right = node();
      expect(")");
      return (and ? "AND[" : "OR[") + left + ", " + right + "]";
    }

    private String term() {
      int end = expression.indexOf(')', position);
      String[] parts = expression.substring(position, end).split("~", -1);
      assertThat(parts).hasSize(3);
      position = end + 1;
      if (!parts[1].endsWith(":base64")) {
        return parts[0] + " " + parts[1] + " " + parts[2];
      }
      String text = new String(Base64.getDecoder().decode(parts[2]), StandardCharsets.UTF_8);
      return parts[0] + " " + parts[1].replace(":base64", "") + " <" + text + ">";
    }

    private void expect(String part) {
      assertThat(expression.startsWith(part, position)).as("%s at %s", part, position).isTrue();
      position += part.length();
    }
  }
}
