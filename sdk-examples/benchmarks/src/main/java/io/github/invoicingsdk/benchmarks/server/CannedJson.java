package io.github.invoicingsdk.benchmarks.server;

import java.util.List;
import java.util.Locale;

/** The JSON texts that the server answers, of the form that InvoiceXpress documents. */
public final class CannedJson {

  /** The id of the only sequence. */
  public static final long SEQUENCE_ID = 146090;

  /** The clients on a full page, which is the most that the provider sends. */
  public static final int PAGE_SIZE = 100;

  /** The pages of clients that there are. */
  public static final int PAGES = 100;

  private static final List<String> DOCUMENT_TYPES =
      List.of(
          "invoice",
          "invoice_receipt",
          "simplified_invoice",
          "credit_note",
          "debit_note",
          "receipt",
          "shipping",
          "transport",
          "devolution",
          "proforma",
          "quote",
          "fees_note",
          "vat_moss_invoice",
          "vat_moss_credit_note",
          "vat_moss_receipt");

  private CannedJson() {}

  /**
   * A sequence without its envelope: 48 properties.
   *
   * @return a JSON object
   */
  public static String sequence() {
    StringBuilder json =
        new StringBuilder("{\"id\":")
            .append(SEQUENCE_ID)
            .append(",\"serie\":\"2026\",\"default_sequence\":1");
    int index = 0;
    for (String type : DOCUMENT_TYPES) {
      json.append(
          String.format(
              Locale.ROOT,
              ",\"current_%s_number\":%d,\"current_%s_sequence_id\":%d"
                  + ",\"current_%s_validation_code\":\"ABCD12%02d\"",
              type,
              17 * index,
              type,
              SEQUENCE_ID + index,
              type,
              30 + index));
      index++;
    }
    return json.append('}').toString();
  }

  /**
   * The response to a request for one sequence.
   *
   * @return a JSON object with one member
   */
  public static String sequenceEnvelope() {
    return "{\"sequence\":" + sequence() + "}";
  }

  /**
   * One client without its envelope.
   *
   * @param id its id
   * @return a JSON object
   */
  public static String client(long id) {
    return String.format(
        Locale.ROOT,
        "{\"id\":%d,\"name\":\"Client %d, Lda.\",\"code\":\"C%d\",\"email\":\"client%d@example.com\","
            + "\"language\":\"pt\",\"address\":\"Rua das Flores, %d\",\"city\":\"Lisboa\","
            + "\"postal_code\":\"1000-%03d\",\"country\":\"Portugal\",\"fiscal_id\":\"%09d\","
            + "\"website\":\"www.example.com\",\"phone\":\"210000000\",\"fax\":null,"
            + "\"preferred_contact\":{\"name\":\"Maria Silva\",\"email\":\"maria@example.com\","
            + "\"phone\":\"210000001\",\"mobile\":null},\"observations\":\"pays by bank transfer\","
            + "\"send_options\":1,\"payment_days\":30,\"tax_exemption_code\":\"M00\"}",
        id,
        id,
        id,
        id,
        id % 200,
        id % 1000,
        500_000_000 + id);
  }

  /**
   * A JSON array of clients.
   *
   * @param firstId the id of the first
   * @param count how many
   * @return the array
   */
  public static String clients(long firstId, int count) {
    StringBuilder json = new StringBuilder("[");
    for (int index = 0; index < count; index++) {
      json.append(index == 0 ? "" : ",").append(client(firstId + index));
    }
    return json.append(']').toString();
  }

  /**
   * The response to a request for a page of clients.
   *
   * @param page 1 to {@link #PAGES}
   * @return a JSON object
   */
  public static String clientPage(int page) {
    return "{\"clients\":"
        + clients(1 + (page - 1L) * PAGE_SIZE, PAGE_SIZE)
        + ",\"pagination\":{\"total_entries\":"
        + PAGES * PAGE_SIZE
        + ",\"current_page\":"
        + page
        + ",\"total_pages\":"
        + PAGES
        + ",\"per_page\":"
        + PAGE_SIZE
        + "}}";
  }
}
