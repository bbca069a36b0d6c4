package io.github.invoicingsdk;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks headers that users send along, before anything is sent. */
final class ExtraHeader {

  /** What a name is made of (RFC 9110, section 5.6.2). */
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private static final Pattern VALUE =
      Pattern.compile("[\\x21-\\x7E](?:[\\x20-\\x7E]*[\\x21-\\x7E])?");

  /** What the SDK or the transport decides. */
  private static final Set<String> RESERVED =
      Set.of(
          "accept",
          "accept-encoding",
          "authorization",
          "connection",
          "content-encoding",
          "content-length",
          "content-type",
          "expect",
          "host",
          "te",
          "transfer-encoding",
          "upgrade");

  /** Other ways to tell a server who calls. */
  private static final Set<String> CREDENTIALS = Set.of("cookie", "cookie2", "proxy-authorization");

  private ExtraHeader() {}

  /** As below, and refuses what carries credentials. */
  static String withoutCredentials(String name) {
    if (CREDENTIALS.contains(checkedName(name).toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "name is "
              + name
              + ", which carries credentials; the client sends its own, leave it out");
    }
    return name;
  }

  /** Refuses what is no token (RFC 9110, section 5.6.2). */
  static String checkedToken(String argument, String token) {
    if (!TOKEN.matcher(Objects.requireNonNull(token, argument)).matches()) {
      throw new IllegalArgumentException(
          argument + " is \"" + shown(token) + "\": use letters, digits, dots and hyphens");
    }
    return token;
  }

  private static String shown(String text) {
    return text.replaceAll("[^\\x20-\\x7E]", "?");
  }

  static String checkedName(String name) {
    if (!TOKEN.matcher(Objects.requireNonNull(name, "name")).matches()) {
      throw new IllegalArgumentException(
          "name is no name of a header; use letters, digits and hyphens, such as X-Request-Id");
    }
    if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "name is " + name + ", which the SDK sets itself; leave it out");
    }
    return name;
  }

  /** The value may be a secret, so that it is not shown. */
  static String checkedValue(String name, String value) {
    if (!VALUE.matcher(Objects.requireNonNull(value, "value")).matches()) {
      throw new IllegalArgumentException(
          "the value of the header "
              + name
              + " is empty or holds a line break or another character that a header must not have;"
              + " use visible ASCII characters, with spaces only between them");
    }
    return value;
  }
}
