package io.github.invoicingsdk.invoicexpress;

import java.util.Locale;
import java.util.Objects;

/** Checks the name of an account, which becomes part of a host name. */
final class AccountName {

  /** The longest DNS label (RFC 1035, section 2.3.4). */
  private static final int LONGEST = 63;

  /** Keys are hexadecimal; no name has so many of these digits and nothing else. */
  private static final int SHORTEST_KEY = 24;

  private static final String REMEDY =
      ": give the first part of the account's host name, made of letters, digits and hyphens, such"
          + " as acme for acme.app.invoicexpress.com";

  private AccountName() {}

  static String checked(String account) {
    // Not shown: somebody may have given the API key here.
    if (!isDnsLabel(Objects.requireNonNull(account, "account"))) {
      throw new IllegalArgumentException(
          "account is no name of an account (" + account.length() + " characters)" + REMEDY);
    }
    if (isKey(account)) {
      throw new IllegalArgumentException(
          "account looks like an API key, which would become part of a host name" + REMEDY);
    }
    return account.toLowerCase(Locale.ROOT);
  }

  private static boolean isKey(String name) {
    boolean digit = false;
    for (int i = 0; i < name.length(); i++) {
      if (Character.digit(name.charAt(i), 16) < 0) {
        return false;
      }
      digit |= name.charAt(i) <= '9';
    }
    return digit && name.length() >= SHORTEST_KEY;
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
