package io.github.invoicingsdk.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://h/clients.json?email=ana%40example.test&page=2 |"
            + " https://h/clients.json?email=***&page=2",
        "https://h/c.json?text=ana%40example.test | https://h/c.json?text=***",
        "https://h/c.json?text=a+b%2Fana%40example.test+c | https://h/c.json?text=a%20***%20c",
        "https://h/c.json?fiscal_id=500100200 | https://h/c.json?fiscal_id=***",
        "https://h/c.json?text=PT500100207 | https://h/c.json?text=***",
        "https://h/c.json?text=123456789 | https://h/c.json?text=***",
        "https://h/c.json?client_id=123456789&id=123456789 |"
            + " https://h/c.json?client_id=123456789&id=123456789",
        "https://h/c/ana%40example.test/x.json | https://h/c/***/x.json",
        "https://h/invoices/123456789.json | https://h/invoices/123456789.json",
        "https://h/c.json?filter=Email~eq~ana%40example.test | https://h/c.json?filter=***",
        "https://h/c.json?a=b%20c&d=&e | https://h/c.json?a=b%20c&d=&e",
        "https://h/c.json?email= | https://h/c.json?email=",
        "https://h/c.json?text=%zz | https://h/c.json?text=%zz",
        "https://h | https://h",
      })
  void an_address_shows_no_email_address_and_no_fiscal_id(String url, String shown) {
    assertThat(ShownAddress.masked(url)).isEqualTo(shown);
    assertThat(ShownAddress.masked(shown)).isEqualTo(shown);
  }
}
