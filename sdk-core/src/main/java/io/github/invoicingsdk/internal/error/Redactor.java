package io.github.invoicingsdk.internal.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

  /** Shorter ones occur in innocent words. */
  private static final int SHORTEST_DISTINCT_SECRET = 4;

  /** Tokens come for ever; the ones that expired long ago need no care any more. */
  private static final int MOST_LEARNED_SECRETS = 16;

  private final List<String> initial;
  private final LinkedHashSet<String> learned = new LinkedHashSet<>();

  /** Of all secrets; null until a text is to be shown, which in most programs is late or never. */
  private volatile @Nullable List<SecretMatcher> matchers;

  /** A redactor that knows these secrets; empty and blank ones are left out. */
  public Redactor(Collection<String> secrets) {
    this.initial = List.copyOf(secrets);
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
      matchers = null;
    }
  }

  private List<SecretMatcher> matchers() {
    List<SecretMatcher> known = matchers;
    if (known != null) {
      return known;
    }
    synchronized (learned) {
      known = matchers(initial, learned);
      matchers = known;
      return known;
    }
  }

  private static List<SecretMatcher> matchers(
      Collection<String> initial, Collection<String> learned) {
    Set<String> all = new LinkedHashSet<>(initial);
    all.addAll(learned);
    // The longest first: otherwise a secret that begins like another would be masked in part.
    return all.stream()
        .filter(secret -> !secret.isBlank())
        .sorted(Comparator.comparingInt(String::length).reversed())
        .map(SecretMatcher::new)
        .toList();
  }

  /** The text without secrets. */
  public String redact(String text) {
    if (text.isEmpty()) {
      return text;
    }
    return NamedSecrets.mask(maskKnownSecrets(text));
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

  /**
   * A bug, or an argument that a transport does not take, that may be shown: the same exception
   * when it holds no secret, otherwise one of a similar kind.
   */
  public RuntimeException redactBug(RuntimeException bug) {
    Throwable shown = redactCause(bug);
    if (shown == bug) {
      return bug;
    }
    String message = redact(String.valueOf(bug.getMessage()));
    return bug instanceof IllegalArgumentException
        ? new IllegalArgumentException(message, shown)
        : new IllegalStateException(message, shown);
  }

  private String maskKnownSecrets(String text) {
    List<SecretMatcher> current = matchers();
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
    return start > 0 && text.charAt(start - 1) == '=' && NamedSecrets.isEndOfParameter(text, end);
  }
}
