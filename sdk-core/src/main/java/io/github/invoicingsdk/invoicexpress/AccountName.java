package io.github.invoicingsdk.invoicexpress;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** Checks the name of an account, which becomes part of a host name. */
final class AccountName {

  /** One DNS label (RFC 1035). */
  private static final Pattern DNS_LABEL =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

  private AccountName() {}

  static String checked(String account) {
    if (!DNS_LABEL.matcher(Objects.requireNonNull(account, "account")).matches()) {
      throw new IllegalArgumentException(
          "account is \""
              + account.replaceAll("[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029]", "?")
              + "\": it must be the first part of the account's host name, made of letters, digits"
              + " and hyphens, such as acme for acme.app.invoicexpress.com");
    }
    return account.toLowerCase(Locale.ROOT);
  }
}
