package io.github.invoicingsdk.invoicexpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.invoicingsdk.invoicexpress.model.InvoiceXpressModels;
import io.github.invoicingsdk.invoicexpress.model.Numbering;
import io.github.invoicingsdk.invoicexpress.model.Sequence;
import io.github.invoicingsdk.invoicexpress.model.SequenceDocumentType;
import java.io.IOException;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class NumberingsTest {

  @Test
  void tells_the_next_number_and_its_atcud() {
    DocumentNumbering invoices =
        Numberings.of(sequence(SequenceDocumentType.INVOICE, 7, 146090, "ABCD1230"))
            .get(SequenceDocumentType.INVOICE);

    assertThat(invoices.lastNumber()).hasValue(7);
    assertThat(invoices.nextNumber()).hasValue(8);
    assertThat(invoices.sequenceId()).hasValue(146090);
    assertThat(invoices.nextAtcud()).hasValue(Atcud.parse("ABCD1230-8"));
    assertThat(invoices)
        .hasToString("invoice: last number 7, validation code ABCD1230")
        .isEqualTo(
            Numberings.of(sequence(SequenceDocumentType.INVOICE, 7, 146090, "ABCD1230"))
                .get(SequenceDocumentType.INVOICE));
  }

  @Test
  void an_unregistered_numbering_has_a_next_number_but_no_atcud() {
    DocumentNumbering receipts =
        Numberings.of(sequence(SequenceDocumentType.RECEIPT, 0, 146093, "N/D"))
            .get(SequenceDocumentType.RECEIPT);

    assertThat(receipts.nextNumber()).hasValue(1);
    assertThat(receipts.nextAtcud()).isEmpty();
  }

  @Test
  void what_the_provider_does_not_tell_is_not_made_up() throws IOException {
    Numberings numberings =
        Numberings.of(
            read(
                "{\"id\":5,\"current_invoice_sequence_id\":5,"
                    + "\"current_purchase_order_number\":3,"
                    + "\"current_purchase_order_sequence_id\":1424790}"));

    DocumentNumbering invoices = numberings.get(SequenceDocumentType.INVOICE);
    assertThat(invoices.lastNumber()).isEmpty();
    assertThat(invoices.nextNumber()).isEmpty();
    assertThat(invoices.nextAtcud()).isEmpty();
    assertThat(invoices.validationCode().status()).isEqualTo(ValidationCode.Status.UNKNOWN);
    assertThat(numberings.get(SequenceDocumentType.of("purchase_order")).nextNumber()).hasValue(4);
    assertThat(numberings.registrationState()).isEqualTo(RegistrationState.UNKNOWN);
    assertThat(numberings.find(SequenceDocumentType.QUOTE)).isEmpty();
    assertThatThrownBy(() -> numberings.get(SequenceDocumentType.QUOTE))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("quote");
  }

  @Test
  void a_sequence_is_partially_registered_when_one_relevant_numbering_has_no_code() {
    Sequence sequence =
        sequence(SequenceDocumentType.INVOICE, 0, 1, "ABCD1230").toBuilder()
            .putNumberings(
                SequenceDocumentType.RECEIPT, Numbering.builder().validationCode("N/D").build())
            .putNumberings(
                SequenceDocumentType.FEES_NOTE, Numbering.builder().validationCode("N/A").build())
            .build();

    assertThat(Numberings.of(sequence).registrationState())
        .isEqualTo(RegistrationState.PARTIALLY_REGISTERED);
  }

  private static Sequence sequence(
      SequenceDocumentType type, long number, long sequenceId, String code) {
    return Sequence.builder()
        .id(1)
        .putNumberings(
            type,
            Numbering.builder().number(number).sequenceId(sequenceId).validationCode(code).build())
        .build();
  }

  private static Sequence read(String json) throws IOException {
    return Objects.requireNonNull(InvoiceXpressModels.REGISTRY.adapter(Sequence.class))
        .fromJson(json);
  }
}
