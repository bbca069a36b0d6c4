package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.invoicexpress.model.Country;
import io.github.invoicingsdk.invoicexpress.model.DraftClient;

/**
 * Portuguese fiscal ids (NIF): nine digits, of which the last one is a check digit by modulus 11.
 * The provider turns a client with an impossible one into the nameless final consumer without a
 * word.
 */
final class PortugueseTaxId {

  private static final int DIGITS = 9;

  private PortugueseTaxId() {}

  /**
   * Refuses a client of Portugal whose fiscal id cannot be a NIF. A client without a country is one
   * of Portugal if its id has the form of a NIF.
   *
   * @throws IllegalArgumentException if it is none
   */
  static void check(DraftClient client) {
    String given = client.fiscalId();
    if (given == null || given.isBlank()) {
      return;
    }
    String id = bare(given);
    Country country = client.country();
    boolean portuguese =
        country == null ? id.matches("[0-9]{9}") : Country.PORTUGAL.equals(country);
    if (portuguese && !isPossible(id)) {
      // Not shown, since it may be the id of a person.
      throw new IllegalArgumentException(
          "client.fiscalId of the draft is no Portuguese NIF, which has nine digits and ends in a"
              + " check digit; correct it, leave it out for a final consumer (999999990), or give"
              + " client.country if the client is not in Portugal");
    }
  }

  /** The id without blanks and without the country's prefix. */
  static String bare(String id) {
    String compact = id.replaceAll("\\s", "");
    return compact.regionMatches(true, 0, "PT", 0, 2) ? compact.substring(2) : compact;
  }

  private static boolean isPossible(String id) {
    if (!id.matches("[1-9][0-9]{8}")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < DIGITS - 1; i++) {
      sum += (id.charAt(i) - '0') * (DIGITS - i);
    }
    int rest = sum % 11;
    int check = rest < 2 ? 0 : 11 - rest;
    return id.charAt(DIGITS - 1) - '0' == check;
  }
}
