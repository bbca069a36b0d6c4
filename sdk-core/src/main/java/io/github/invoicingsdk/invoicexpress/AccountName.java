package io.github.invoicingsdk.invoicexpress;

import java.util.Locale;
import java.util.Objects;

/** Checks the name of an account, which becomes part of a host name. */
final class AccountName {

  /** The longest DNS label (RFC 1035, section 2.3.4). */
  private static final int LONGEST = 63;

  private AccountName() {}

  static String checked(String account) {
    if (!isDnsLabel(Objects.requireNonNull(account, "account"))) {
      throw new IllegalArgumentException(
          "account is \""
              + account.replaceAll("[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029]", "?")
              + "\": it must be the first part of the account's host name, made of letters, digits"
              + " and hyphens, such as acme for acme.app.invoicexpress.com");
    }
    return account.toLowerCase(Locale.ROOT);
  }

  private static boolean isDnsLabel(String name) {
    if (name.isEmpty() || name.length() > LONGEST) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      boolean atEnd = i == 0 || i == name.length() - 1;
      if (!isLetterOrDigit(name.charAt(i)) && (atEnd || name.charAt(i) != '-')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
