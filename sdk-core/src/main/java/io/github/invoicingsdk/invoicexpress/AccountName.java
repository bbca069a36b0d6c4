package io.github.invoicingsdk.invoicexpress;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** Checks the name of an account, which becomes part of a host name. */
final class AccountName {

  /** The longest DNS label (RFC 1035, section 2.3.4). */
  private static final int LONGEST = 63;

  /** Letters and digits like those of the provider's keys, too many for a name. */
  private static final Pattern KEY =
      Pattern.compile("(?=[^0-9]*[0-9])[0-9a-f]{24,}", Pattern.CASE_INSENSITIVE);

  private static final String REMEDY =
      ": give the first part of the account's host name, made of letters, digits and hyphens, such"
          + " as acme for acme.app.invoicexpress.com";

  private AccountName() {}

  static String checked(String account) {
    // Not shown: somebody may have given the API key here.
    if (!isDnsLabel(Objects.requireNonNull(account, "account"))) {
      throw new IllegalArgumentException(
          "account (" + account.length() + " characters) is not the name of an account" + REMEDY);
    }
    if (KEY.matcher(account).matches()) {
      throw new IllegalArgumentException(
          "account looks like an API key, which would become part of a host name" + REMEDY);
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
