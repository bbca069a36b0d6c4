package io.github.invoicingsdk.internal.call;

import java.util.Arrays;

/**
 * Remembers the keys of the items that were delivered, in order. Each takes about 20 bytes, so that
 * a list of a hundred thousand items costs two megabytes. For one thread.
 */
final class KeyTrail {

  private static final int CAPACITY = 64;

  /** Spreads keys that follow each other, as ids do. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private long[] keys = new long[CAPACITY];

  /** Positions in {@link #keys}, counted from 1, each at or after the slot of its key. */
  private int[] slots = new int[2 * CAPACITY];

  private int size;

  void add(long key) {
    if (size == keys.length) {
      grow();
    }
    keys[size++] = key;
    slots[freeSlot(key)] = size;
  }

  boolean contains(long key) {
    for (int slot = slot(key); slots[slot] != 0; slot = after(slot)) {
      if (keys[slots[slot] - 1] == key) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether some keys are those that begin that many before the end.
   *
   * @param beforeEnd how many keys before the end the comparison begins
   * @param others the keys that are compared
   * @param count how many of them are compared
   */
  boolean matches(long beforeEnd, long[] others, int count) {
    if (beforeEnd > size) {
      return false;
    }
    int from = size - (int) beforeEnd;
    return Arrays.equals(keys, from, from + count, others, 0, count);
  }

  private void grow() {
    keys = Arrays.copyOf(keys, 2 * size);
    slots = new int[2 * keys.length];
    for (int i = 0; i < size; i++) {
      slots[freeSlot(keys[i])] = i + 1;
    }
  }

  private int freeSlot(long key) {
    int slot = slot(key);
    while (slots[slot] != 0) {
      slot = after(slot);
    }
    return slot;
  }

  private int slot(long key) {
    return (int) ((key * SPREAD) >>> 32) & (slots.length - 1);
  }

  private int after(int slot) {
    return (slot + 1) & (slots.length - 1);
  }
}
