package io.github.invoicingsdk.internal.error;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds known secrets in texts, in whatever encoding they stand there: as they are, escaped once or
 * more often, in hexadecimal digits, in Base64 alone or together with something else, and in
 * combinations of these. The time grows with the length of the text. Immutable and thread-safe.
 */
final class SecretSearch {

  /** Layers of escapes that are taken away; what is found in each may be escaped once more. */
  private static final int MOST_LAYERS = 3;

  /** Times that Base64 or hexadecimal digits are decoded, one within the other. */
  private static final int MOST_DECODED = 2;

  private static final int SHORTEST_DECODED = 4;

  private static final int MOST_LAYERS_DECODED = 2;

  /** What servers write and read texts in that they take for UTF-8, or for which they take it. */
  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.US_ASCII);

  /** What stands before a short secret that is a value, and what after it. */
  private static final String BEFORE_VALUE = "=\"':>";

  private static final String AFTER_VALUE = "& \t\r\n\"'<>#,;)}\\";

  private final Map<Integer, List<SecretMatcher>> byFirst = new HashMap<>();
  private final boolean[] begins = new boolean[128];
  private final int shortest;
  private final boolean ascii;

  SecretSearch(Collection<String> secrets) {
    int least = Integer.MAX_VALUE;
    boolean onlyAscii = true;
    List<String> forms =
        secrets.stream()
            .filter(secret -> !secret.isBlank())
            .flatMap(SecretSearch::asReceived)
            .flatMap(SecretSearch::asDecoded)
            .filter(secret -> !secret.isBlank())
            .distinct()
            .toList();
    for (String secret : forms) {
      SecretMatcher matcher = new SecretMatcher(secret);
      byFirst.computeIfAbsent(matcher.first(), first -> new ArrayList<>()).add(matcher);
      if (matcher.first() < begins.length) {
        begins[matcher.first()] = true;
      }
      least = Math.min(least, secret.length());
      onlyAscii &= secret.chars().allMatch(c -> c < 128);
    }
    this.shortest = least;
    this.ascii = onlyAscii;
  }

  /**
   * A server that knows fewer characters has a question mark in place of each of the others; one
   * that takes the bytes for those of another character set has other characters.
   */
  private static Stream<String> asReceived(String secret) {
    return CHARSETS.stream()
        .flatMap(
            written -> CHARSETS.stream().map(read -> new String(secret.getBytes(written), read)))
        .flatMap(form -> Stream.of(form, form.replace('\uFFFD', '?')));
  }

  /** What looks like an escape in a secret is taken for one when layers are taken away. */
  private static Stream<String> asDecoded(String secret) {
    List<String> forms = new ArrayList<>();
    DecodedText layer = DecodedText.of(secret);
    while (layer != null && forms.size() < MOST_LAYERS) {
      forms.add(layer.text());
      layer = layer.next();
      layer = layer == null || layer.text().length() < SHORTEST_DECODED ? null : layer;
    }
    return forms.stream();
  }

  /** The places of a text at which secrets stand, as indices of its characters. */
  BitSet find(String text) {
    BitSet found = new BitSet();
    if (!byFirst.isEmpty() && !text.isEmpty()) {
      find(text, MOST_LAYERS, MOST_DECODED, found);
    }
    return found;
  }

  private boolean holds(String text, int decoded) {
    BitSet found = new BitSet();
    find(text, MOST_LAYERS_DECODED, decoded, found);
    return !found.isEmpty();
  }

  private void find(String text, int layers, int decoded, BitSet found) {
    Escapes escapes = new Escapes();
    DecodedText layer = DecodedText.of(text);
    for (int i = 0; i < layers && layer != null; i++) {
      findPlain(layer, escapes, found);
      if (decoded > 0) {
        findBase64(layer, decoded - 1, found);
        findHex(layer, decoded - 1, found);
      }
      layer = i + 1 < layers ? layer.next() : null;
    }
  }

  private void findPlain(DecodedText layer, Escapes escapes, BitSet found) {
    String text = layer.text();
    Escapes rest = new Escapes();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < begins.length && !begins[c] && !Escapes.mayBegin(c)) {
        continue;
      }
      escapes.lookAt(text, i);
      int end = -1;
      for (int j = 0; j < escapes.count(); j++) {
        for (SecretMatcher matcher : byFirst.getOrDefault(escapes.codePoint(j), List.of())) {
          int match = matcher.end(text, escapes.end(j), rest);
          if (match > end && (matcher.isDistinct() || isValue(text, i, match))) {
            end = match;
          }
        }
      }
      if (end > i) {
        found.set(layer.start(i), layer.end(end));
      }
    }
  }

  private static boolean isValue(String text, int start, int end) {
    return (start == 0 || BEFORE_VALUE.indexOf(text.charAt(start - 1)) >= 0)
        && (end == text.length() || AFTER_VALUE.indexOf(text.charAt(end)) >= 0);
  }

  /** Looks into everything that may be Base64 of something that is long enough. */
  private void findBase64(DecodedText layer, int decoded, BitSet found) {
    String text = layer.text();
    int shortestRun = (int) Math.min(text.length() + 1L, (shortest * 4L + 2) / 3);
    int folded = 0;
    for (int start = 0; start < text.length(); start++) {
      int end = Base64Run.end(text, start);
      if (end == start) {
        continue;
      }
      if (end - start >= shortestRun && holdsInBase64(text.substring(start, end), decoded)) {
        found.set(layer.start(start), layer.end(end));
      }
      if (start >= folded) {
        folded = Base64Run.foldedEnd(text, start);
        if (folded > end
            && folded - start >= shortestRun
            && holdsInBase64(text.substring(start, folded), decoded)) {
          found.set(layer.start(start), layer.end(folded));
        }
      }
      start = end;
    }
  }

  /** Other characters may stand before the first one of Base64, so that it is tried from each. */
  private boolean holdsInBase64(String run, int decoded) {
    for (int from = 0; from < Base64Run.GROUP && from < run.length(); from++) {
      byte @Nullable [] bytes = Base64Run.decode(run, from);
      if (bytes != null && holds(bytes, decoded)) {
        return true;
      }
    }
    return false;
  }

  /** Looks into everything that may be the digits of something that is long enough. */
  private void findHex(DecodedText layer, int decoded, BitSet found) {
    String text = layer.text();
    int shortestRun = (int) Math.min(text.length() + 1L, 2L * shortest);
    for (int start = 0; start < text.length(); start++) {
      int end = HexRun.end(text, start);
      if (end - start >= shortestRun) {
        // A digit may stand before the first one of an octet.
        for (int from = start; from <= start + 1; from++) {
          int last = from == start ? end : HexRun.end(text, from);
          if (last > from && holds(HexRun.decode(text, from, last), decoded)) {
            found.set(layer.start(from), layer.end(last));
          }
        }
      }
      // The last digit may be the first one of another octet.
      start = Math.max(start, end - 2);
    }
  }

  private boolean holds(byte[] bytes, int decoded) {
    return holds(new String(bytes, StandardCharsets.UTF_8), decoded)
        || (!ascii && holds(new String(bytes, StandardCharsets.ISO_8859_1), decoded));
  }
}
