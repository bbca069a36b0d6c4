package io.github.invoicingsdk.site;

/** Says which exception an HTTP status becomes, by its section on the page of errors. */
final class Refusals {

  private Refusals() {}

  static String address(String status) {
    String key =
        switch (status) {
          case "401" -> "authentication";
          case "402" -> "plan-limit";
          case "403" -> "access-denied";
          case "404" -> "not-found";
          case "409" -> "conflict";
          case "400", "405", "406", "413", "415", "422" -> "invalid-request";
          case "429" -> "rate-limit";
          default -> status.startsWith("5") ? "server" : "unexpected-response";
        };
    return "errors.html#" + key;
  }
}
