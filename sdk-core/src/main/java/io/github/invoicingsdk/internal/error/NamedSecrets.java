package io.github.invoicingsdk.internal.error;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Masks what nobody knows to be a secret, but a name before it tells that one follows. Immutable
 * and thread-safe.
 *
 * <p>Its patterns come into memory with the first text that is shown; most programs start without
 * any.
 */
final class NamedSecrets {

  /** A name that ends like this, such as {@code at_password} or {@code X-Amz-Signature}. */
  private static final String SECRET_NAMES =
      "api[_-]?key|[_-]?token|secret|password|passwd|passphrase|signature";

  private static final Pattern PARAMETER_END = Pattern.compile("[&\\s\"'<>#]");

  private static final Pattern JSON_MEMBER_END = Pattern.compile("(?<!\\\\)\"|\\\\\"(?=[,}\\s])");

  private static final Pattern BARE_END = Pattern.compile("[,}\\]\\s]");

  private static final Pattern ELEMENT_END = Pattern.compile("</|&lt;/");

  private static final Pattern ATTRIBUTE_END = Pattern.compile("[\"']");

  private static final Pattern CREDENTIALS =
      Pattern.compile(
          "(\\b(?:Bearer|Basic)\\s+)[A-Za-z0-9._~+/=-]{16,}+", Pattern.CASE_INSENSITIVE);

  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "(\\bAuthorization[\"']?\\s?[:=]\\s?[\"']?)[^\\r\\n\"']++", Pattern.CASE_INSENSITIVE);

  private static final Pattern USER_INFO = Pattern.compile("(://)[^/?#@\\s\"'<>]++@");

  private static final Pattern HEADER =
      pattern(".*(?:authorization|authentication|cookie|token|secret|password|api[_-]?key).*");

  private final List<Named> named;

  /**
   * Knows the usual names and those that a provider gives its secrets.
   *
   * @param names names of properties and parameters, in any case
   */
  NamedSecrets(Collection<String> names) {
    String all =
        new TreeSet<>(names)
            .stream().map(Pattern::quote).map(n -> "|" + n).collect(Collectors.joining());
    String name = "(?:" + SECRET_NAMES + all + ")";
    this.named =
        List.of(
            // Rather too much is masked than too little: an encoded "&" may belong to the value.
            // The delimiters may be percent-encoded in nested URLs.
            new Named(pattern(name + "(?:%5D|\\])?\\s?(?:=|%3D|%253D)"), PARAMETER_END),
            new Named(pattern(name + "\\s?=\\s?[\"']"), ATTRIBUTE_END),
            new Named(pattern(name + "\\\\?\"\\s?:\\s?\\\\?\""), JSON_MEMBER_END),
            new Named(pattern(name + "\\\\?\"\\s?:\\s?(?=[0-9])"), BARE_END),
            new Named(
                pattern("(?:<|&lt;)[a-z0-9_:.-]{0,40}" + name + "(?:\\s[^<>]{0,200})?(?:>|&gt;)"),
                ELEMENT_END));
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }

  /** Whether the values of a header are never shown. */
  static boolean isSecretHeader(String name) {
    return HEADER.matcher(name).matches();
  }

  /** The text without the values that follow such names. */
  String mask(String text) {
    String result = text;
    for (Named secret : named) {
      result = maskValues(result, secret.before(), secret.after());
    }
    result = AUTHORIZATION.matcher(result).replaceAll("$1" + SensitiveText.MASK);
    result = CREDENTIALS.matcher(result).replaceAll("$1" + SensitiveText.MASK);
    return USER_INFO.matcher(result).replaceAll("$1" + SensitiveText.MASK + "@");
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
      parts.add(copied > name.end() ? SensitiveText.MASK : "");
    }
    return parts.isEmpty() ? text : String.join("", parts) + text.substring(copied);
  }

  /** What stands before a secret, and what after it. */
  private record Named(Pattern before, Pattern after) {}
}
