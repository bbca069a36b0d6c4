package io.github.invoicingsdk;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;

/** Checks the paths of requests that users write themselves, before anything is sent. */
final class ApiPath {

  /** What a path is made of (RFC 3986), without what ends it or separates its parameters. */
  private static final Pattern CHARACTERS =
      Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,:=/-]|%[0-9A-Fa-f]{2})*");

  /** Also what a server may take for a separator after decoding. */
  private static final Pattern SEPARATORS = Pattern.compile("[/\\\\;?#]");

  private static final int DEEPEST_ENCODING = 4;

  private ApiPath() {}

  /** The path; the messages do not show it, because a key may stand in it. */
  static String checked(String path) {
    if (!Objects.requireNonNull(path, "path").startsWith("/")) {
      throw new IllegalArgumentException(
          "path is not below the base URL of the client: begin it with one slash, such as"
              + " /items.json, without scheme and host");
    }
    if (path.contains("//")) {
      throw new IllegalArgumentException(
          "path holds an empty segment, which can lead to another host: write one slash between"
              + " two segments");
    }
    if (path.indexOf('?') >= 0) {
      throw new IllegalArgumentException(
          "path holds a query: give its parameters to query(name, value)");
    }
    if (path.indexOf('#') >= 0) {
      throw new IllegalArgumentException(
          "path holds a fragment, which no server gets: leave it out");
    }
    if (!CHARACTERS.matcher(path).matches()) {
      throw new IllegalArgumentException(
          "path holds a character that must not stand in a path: percent-encode it as UTF-8");
    }
    refuseDots(path);
    return path;
  }

  /** A server, or a proxy before it, may decode a path once or more often. */
  private static void refuseDots(String path) {
    String decoded = path;
    for (int depth = 0; ; depth++) {
      for (String segment : SEPARATORS.split(decoded, -1)) {
        if (segment.equals(".") || segment.equals("..")) {
          throw new IllegalArgumentException(
              "path holds the segment \".\" or \"..\", which leads to another resource: leave it"
                  + " out");
        }
      }
      if (decoded.chars().anyMatch(c -> Character.isISOControl(c) || c == 0xFFFD)) {
        throw new IllegalArgumentException(
            "path holds an encoded control character, or bytes that are not UTF-8: leave them out");
      }
      String before = decoded;
      decoded = decode(decoded);
      if (decoded.equals(before)) {
        return;
      }
      if (depth == DEEPEST_ENCODING) {
        throw new IllegalArgumentException(
            "path is percent-encoded many times over: encode it once");
      }
    }
  }

  /** A plus sign stands for itself in a path; what is not rightly encoded stays as it is. */
  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
