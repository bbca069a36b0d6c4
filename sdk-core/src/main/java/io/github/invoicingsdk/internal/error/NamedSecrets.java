package io.github.invoicingsdk.internal.error;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks what nobody knows to be a secret, but a name before it tells that one follows.
 *
 * <p>Its patterns come into memory with the first text that is shown; most programs start without
 * any.
 */
final class NamedSecrets {

  private static final String SECRET_NAMES =
      "(?:api[_-]?key|access_token|refresh_token|id_token|client_secret|password|passwd)";

  /** Up to where the value begins; the delimiters may be percent-encoded in nested URLs. */
  private static final Pattern PARAMETER =
      Pattern.compile(SECRET_NAMES + "(?:%5D|\\])?\\s?(?:=|%3D|%253D)", Pattern.CASE_INSENSITIVE);

  /** Rather too much is masked than too little: an encoded "&" may belong to the value. */
  private static final Pattern PARAMETER_END = Pattern.compile("[&\\s\"'<>#]");

  private static final Pattern JSON_MEMBER =
      Pattern.compile(SECRET_NAMES + "\\\\?\"\\s?:\\s?\\\\?\"", Pattern.CASE_INSENSITIVE);

  private static final Pattern JSON_MEMBER_END = Pattern.compile("(?<!\\\\)\"|\\\\\"(?=[,}\\s])");

  private static final Pattern CREDENTIALS =
      Pattern.compile(
          "(\\b(?:Bearer|Basic)\\s+)[A-Za-z0-9._~+/=-]{16,}+", Pattern.CASE_INSENSITIVE);

  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "(\\bAuthorization[\"']?\\s?[:=]\\s?[\"']?)[^\\r\\n\"']++", Pattern.CASE_INSENSITIVE);

  private static final Pattern USER_INFO = Pattern.compile("(://)[^/?#@\\s\"'<>]++@");

  private NamedSecrets() {}

  /** The text without the values that follow such names. */
  static String mask(String text) {
    String result = maskValues(text, PARAMETER, PARAMETER_END);
    result = maskValues(result, JSON_MEMBER, JSON_MEMBER_END);
    result = AUTHORIZATION.matcher(result).replaceAll("$1" + Redactor.MASK);
    result = CREDENTIALS.matcher(result).replaceAll("$1" + Redactor.MASK);
    return USER_INFO.matcher(result).replaceAll("$1" + Redactor.MASK + "@");
  }

  /** Whether the value of a parameter ends there. */
  static boolean isEndOfParameter(String text, int index) {
    return index == text.length()
        || PARAMETER_END.matcher(text).region(index, text.length()).lookingAt();
  }

  private static String maskValues(String text, Pattern before, Pattern after) {
    Matcher name = before.matcher(text);
    Matcher end = after.matcher(text);
    List<String> parts = new ArrayList<>();
    int copied = 0;
    while (copied <= text.length() && name.find(copied)) {
      parts.add(text.substring(copied, name.end()));
      copied = end.find(name.end()) ? end.start() : text.length();
      // An empty value is no secret, and to say so helps to find out why a call was refused.
      parts.add(copied > name.end() ? Redactor.MASK : "");
    }
    return parts.isEmpty() ? text : String.join("", parts) + text.substring(copied);
  }
}
