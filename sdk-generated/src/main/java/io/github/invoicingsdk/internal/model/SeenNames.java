package io.github.invoicingsdk.internal.model;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of the properties of one object, so that one that comes twice is noticed.
 *
 * <p>A provider writes all objects of a kind alike. As long as the names are those of an object
 * before, in the same order, none of them can have come twice, and the texts of that object are
 * used again: the hash of a text is computed once for each text, and for a short response it takes
 * longer than all other reading. Only from the first other name on a set is kept.
 */
final class SeenNames {

  /** The names of no object. */
  static final String[] NONE = {};

  private static final int MOST_KEPT = 256;
  private static final int LONGEST_KEPT = 100;

  private final String[] usual;
  private int asUsual;
  private @Nullable Set<String> all;

  /**
   * Creates an empty collection.
   *
   * @param usual the names of an object before, each once
   */
  SeenNames(String[] usual) {
    this.usual = usual;
  }

  /**
   * Notes a name.
   *
   * @return the same name, mostly the text that is known already; null when it was noted before
   */
  @Nullable String add(String name) {
    if (all == null) {
      if (asUsual < usual.length && name.equals(usual[asUsual])) {
        return usual[asUsual++];
      }
      all = new LinkedHashSet<>(2 * usual.length);
      all.addAll(Arrays.asList(usual).subList(0, asUsual));
    }
    return all.add(name) ? name : null;
  }

  /** The names to be expected of the next object. */
  String[] usual() {
    return all == null || !mayBeKept(all) ? usual : interned(all);
  }

  /** The texts that stand in the code of a model too: two that are one need not be compared. */
  private static String[] interned(Set<String> names) {
    String[] all = new String[names.size()];
    int count = 0;
    for (String name : names) {
      all[count++] = name.intern();
    }
    return all;
  }

  /** They come from outside, so that the memory they take has to have an end. */
  private static boolean mayBeKept(Set<String> names) {
    if (names.size() > MOST_KEPT) {
      return false;
    }
    for (String name : names) {
      if (name.length() > LONGEST_KEPT) {
        return false;
      }
    }
    return true;
  }
}
