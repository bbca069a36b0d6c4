package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.YearMonth;
import java.util.Locale;

/** Writes a well-formed audit file of at least a given size; the products fill it up. */
final class SaftFile {
  private static final String END = "  </MasterFiles>\n</AuditFile>\n";

  private SaftFile() {}

  static byte[] of(YearMonth month, int bytes) {
    StringBuilder xml = new StringBuilder(bytes + 1_000);
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        .append("<AuditFile xmlns=\"urn:OECD:StandardAuditFile-Tax:PT_1.04_01\">\n")
        .append("  <Header>\n    <AuditFileVersion>1.04_01</AuditFileVersion>\n    <FiscalYear>")
        .append(month.getYear())
        .append("</FiscalYear>\n    <StartDate>")
        .append(month.atDay(1))
        .append("</StartDate>\n    <EndDate>")
        .append(month.atEndOfMonth())
        .append("</EndDate>\n    <CurrencyCode>EUR</CurrencyCode>\n  </Header>\n")
        .append("  <MasterFiles>\n");
    // Every character is ASCII, so that their number is the number of bytes.
    for (int i = 1; i == 1 || xml.length() + END.length() < bytes; i++) {
      xml.append(
          String.format(
              Locale.ROOT,
              "    <Product><ProductType>S</ProductType><ProductCode>P%1$d</ProductCode>"
                  + "<ProductDescription>Product %1$d</ProductDescription></Product>\n",
              i));
    }
    return xml.append(END).toString().getBytes(UTF_8);
  }
}
