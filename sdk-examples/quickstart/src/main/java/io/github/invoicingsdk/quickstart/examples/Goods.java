package io.github.invoicingsdk.quickstart.examples;

import io.github.invoicingsdk.invoicexpress.InvoiceXpressClient;
import io.github.invoicingsdk.invoicexpress.model.Country;
import io.github.invoicingsdk.invoicexpress.model.DraftClient;
import io.github.invoicingsdk.invoicexpress.model.DraftItem;
import io.github.invoicingsdk.invoicexpress.model.InvoiceDraft;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.invoicexpress.model.TaxName;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What the shop of the examples sells, to whom, and in which sequence its invoices stand. */
final class Goods {

  private Goods() {}

  /** The sequence that the account uses unless it is told otherwise. */
  static Sequence defaultSequence(InvoiceXpressClient client) {
    return client.sequences().list().stream()
        .filter(sequence -> Boolean.TRUE.equals(sequence.defaultSequence()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the account has no default sequence"));
  }

  /** An invoice for two chairs, to be paid within 30 days. */
  static InvoiceDraft twoChairs(String reference, LocalDate date) {
    return InvoiceDraft.builder()
        .date(date)
        .dueDate(date.plusDays(30))
        .reference(reference)
        .client(
            DraftClient.builder()
                .name("Ana Silva")
                .code("ANA")
                .email("ana@example.com")
                .country(Country.PORTUGAL)
                .build())
        .items(List.of(chairs(2)))
        .build();
  }

  /** A line of chairs. */
  static DraftItem chairs(int count) {
    return DraftItem.builder()
        .name("Chair")
        .description("A chair of beech")
        .unitPrice(new BigDecimal("50.00"))
        .quantity(BigDecimal.valueOf(count))
        .tax(TaxName.builder().name("IVA23").build())
        .build();
  }
}
