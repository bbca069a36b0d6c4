package io.github.invoicingsdk.internal.client;

/** What requests say of the program that sends them (RFC 9110, section 10.1.5). */
final class UserAgent {

  private UserAgent() {}

  /**
   * The header's value.
   *
   * @param products the partner's products, each with a space before it
   */
  static String of(String products) {
    return "invoicing-sdk-java/"
        + SdkVersion.VERSION
        + " (Java "
        + comment(System.getProperty("java.version", "unknown"))
        + ")"
        + products;
  }

  /** Whatever a JVM calls its version, it must not end the comment. */
  private static String comment(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c > ' ' && c < 0x7F && c != '(' && c != ')' && c != '\\';
      safe.append(plain ? c : '_');
    }
    return safe.toString();
  }
}
