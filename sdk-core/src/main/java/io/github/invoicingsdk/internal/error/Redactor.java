package io.github.invoicingsdk.internal.error;

import feign.Request;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Removes secrets from everything that leaves the SDK: the known ones of one client wherever they
 * stand and however they are encoded, and unknown ones where names tell that a secret follows.
 * Thread-safe.
 */
public final class Redactor {

  /** How much of the texts of one failure is looked at, in characters. */
  static final int BUDGET = 64 * 1024;

  /** How many characters an escape of one character has, such as one for JSON. */
  private static final int LONGEST_FORM = 6;

  private static final int LEAST_MARGIN = 1024;

  /** Tokens come for ever; the ones that expired long ago need no care any more. */
  private static final int MOST_LEARNED_SECRETS = 16;

  private final List<String> initial;
  private final Set<String> names;
  private final LinkedHashSet<String> learned = new LinkedHashSet<>();

  /** How many characters may still be looked at; null if there is no end. */
  private @Nullable Integer budget;

  /** Of all secrets; null until a text is to be shown, which in most programs is late or never. */
  private volatile @Nullable SecretSearch search;

  private volatile @Nullable NamedSecrets named;

  /** A redactor that knows these secrets; empty and blank ones are left out. */
  public Redactor(Collection<String> secrets) {
    this(secrets, Set.of());
  }

  /**
   * A redactor that knows these secrets; empty and blank ones are left out.
   *
   * @param names the properties and parameters that hold secrets, besides those with usual names
   */
  public Redactor(Collection<String> secrets, Collection<String> names) {
    this.initial = List.copyOf(secrets);
    this.names = Set.copyOf(names);
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
      search = null;
    }
  }

  /**
   * A redactor for one failure of one request: it also knows the secrets that the request carries,
   * and looks at {@link #BUDGET} characters altogether. What is beyond them is not shown.
   *
   * @param request the request, with or without credentials; null if none was made
   * @param headers what the caller adds to the request
   */
  public Redactor forFailure(@Nullable Request request, Map<String, String> headers) {
    List<String> more = new ArrayList<>(RequestSecrets.ofHeaders(headers));
    if (request != null) {
      more.addAll(RequestSecrets.of(request, names));
    }
    return forFailure(more);
  }

  /** A redactor for one failure that also knows these secrets. */
  public Redactor forFailure(Collection<String> more) {
    List<String> all = new ArrayList<>(known());
    all.addAll(more);
    Redactor redactor = new Redactor(all, names);
    redactor.budget = BUDGET;
    redactor.named = named();
    return redactor;
  }

  /** How many characters were looked at; for a redactor of one failure. */
  synchronized int spent() {
    return budget == null ? 0 : BUDGET - budget;
  }

  private List<String> known() {
    synchronized (learned) {
      List<String> all = new ArrayList<>(initial);
      all.addAll(learned);
      return all;
    }
  }

  private SecretSearch search() {
    SecretSearch current = search;
    if (current == null) {
      synchronized (learned) {
        current = new SecretSearch(known());
        search = current;
      }
    }
    return current;
  }

  private NamedSecrets named() {
    NamedSecrets current = named;
    if (current == null) {
      current = new NamedSecrets(names);
      named = current;
    }
    return current;
  }

  /** The text without secrets; only its beginning if it is longer than what may be looked at. */
  public String redact(String text) {
    return redact(text, Integer.MAX_VALUE);
  }

  /**
   * The beginning of a text, without secrets and without part of one at its end.
   *
   * @param most how many characters are looked at at most
   */
  String redact(String text, int most) {
    int allowed = taken(Math.min(text.length(), most));
    if (allowed == text.length()) {
      return masked(text);
    }
    // What the cut has left of a secret is not recognised, so that the end is not shown.
    String beginning = masked(text.substring(0, allowed));
    return beginning.substring(0, Math.max(0, beginning.length() - margin())) + "...";
  }

  private synchronized int taken(int wanted) {
    if (budget == null) {
      return wanted;
    }
    int taken = Math.min(wanted, budget);
    budget -= taken;
    return taken;
  }

  /** How many characters at the end, or the beginning, of a part may be left of a secret. */
  int margin() {
    int longest = known().stream().mapToInt(String::length).max().orElse(0);
    return Math.max(LEAST_MARGIN, (int) Math.min(BUDGET, (long) longest * LONGEST_FORM));
  }

  private String masked(String text) {
    return text.isEmpty() ? text : named().mask(withoutKnown(text));
  }

  private String withoutKnown(String text) {
    BitSet secret = search().find(text);
    if (secret.isEmpty()) {
      return text;
    }
    StringBuilder result = new StringBuilder(text.length());
    int shown = 0;
    for (int start = secret.nextSetBit(0); start >= 0; start = secret.nextSetBit(shown)) {
      result.append(text, shown, start).append(SensitiveText.MASK);
      shown = secret.nextClearBit(start);
    }
    return result.append(text, shown, text.length()).toString();
  }

  /** The headers without secrets; those that carry credentials or cookies keep only their name. */
  public Map<String, List<String>> redactHeaders(
      Map<String, ? extends Collection<String>> headers) {
    return redactHeaders(headers, Integer.MAX_VALUE);
  }

  /** The headers without secrets, of each value the beginning. */
  Map<String, List<String>> redactHeaders(
      Map<String, ? extends Collection<String>> headers, int longest) {
    Map<String, List<String>> result = new LinkedHashMap<>();
    headers.forEach(
        (name, values) -> {
          if (name != null && values != null) {
            boolean secret = NamedSecrets.isSecretHeader(name);
            result.put(
                name,
                values.stream()
                    .map(v -> secret ? SensitiveText.MASK : redact(v, longest))
                    .toList());
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

  /** An error that may be shown: the same one when it holds no secret, else one of its kind. */
  public Error redactError(Error error) {
    return RedactedError.of(error, this);
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
}
