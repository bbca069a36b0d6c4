package io.github.invoicingsdk.idoklad.query;

import java.util.List;

/** Texts that try to break out of a filter, for the tests of both grammars. */
final class Hostile {

  static final List<String> TEXTS =
      List.of(
          "~",
          "|",
          "(",
          ")",
          ")~or~(Id~gt~0",
          "x)~or~(Id~gt~0)",
          "x|Id~gt~0",
          "'; drop table Invoices --",
          "\"quoted\" and 'quoted'",
          "a&filter=b#c?d=e",
          "%7C%7E%28%29",
          "{filter}",
          "null",
          ":base64~eA==",
          "řeřicha Žluťoučký kůň äöüß",
          "🙂👩‍👩‍👧",
          "line\r\nbreak\ttab\u0000nul",
          " leading and trailing ",
          "\u202eright to left");

  private Hostile() {}
}
