package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules for the sub-user with which an account talks to the tax authority. */
final class TaxAuthorityUser {
  private static final Pattern NAME = Pattern.compile("\\d{9}/\\d{1,4}");
  private static final Pattern PRINTABLE = Pattern.compile("[!-~]*");
  private static final int MIN_PASSWORD = 8;
  private static final int MAX_PASSWORD = 14;

  private TaxAuthorityUser() {}

  /** Whether it is a fiscal id, a slash and a number. */
  static boolean isName(@Nullable String name) {
    return name != null && NAME.matcher(name).matches();
  }

  /** What is wrong with a password in Base64, or null. */
  static @Nullable String passwordProblem(@Nullable String base64) {
    if (base64 == null) {
      return "has an incorrect size";
    }
    String password;
    try {
      password = new String(Base64.getDecoder().decode(base64), ISO_8859_1);
    } catch (IllegalArgumentException e) {
      return "is invalid";
    }
    if (password.length() < MIN_PASSWORD || password.length() > MAX_PASSWORD) {
      return "has an incorrect size";
    }
    // A password that was not encoded often decodes, but into bytes that nobody can type.
    return PRINTABLE.matcher(password).matches() ? null : "is invalid";
  }
}
