package io.github.invoicingsdk.internal.model;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes names such as {@code current_invoice_number} apart into prefix, key and part, and puts them
 * together.
 *
 * <p>The same few names come with every object, so that it keeps what it has found. It keeps only
 * so many, because the names come from outside. Thread-safe.
 */
final class FlatNames {

  private static final int MOST_KEPT = 500;
  private static final int LONGEST_KEPT = 100;

  private final String prefix;
  private final String[] parts;
  private final Map<String, Member> members = new ConcurrentHashMap<>();
  private final Map<String, PropertyNames> namesOfKeys = new ConcurrentHashMap<>();

  FlatNames(String prefix, String... parts) {
    this.prefix = prefix;
    this.parts = parts.clone();
  }

  /** What a name says; null when it is not one of these names. */
  @Nullable Member member(String name) {
    Member known = members.get(name);
    if (known != null) {
      return known;
    }
    Member member = takeApart(name);
    if (member == null || !hasRoom(members, name)) {
      return member;
    }
    // Two texts that are one need not be compared.
    Member kept = new Member(member.key().intern(), member.part());
    members.put(name.intern(), kept);
    return kept;
  }

  /** The names of one key's properties. */
  PropertyNames namesOf(String key) {
    PropertyNames known = namesOfKeys.get(key);
    if (known != null) {
      return known;
    }
    String[] full = new String[parts.length];
    for (int i = 0; i < parts.length; i++) {
      full[i] = name(key, parts[i]);
    }
    PropertyNames all =
        part -> {
          // Faster than a map: there are only a few.
          for (int i = 0; i < parts.length; i++) {
            if (parts[i].equals(part)) {
              return full[i];
            }
          }
          // A property that this version does not know.
          return name(key, part);
        };
    if (hasRoom(namesOfKeys, key)) {
      namesOfKeys.put(key.intern(), all);
    }
    return all;
  }

  /** All names that say something of one key's value. */
  Stream<String> ofValue(String key) {
    return Stream.of(parts).map(part -> name(key, part));
  }

  private static boolean hasRoom(Map<String, ?> kept, String text) {
    return text.length() <= LONGEST_KEPT && kept.size() < MOST_KEPT;
  }

  private String name(String key, String part) {
    return prefix + key + "_" + part;
  }

  private @Nullable Member takeApart(String name) {
    if (!name.startsWith(prefix)) {
      return null;
    }
    // Of two parts that fit, the longer one leaves the key that was meant.
    String longest = "";
    for (String part : parts) {
      int end = name.length() - part.length() - 1;
      boolean fits = end > prefix.length() && name.endsWith(part) && name.charAt(end) == '_';
      if (fits && part.length() > longest.length()) {
        longest = part;
      }
    }
    return longest.isEmpty()
        ? null
        : new Member(
            name.substring(prefix.length(), name.length() - longest.length() - 1), longest);
  }

  /**
   * What a name says.
   *
   * @param key which value is meant
   * @param part which property of it
   */
  record Member(String key, String part) {}
}
