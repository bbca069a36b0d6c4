package io.github.invoicingsdk.release;

import java.util.List;

/**
 * One change since the baseline.
 *
 * @param impact what it does to a partner
 * @param action the heading of the changelog under which it belongs
 * @param area the name of the spec, or of the jar
 * @param subject what changed: an operation, a schema, a type
 * @param names the names of which the changelog has to mention one; empty when it need not
 * @param text what is different, as a phrase
 */
record Change(
    Impact impact, Action action, String area, String subject, List<String> names, String text) {

  /** The headings of a changelog that a change of a spec or of an API can come under. */
  enum Action {
    ADDED("Added"),
    CHANGED("Changed"),
    REMOVED("Removed");

    private final String heading;

    Action(String heading) {
      this.heading = heading;
    }

    String heading() {
      return heading;
    }
  }

  /** Copies the names. */
  Change {
    names = List.copyOf(names);
  }

  /** Whether the changelog has to say it: whatever is more than documentation and has a name. */
  boolean isToBeTold() {
    return impact.compareTo(Impact.DOCUMENTATION) > 0 && !names.isEmpty();
  }
}
