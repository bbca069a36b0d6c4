package io.github.invoicingsdk.release;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version by Semantic Versioning, without what follows the three numbers.
 *
 * <p>The rule of this project: from 1.0.0 on, breaking changes demand a major version, additions
 * and other behaviour a minor one, documentation a patch. Before 1.0.0, breaking changes demand a
 * minor version and everything else a patch.
 *
 * @param major the first number
 * @param minor the second number
 * @param patch the third number
 */
record Version(int major, int minor, int patch) implements Comparable<Version> {

  /** Stands for the version of the baseline as long as nothing was released. */
  static final Version NOTHING_RELEASED = new Version(0, 0, 0);

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})(-[0-9A-Za-z.-]+)?");
  private static final Comparator<Version> ORDER =
      Comparator.comparingInt(Version::major)
          .thenComparingInt(Version::minor)
          .thenComparingInt(Version::patch);

  /**
   * Reads a version; {@code 1.2.3-SNAPSHOT} is read as the version that it leads to.
   *
   * @throws IllegalArgumentException if it has another form
   */
  static Version of(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "not a version: \"" + text + "\"; write three numbers, such as 1.2.3 or 1.2.3-SNAPSHOT");
    }
    return new Version(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)));
  }

  /** The lowest version that a release may have that changes this much since this version. */
  Version after(Impact impact) {
    return switch (impact) {
      case NONE -> this;
      case DOCUMENTATION -> new Version(major, minor, patch + 1);
      case BEHAVIOUR, ADDITION ->
          major == 0 ? new Version(0, minor, patch + 1) : new Version(major, minor + 1, 0);
      case BREAKING -> major == 0 ? new Version(0, minor + 1, 0) : new Version(major + 1, 0, 0);
    };
  }

  @Override
  public int compareTo(Version other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
