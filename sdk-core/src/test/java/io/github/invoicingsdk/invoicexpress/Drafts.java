package io.github.invoicingsdk.invoicexpress;

import io.github.invoicingsdk.invoicexpress.model.Country;
import io.github.invoicingsdk.invoicexpress.model.DraftAddress;
import io.github.invoicingsdk.invoicexpress.model.DraftClient;
import io.github.invoicingsdk.invoicexpress.model.DraftItem;
import io.github.invoicingsdk.invoicexpress.model.EstimateDraft;
import io.github.invoicingsdk.invoicexpress.model.GuideDraft;
import io.github.invoicingsdk.invoicexpress.model.GuideDraftItem;
import io.github.invoicingsdk.invoicexpress.model.InvoiceDraft;
import io.github.invoicingsdk.invoicexpress.model.TaxName;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Documents for tests: one line, IVA23, a client of its own. */
public final class Drafts {

  /** After everything that the sandbox holds. */
  public static final LocalDate DATE = LocalDate.of(2026, 12, 31);

  private static final DraftAddress ADDRESS =
      DraftAddress.builder()
          .detail("Rua 1")
          .city("Lisboa")
          .postalCode("1000-001")
          .country(Country.PORTUGAL)
          .build();

  private Drafts() {}

  /** An invoice, invoice receipt, simplified invoice or note. */
  public static InvoiceDraft invoice(String reference) {
    return invoice(reference, "IVA23");
  }

  /** The same with another tax. */
  public static InvoiceDraft invoice(String reference, String tax) {
    return InvoiceDraft.builder()
        .date(DATE)
        .dueDate(DATE)
        .reference(reference)
        .client(client())
        .items(List.of(item(tax)))
        .build();
  }

  /** A quote, proforma or fees note. */
  public static EstimateDraft estimate(String reference) {
    return EstimateDraft.builder()
        .date(DATE)
        .dueDate(DATE)
        .reference(reference)
        .client(client())
        .items(List.of(item("IVA23")))
        .build();
  }

  /** A shipping, transport or devolution. */
  public static GuideDraft guide(String reference) {
    return GuideDraft.builder()
        .date(DATE)
        .dueDate(DATE)
        .loadedAt(DATE.atTime(8, 30))
        .addressFrom(ADDRESS)
        .addressTo(ADDRESS)
        .reference(reference)
        .client(client())
        .items(
            List.of(
                GuideDraftItem.builder()
                    .name("Chair")
                    .description("A chair")
                    .unitPrice(new BigDecimal("10.00"))
                    .quantity(new BigDecimal("2"))
                    .tax(TaxName.builder().name("IVA23").build())
                    .build()))
        .build();
  }

  private static DraftClient client() {
    return DraftClient.builder().name("Ana").code("A1").country(Country.PORTUGAL).build();
  }

  private static DraftItem item(String tax) {
    return DraftItem.builder()
        .name("Chair")
        .description("A chair")
        .unitPrice(new BigDecimal("10.00"))
        .quantity(new BigDecimal("2"))
        .tax(TaxName.builder().name(tax).build())
        .build();
  }
}
