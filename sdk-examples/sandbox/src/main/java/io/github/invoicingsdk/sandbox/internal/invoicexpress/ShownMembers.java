package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.github.invoicingsdk.sandbox.Documents.TaxForm;

/** Decides which members documents are shown with. Guarded by the account's lock. */
final class ShownMembers {
  private TaxForm taxForm = TaxForm.WHOLE;
  private TaxForm nextTaxForm = TaxForm.WHOLE;
  private int responsesLeft;
  private boolean lineAmounts = true;
  private boolean clientFiscalIds;
  private boolean undocumentedMembers;
  private boolean emptyExemptions;

  void reset() {
    taxForm(TaxForm.WHOLE);
    lineAmounts = true;
    clientFiscalIds = false;
    undocumentedMembers = false;
    emptyExemptions = false;
  }

  void taxForm(TaxForm form) {
    taxForm = form;
    responsesLeft = 0;
  }

  void taxForm(TaxForm form, int responses) {
    nextTaxForm = form;
    responsesLeft = responses;
  }

  void lineAmounts(boolean shown) {
    lineAmounts = shown;
  }

  void clientFiscalIds(boolean shown) {
    clientFiscalIds = shown;
  }

  boolean clientFiscalIds() {
    return clientFiscalIds;
  }

  void undocumentedMembers(boolean shown) {
    undocumentedMembers = shown;
  }

  boolean undocumentedMembers() {
    return undocumentedMembers;
  }

  void emptyExemptions(boolean empty) {
    emptyExemptions = empty;
  }

  /** The form of every tax in the response that is being made; it counts as one. */
  TaxForm takeTaxForm() {
    if (responsesLeft == 0) {
      return taxForm;
    }
    responsesLeft--;
    return nextTaxForm;
  }

  /** Takes from a document what is not shown. */
  void apply(JsonObject document, TaxForm form) {
    emptyExemption(document);
    for (JsonElement item : document.getAsJsonArray("items")) {
      JsonObject line = item.getAsJsonObject();
      emptyExemption(line);
      reduce(line.getAsJsonObject("tax"), form);
      if (!lineAmounts) {
        line.remove("tax_amount");
        line.remove("total");
      }
    }
  }

  private void emptyExemption(JsonObject of) {
    if (emptyExemptions && Fields.text(of, "tax_exemption") == null) {
      of.addProperty("tax_exemption", "");
    }
  }

  private static void reduce(JsonObject tax, TaxForm form) {
    if (form == TaxForm.NAME_IS_NULL || form == TaxForm.ID_ONLY) {
      tax.add("name", JsonNull.INSTANCE);
    }
    if (form == TaxForm.ID_ONLY) {
      tax.add("value", JsonNull.INSTANCE);
    }
    if (form == TaxForm.NO_VALUE) {
      tax.remove("value");
    }
  }
}
