package io.github.invoicingsdk.internal.error;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/** The names that HTML has for punctuation and for letters with an accent. */
final class Entities {

  private static final int LONGEST_NAME = 8;

  private static final Map<String, Integer> SIGNS =
      pairs(
          "! excl \" quot # num $ dollar % percnt & amp ' apos ( lpar ) rpar * ast + plus , comma"
              + " . period / sol : colon ; semi < lt = equals > gt ? quest @ commat [ lsqb [ lbrack"
              + " \\ bsol ] rsqb ] rbrack ^ Hat _ lowbar ` grave { lcub { lbrace | vert } rcub"
              + " } rbrace \u20ac euro \u00a3 pound \u00a7 sect \u00b0 deg \u00df szlig");

  /** What stands after a letter that has the accent: {@code ccaron}. */
  private static final Map<String, Integer> ACCENTS =
      pairs(
          "\u0301 acute \u0300 grave \u0302 circ \u0303 tilde \u0308 uml \u030a ring \u0327 cedil"
              + " \u030c caron");

  private Entities() {}

  /** What a name stands for that begins at an index and ends with a semicolon; -1 if nothing. */
  static int codePoint(String text, int at) {
    int end = end(text, at);
    if (end - at < 2) {
      return -1;
    }
    String name = text.substring(at, end - 1);
    if (name.equals("nbsp")) {
      // What looks like a space in HTML is meant as one.
      return ' ';
    }
    Integer accent = ACCENTS.get(name.substring(1));
    if (accent == null) {
      return SIGNS.getOrDefault(name, -1);
    }
    String letter = name.charAt(0) + Character.toString(accent);
    String composed = Normalizer.normalize(letter, Normalizer.Form.NFC);
    return composed.length() == 1 ? composed.charAt(0) : -1;
  }

  /** Where such a name ends, its semicolon included; -1 if there is none. */
  static int end(String text, int at) {
    for (int i = at; i < text.length() && i - at <= LONGEST_NAME; i++) {
      if (text.charAt(i) == ';') {
        return i + 1;
      }
    }
    return -1;
  }

  private static Map<String, Integer> pairs(String text) {
    Map<String, Integer> pairs = new HashMap<>();
    String[] words = text.split(" ", -1);
    for (int i = 0; i < words.length; i += 2) {
      pairs.put(words[i + 1], words[i].codePointAt(0));
    }
    return Map.copyOf(pairs);
  }
}
