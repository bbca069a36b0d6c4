package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonObject;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** Decides which clients documents replace by the final consumer. Guarded by the account's lock. */
final class FinalConsumer {
  static final String NAME = "Consumidor Final";
  static final String FISCAL_ID = "999999990";

  private static final Pattern NIF = Pattern.compile("[1-9][0-9]{8}");
  private static final int MODULUS = 11;

  private final BooleanSupplier portugueseAccount;
  private boolean replacesEveryone;

  FinalConsumer(BooleanSupplier portugueseAccount) {
    this.portugueseAccount = portugueseAccount;
  }

  void replaceEveryone(boolean replace) {
    replacesEveryone = replace;
  }

  /** Turns a client whose fiscal id cannot be one into the consumer. */
  void replace(JsonObject client) {
    String fiscalId = Fields.text(client, "fiscal_id");
    boolean impossible = fiscalId != null && isPortuguese(client) && !isNif(fiscalId);
    if (replacesEveryone || impossible) {
      client.addProperty("name", NAME);
      client.addProperty("fiscal_id", FISCAL_ID);
    }
  }

  private boolean isPortuguese(JsonObject client) {
    String country = Fields.text(client, "country");
    return country == null ? portugueseAccount.getAsBoolean() : country.equals("Portugal");
  }

  /** Whether a fiscal id has nine digits of which the last one is the check digit of the others. */
  static boolean isNif(String fiscalId) {
    if (!NIF.matcher(fiscalId).matches()) {
      return false;
    }
    int checked = fiscalId.length() - 1;
    int sum = 0;
    for (int i = 0; i < checked; i++) {
      sum += (fiscalId.length() - i) * Character.digit(fiscalId.charAt(i), 10);
    }
    int rest = sum % MODULUS;
    int checkDigit = rest < 2 ? 0 : MODULUS - rest;
    return checkDigit == Character.digit(fiscalId.charAt(checked), 10);
  }
}
