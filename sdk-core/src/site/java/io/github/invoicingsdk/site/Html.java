package io.github.invoicingsdk.site;

import java.util.Locale;

/** Writes text so that a browser shows it as it stands. */
final class Html {

  private Html() {}

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  static String code(String text) {
    return "<code>" + escape(text) + "</code>";
  }

  static String link(String address, String html) {
    return "<a href=\"" + escape(address) + "\">" + html + "</a>";
  }

  /** A text of a spec: sentences in which only {@code `code`} is marked. */
  static String prose(String text) {
    return escape(text.strip()).replaceAll("`([^`]+)`", "<code>$1</code>");
  }

  /** A name in words, such as {@code numeric-sequences} for {@code NumericSequences}. */
  static String kebab(String camelCase) {
    return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  /** A name as a heading, such as {@code Numeric sequences} for {@code NumericSequences}. */
  static String words(String camelCase) {
    String words = kebab(camelCase).replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** The anchor of a heading that names none. */
  static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
  }

  /** A name in which browsers may begin a new line before its last word. */
  static String breakable(String name) {
    return escape(name).replaceFirst("^(\\w+[a-z])([A-Z][a-z]+)$", "$1<wbr />$2");
  }
}
