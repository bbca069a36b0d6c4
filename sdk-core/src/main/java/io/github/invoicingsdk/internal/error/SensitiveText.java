package io.github.invoicingsdk.internal.error;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells which names and texts of a body hold a secret or identify somebody. */
public final class SensitiveText {

  /** What stands in place of a text that is not shown. */
  public static final String MASK = "***";

  /** Parts of names, in small letters and without separators. */
  private static final List<String> SENSITIVE_NAMES =
      List.of(
          "password",
          "passwd",
          "secret",
          "token",
          "apikey",
          "credential",
          "authorization",
          "atsubuser",
          "atuser",
          "username",
          "login",
          "email",
          "fiscal",
          "taxid",
          "taxnumber",
          "vatid",
          "vatnumber",
          "vatregistration",
          "identificationnumber",
          "iban",
          "bankaccount",
          "accountnumber",
          "phone",
          "mobile",
          "fax",
          // Whoever has such an address can open the document behind it.
          "link",
          "url");

  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@\"'<>(),;:]{1,64}@[^\\s@\"'<>(),;:]{1,255}");

  /** A Czech, Slovak or Portuguese VAT number, or nine digits that may be a Portuguese one. */
  private static final Pattern FISCAL_ID =
      Pattern.compile("(?<![A-Za-z0-9])(?:(?:CZ|SK|PT)[0-9]{8,10}|[0-9]{9})(?![A-Za-z0-9])");

  private SensitiveText() {}

  /** Whether the value of a member of this name is to be masked as a whole. */
  public static boolean isSensitiveName(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return SENSITIVE_NAMES.stream().anyMatch(plain::contains);
  }

  /** A text without e-mail addresses and fiscal ids. */
  public static String masked(String text) {
    Matcher ids = FISCAL_ID.matcher(withoutEmails(text));
    return ids.replaceAll(
        id -> isFiscalId(id.group()) ? MASK : Matcher.quoteReplacement(id.group()));
  }

  /** A text without e-mail addresses. */
  static String withoutEmails(String text) {
    return text.indexOf('@') < 0 ? text : EMAIL.matcher(text).replaceAll(MASK);
  }

  private static boolean isFiscalId(String digits) {
    return !Character.isDigit(digits.charAt(0)) || hasPortugueseCheckDigit(digits);
  }

  /** The check digit of a NIF: the sum of the weighted digits, modulo 11. */
  private static boolean hasPortugueseCheckDigit(String nif) {
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      sum += (9 - i) * (nif.charAt(i) - '0');
    }
    int check = 11 - sum % 11;
    return nif.charAt(8) - '0' == (check > 9 ? 0 : check);
  }
}
