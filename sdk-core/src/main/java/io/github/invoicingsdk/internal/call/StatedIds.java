package io.github.invoicingsdk.internal.call;

import java.nio.charset.StandardCharsets;

/**
 * Looks through the bytes of a response for ids, without reading it as JSON: most responses state
 * the wanted id and no other, and need not be read twice to know it.
 */
final class StatedIds {

  private static final int NAME_LENGTH = "\"id\"".length();

  private StatedIds() {}

  /**
   * Whether every property named id, however deep, has a value.
   *
   * @param json a text in UTF-8
   * @param id digits and letters of ASCII, or else the answer is false
   * @return false also if it is not certain
   */
  static boolean areOnly(byte[] json, String id) {
    byte[] wanted = id.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i + NAME_LENGTH <= json.length; i++) {
      if (json[i] == '\\') {
        // Names and values can be escaped.
        return false;
      }
      if (isName(json, i) && !hasValue(json, i + NAME_LENGTH, wanted)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isName(byte[] json, int at) {
    return json[at] == '"'
        && (json[at + 1] == 'i' || json[at + 1] == 'I')
        && json[at + 2] == 'd'
        && json[at + 3] == '"';
  }

  private static boolean hasValue(byte[] json, int at, byte[] wanted) {
    int colon = afterBlanks(json, at);
    if (colon >= json.length || json[colon] != ':') {
      return false;
    }
    int start = afterBlanks(json, colon + 1);
    if (start < json.length && json[start] == '"') {
      start++;
    }
    int end = start + wanted.length;
    if (end >= json.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (json[start + i] != wanted[i]) {
        return false;
      }
    }
    byte next = json[end];
    return next == '"' || next == ',' || next == '}' || isBlank(next);
  }

  private static int afterBlanks(byte[] json, int from) {
    int at = from;
    while (at < json.length && isBlank(json[at])) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(byte character) {
    return character == ' ' || character == '\n' || character == '\r' || character == '\t';
  }
}
