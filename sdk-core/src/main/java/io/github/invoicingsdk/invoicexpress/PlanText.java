package io.github.invoicingsdk.invoicexpress;

import java.util.regex.Pattern;

/**
 * Recognises that a plan is used up by what InvoiceXpress says: it has no code for that, only texts
 * in the language of the account. Those in English and Portuguese were seen, the one in Spanish was
 * not. A class of its own, since making a client needs no pattern.
 */
final class PlanText {

  private static final Pattern USED_UP =
      Pattern.compile(
          "creation limit reached|reached the document creation limit"
              + "|limite de cria(?:ç|c\u0327|c)(?:ã|a\u0303|a)o de documentos",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private PlanText() {}

  static boolean isIn(String message) {
    return USED_UP.matcher(message).find();
  }
}
