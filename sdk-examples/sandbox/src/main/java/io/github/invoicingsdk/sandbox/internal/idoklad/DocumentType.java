package io.github.invoicingsdk.sandbox.internal.idoklad;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The document types that have numeric sequences, with their numbers on the wire. */
enum DocumentType {
  ISSUED_INVOICE(0, "IssuedInvoice"),
  PROFORMA_INVOICE(1, "ProformaInvoice"),
  CASH_VOUCHER(2, "CashVoucher"),
  CREDIT_NOTE(3, "CreditNote"),
  BANK_STATEMENT(4, "BankStatement"),
  RECEIVED_INVOICE(5, "ReceivedInvoice"),
  SALES_RECEIPT(6, "SalesReceipt"),
  SALES_ORDER(7, "SalesOrder"),
  INTERNAL_DOCUMENT(9, "InternalDocument"),
  ISSUED_TAX_DOCUMENT(10, "IssuedTaxDocument"),
  RECEIVED_RECEIPT(11, "ReceivedReceipt");

  private final int number;
  private final String wireName;

  DocumentType(int number, String wireName) {
    this.number = number;
    this.wireName = wireName;
  }

  int number() {
    return number;
  }

  String wireName() {
    return wireName;
  }

  /** Requests may say a name or a number; null if it is neither. */
  static @Nullable DocumentType parse(String nameOrNumber) {
    return Arrays.stream(values())
        .filter(
            type ->
                type.wireName.equalsIgnoreCase(nameOrNumber)
                    || Integer.toString(type.number).equals(nameOrNumber))
        .findFirst()
        .orElse(null);
  }
}
