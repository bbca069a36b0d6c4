package io.github.invoicingsdk.internal.model;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of the properties of one object, so that one that comes twice is noticed.
 *
 * <p>A set takes an entry object for every name, which adds up over the objects of a list. The few
 * names of an ordinary object stand in one array instead; only an object with more of them gets a
 * set, which also stays fast with names that were chosen to collide.
 */
final class SeenNames {

  /** No more than half of them are used; a power of two. */
  private static final int MOST_SLOTS = 256;

  private static final int FEWEST_SLOTS = 16;

  private @Nullable String[] slots;
  private int size;
  private @Nullable Set<String> many;

  /**
   * Creates an empty collection.
   *
   * @param expected how many names there may be; it grows when there are more
   */
  SeenNames(int expected) {
    int wanted = Math.min(2 * expected, MOST_SLOTS);
    this.slots =
        new String[wanted <= FEWEST_SLOTS ? FEWEST_SLOTS : 2 * Integer.highestOneBit(wanted - 1)];
  }

  /** How many different names there are. */
  int size() {
    return many == null ? size : many.size();
  }

  /** Notes a name; false when it was noted before. */
  boolean add(String name) {
    if (many != null) {
      return many.add(name);
    }
    if (2 * (size + 1) > slots.length) {
      if (slots.length == MOST_SLOTS) {
        many = new HashSet<>(4 * MOST_SLOTS);
        for (String slot : slots) {
          if (slot != null) {
            many.add(slot);
          }
        }
        return many.add(name);
      }
      @Nullable String[] smaller = slots;
      slots = new String[2 * smaller.length];
      for (String slot : smaller) {
        if (slot != null) {
          slots[free(slot)] = slot;
        }
      }
    }
    int index = free(name);
    if (slots[index] != null) {
      return false;
    }
    slots[index] = name;
    size++;
    return true;
  }

  /** The slot that holds the name, or else the one into which it goes. */
  private int free(String name) {
    int hash = name.hashCode();
    int index = (hash ^ (hash >>> 16)) & (slots.length - 1);
    while (slots[index] != null && !slots[index].equals(name)) {
      index = (index + 1) & (slots.length - 1);
    }
    return index;
  }
}
