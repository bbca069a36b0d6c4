package io.github.invoicingsdk.internal.client;

import io.github.invoicingsdk.internal.model.Utf8;
import java.util.Objects;

/** Checks keys, ids and secrets when they are set, and never shows them. */
public final class Credential {

  private Credential() {}

  /**
   * Refuses a value that no provider gives out.
   *
   * @param value the value
   * @param name the argument's name
   * @param source where the right value is found
   * @return the value without blanks and line ends around it
   * @throws IllegalArgumentException when the value is blank, or holds a control character or half
   *     of a surrogate pair; the message does not show it
   */
  public static String checked(String value, String name, String source) {
    if (Objects.requireNonNull(value, name).isBlank()) {
      throw new IllegalArgumentException(name + " is blank: use the one shown in " + source);
    }
    String stripped = value.strip();
    // Characters of two units break no lines, so that one unit after the other tells.
    for (int i = 0; i < stripped.length(); i++) {
      if (breaksLines(stripped.charAt(i))) {
        throw new IllegalArgumentException(
            name
                + " holds a line break or another control character: copy it again from "
                + source);
      }
    }
    Utf8.check(name, stripped);
    return stripped;
  }

  private static boolean breaksLines(char c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
