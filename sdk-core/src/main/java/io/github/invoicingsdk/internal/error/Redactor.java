package io.github.invoicingsdk.internal.error;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Removes secrets from everything that leaves the SDK: the known ones of one client wherever they
 * stand, and unknown ones where names tell that a secret follows. Thread-safe.
 */
public final class Redactor {

  static final String MASK = "***";

  private static final Set<String> SECRET_HEADERS =
      Set.of(
          "authorization",
          "proxy-authorization",
          "authentication-info",
          "cookie",
          "set-cookie",
          "set-cookie2",
          "securetoken",
          "x-api-key");

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

  /** Shorter ones occur in innocent words. */
  private static final int SHORTEST_DISTINCT_SECRET = 4;

  /** Tokens come for ever; the ones that expired long ago need no care any more. */
  private static final int MOST_LEARNED_SECRETS = 16;

  private final List<String> initial;
  private final LinkedHashSet<String> learned = new LinkedHashSet<>();
  private volatile List<SecretMatcher> matchers;

  /** A redactor that knows these secrets; empty and blank ones are left out. */
  public Redactor(Collection<String> secrets) {
    this.initial = secrets.stream().filter(s -> !s.isBlank()).toList();
    this.matchers = matchers(initial, learned);
  }

  /** Makes one more secret known, such as a token that was just received. */
  public void learn(String secret) {
    if (secret.isBlank()) {
      return;
    }
    synchronized (learned) {
      learned.remove(secret);
      learned.add(secret);
      if (learned.size() > MOST_LEARNED_SECRETS) {
        learned.remove(learned.iterator().next());
      }
      matchers = matchers(initial, learned);
    }
  }

  private static List<SecretMatcher> matchers(
      Collection<String> initial, Collection<String> learned) {
    Set<String> all = new LinkedHashSet<>(initial);
    all.addAll(learned);
    // The longest first: otherwise a secret that begins like another would be masked in part.
    return all.stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .map(SecretMatcher::new)
        .toList();
  }

  /** The text without secrets. */
  public String redact(String text) {
    if (text.isEmpty()) {
      return text;
    }
    String result = maskKnownSecrets(text);
    result = maskValues(result, PARAMETER, PARAMETER_END);
    result = maskValues(result, JSON_MEMBER, JSON_MEMBER_END);
    result = AUTHORIZATION.matcher(result).replaceAll("$1" + MASK);
    result = CREDENTIALS.matcher(result).replaceAll("$1" + MASK);
    return USER_INFO.matcher(result).replaceAll("$1" + MASK + "@");
  }

  /** The headers without secrets; those that carry credentials or cookies keep only their name. */
  public Map<String, List<String>> redactHeaders(
      Map<String, ? extends Collection<String>> headers) {
    Map<String, List<String>> result = new LinkedHashMap<>();
    headers.forEach(
        (name, values) -> {
          if (name != null && values != null) {
            boolean secret = SECRET_HEADERS.contains(name.toLowerCase(Locale.ROOT));
            result.put(name, values.stream().map(v -> secret ? MASK : redact(v)).toList());
          }
        });
    return result;
  }

  /**
   * A cause that may be shown: the same one when neither it nor anything it brings along holds a
   * secret, otherwise a stand-in with the same stack trace. Feign's exceptions are never shown:
   * they carry the request.
   */
  public @Nullable Throwable redactCause(@Nullable Throwable cause) {
    return cause == null || RedactedCause.isClean(cause, this)
        ? cause
        : RedactedCause.of(cause, this);
  }

  private String maskKnownSecrets(String text) {
    List<SecretMatcher> current = matchers;
    if (current.isEmpty()) {
      return text;
    }
    StringBuilder result = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int end = endOfSecret(current, text, i);
      if (end < 0) {
        result.append(text.charAt(i));
        i++;
      } else {
        result.append(MASK);
        i = end;
      }
    }
    return result.toString();
  }

  private static int endOfSecret(List<SecretMatcher> matchers, String text, int start) {
    for (SecretMatcher matcher : matchers) {
      int end = matcher.endOfMatch(text, start);
      if (end >= 0
          && (matcher.secret().length() >= SHORTEST_DISTINCT_SECRET
              || isParameterValue(text, start, end))) {
        return end;
      }
    }
    return -1;
  }

  private static boolean isParameterValue(String text, int start, int end) {
    return start > 0
        && text.charAt(start - 1) == '='
        && (end == text.length()
            || PARAMETER_END.matcher(text).region(end, text.length()).lookingAt());
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
      parts.add(copied > name.end() ? MASK : "");
    }
    return parts.isEmpty() ? text : String.join("", parts) + text.substring(copied);
  }
}
