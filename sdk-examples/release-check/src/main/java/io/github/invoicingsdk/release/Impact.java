package io.github.invoicingsdk.release;

/** What a change does to a partner, from the least to the most that it costs. */
enum Impact {
  /** Nothing changed. */
  NONE("nothing"),

  /** Only what is read by people changed. */
  DOCUMENTATION("documentation"),

  /** Programs compile and link as before, and the SDK does something else. */
  BEHAVIOUR("behaviour"),

  /** There is more than before, and programs compile and link as before. */
  ADDITION("addition"),

  /** A program that uses it does not compile, does not link, or must expect what it need not. */
  BREAKING("breaking");

  private final String word;

  Impact(String word) {
    this.word = word;
  }

  /** The one word that reports use. */
  String word() {
    return word;
  }

  /** The more costly one of the two. */
  Impact or(Impact other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** This one, or the limit where this one costs more. */
  Impact atMost(Impact limit) {
    return compareTo(limit) <= 0 ? this : limit;
  }
}
