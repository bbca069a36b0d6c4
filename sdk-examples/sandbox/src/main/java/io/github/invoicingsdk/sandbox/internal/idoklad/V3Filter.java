package io.github.invoicingsdk.sandbox.internal.idoklad;

import java.util.function.Predicate;

/**
 * Reads v3's filters: bracketed terms, joined by {@code ~and~} or {@code ~or~}, nested by brackets.
 * One term alone needs no brackets.
 */
final class V3Filter {
  private static final int MAX_DEPTH = 100;

  private final String text;
  private int position;
  private int depth;

  private V3Filter(String text) {
    this.text = text;
  }

  static Predicate<NumericSequence> parse(String text) {
    if (!text.startsWith("(")) {
      return FilterTerm.parse(text);
    }
    V3Filter parser = new V3Filter(text);
    Predicate<NumericSequence> filter = parser.expression();
    if (parser.position < text.length()) {
      throw parser.malformed();
    }
    return filter;
  }

  private Predicate<NumericSequence> expression() {
    Predicate<NumericSequence> left = bracketed();
    String connective = "";
    while (text.startsWith("~", position)) {
      String next = connective();
      if (!connective.isEmpty() && !connective.equals(next)) {
        throw new InvalidQueryException(
            "filter: and beside or needs brackets, at character " + position);
      }
      connective = next;
      position += next.length();
      left = next.equals("~and~") ? left.and(bracketed()) : left.or(bracketed());
    }
    return left;
  }

  private Predicate<NumericSequence> bracketed() {
    if (!text.startsWith("(", position) || ++depth > MAX_DEPTH) {
      throw malformed();
    }
    position++;
    Predicate<NumericSequence> inner = text.startsWith("(", position) ? expression() : term();
    if (!text.startsWith(")", position)) {
      throw malformed();
    }
    position++;
    depth--;
    return inner;
  }

  private Predicate<NumericSequence> term() {
    int end = text.indexOf(')', position);
    if (end < 0) {
      throw malformed();
    }
    String term = text.substring(position, end);
    position = end;
    return FilterTerm.parse(term);
  }

  private String connective() {
    for (String known : new String[] {"~and~", "~or~"}) {
      if (text.startsWith(known, position)) {
        return known;
      }
    }
    throw malformed();
  }

  private InvalidQueryException malformed() {
    return new InvalidQueryException("filter: malformed at character " + position);
  }
}
