package io.github.invoicingsdk.benchmarks.handwritten;

import com.google.gson.annotations.JsonAdapter;
import org.jspecify.annotations.Nullable;

/** A sequence, for Gson's reflection: a field for every property. */
public final class PlainSequence {

  @Nullable Long id;
  @Nullable String serie;

  @JsonAdapter(FlagAdapter.class)
  @Nullable Boolean defaultSequence;

  @Nullable Long currentInvoiceNumber;
  @Nullable Long currentInvoiceSequenceId;
  @Nullable String currentInvoiceValidationCode;
  @Nullable Long currentInvoiceReceiptNumber;
  @Nullable Long currentInvoiceReceiptSequenceId;
  @Nullable String currentInvoiceReceiptValidationCode;
  @Nullable Long currentSimplifiedInvoiceNumber;
  @Nullable Long currentSimplifiedInvoiceSequenceId;
  @Nullable String currentSimplifiedInvoiceValidationCode;
  @Nullable Long currentCreditNoteNumber;
  @Nullable Long currentCreditNoteSequenceId;
  @Nullable String currentCreditNoteValidationCode;
  @Nullable Long currentDebitNoteNumber;
  @Nullable Long currentDebitNoteSequenceId;
  @Nullable String currentDebitNoteValidationCode;
  @Nullable Long currentReceiptNumber;
  @Nullable Long currentReceiptSequenceId;
  @Nullable String currentReceiptValidationCode;
  @Nullable Long currentShippingNumber;
  @Nullable Long currentShippingSequenceId;
  @Nullable String currentShippingValidationCode;
  @Nullable Long currentTransportNumber;
  @Nullable Long currentTransportSequenceId;
  @Nullable String currentTransportValidationCode;
  @Nullable Long currentDevolutionNumber;
  @Nullable Long currentDevolutionSequenceId;
  @Nullable String currentDevolutionValidationCode;
  @Nullable Long currentProformaNumber;
  @Nullable Long currentProformaSequenceId;
  @Nullable String currentProformaValidationCode;
  @Nullable Long currentQuoteNumber;
  @Nullable Long currentQuoteSequenceId;
  @Nullable String currentQuoteValidationCode;
  @Nullable Long currentFeesNoteNumber;
  @Nullable Long currentFeesNoteSequenceId;
  @Nullable String currentFeesNoteValidationCode;
  @Nullable Long currentVatMossInvoiceNumber;
  @Nullable Long currentVatMossInvoiceSequenceId;
  @Nullable String currentVatMossInvoiceValidationCode;
  @Nullable Long currentVatMossCreditNoteNumber;
  @Nullable Long currentVatMossCreditNoteSequenceId;
  @Nullable String currentVatMossCreditNoteValidationCode;
  @Nullable Long currentVatMossReceiptNumber;
  @Nullable Long currentVatMossReceiptSequenceId;
  @Nullable String currentVatMossReceiptValidationCode;

  /** For Gson. */
  PlainSequence() {}
}
