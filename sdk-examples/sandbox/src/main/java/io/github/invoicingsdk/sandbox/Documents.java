package io.github.invoicingsdk.sandbox;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The documents of the simulated InvoiceXpress account: invoices, estimates, guides and receipts.
 * Thread-safe.
 *
 * <pre>{@code
 * Documents documents = sandbox.invoiceXpress().documents();
 * // ... the code under test issues two invoices ...
 * assertThat(documents.numbers(seriesId, "invoice")).containsExactly(1L, 2L);
 * }</pre>
 *
 * <p>The account is kind unless a test sets something else: its lists are current and whole, and
 * its responses show what is stored. The real one is not always. Code that must not make a document
 * twice, or issue a wrong one, should pass its tests with unkind settings too. {@link
 * InvoiceXpressAccount#beKind} switches them off together.
 *
 * <pre>{@code
 * documents.listLagRequests(2); // two lists do not show a new document
 * documents.taxForm(Documents.TaxForm.ID_ONLY, 1); // nor does the next response its taxes
 * // ... the code under test issues the order "order-4711" ...
 * assertThat(documents.ids("order-4711")).hasSize(1);
 * }</pre>
 *
 * <p>Where the provider's documents are silent, the sandbox does this:
 *
 * <ul>
 *   <li>A draft is numbered when it is finalised: in the series it named, or in the one that is the
 *       default then. Its date must not precede that of the last document finalised in the same
 *       series and type, else it is refused with 422 and a text that is the sandbox's own. A
 *       receipt is numbered like that when its payment is made.
 *   <li>A {@code manual_sequence_number} must be the next number of the series, else the document
 *       cannot be finalised: numbers have no gaps.
 *   <li>{@code proprietary_uid} keeps a second creation away only while the first runs. After that,
 *       the same value makes a second document; see {@link #keepUids}. It counts for the invoice
 *       types only, as only their creation documents it.
 *   <li>Amounts are exact until they are rounded, once, half up, to two digits. The total is the
 *       rounded amount before taxes, plus the rounded taxes, less the rounded retention.
 *   <li>What an operation's description calls required is required in updates too; other members
 *       that are not sent stay as they are. An item may lack a description.
 *   <li>A cancellation needs a message for receipts only. Cancelling one makes its document final
 *       again. A note that receipts stand for cannot be unsettled.
 *   <li>Payments can be made on final invoices, simplified invoices and debit notes.
 *   <li>The lists of invoices, estimates and guides refuse with 422 a filter that they cannot read,
 *       and a type or status that is not documented. {@code final} is not documented; {@code sent}
 *       finds final documents. {@code SimplifiedInvoice} is not documented either, and these lists
 *       do not show simplified invoices. Without {@code archived}, they leave out archived
 *       documents.
 *   <li>No values are documented for the filter of a client's invoices. It takes every type of the
 *       invoices and every status except {@code final}, and finds simplified invoices too.
 *   <li>In a document, a Portuguese client whose fiscal id is impossible becomes "Consumidor Final"
 *       with the fiscal id 999999990. The account stores it so too. The client keeps its id, its
 *       code and its other data, so it is found by the code that was sent. A client is Portuguese
 *       if its country is Portugal, or if it has none and the account is Portuguese. A possible
 *       fiscal id has nine digits, does not begin with 0, and ends with its check digit by modulus
 *       11. The operations on clients take any fiscal id.
 *   <li>Drafts have a PDF. A deleted draft is not found by anything.
 * </ul>
 */
public interface Documents {
  /** How the pages of a list fit together. */
  enum ListPages {
    /** Each document is on one page, the newest first. The default. */
    STEADY,
    /**
     * After each response, the last document of the list moves to its front. Reading page after
     * page repeats a document and skips another, although the totals stay the same.
     */
    MOVING,
    /** Every page repeats the first one, although the totals are those of the whole list. */
    FIRST_REPEATED,
    /** The totals claim one page more than there is. The last page they claim is empty. */
    TOTALS_TOO_HIGH
  }

  /** How responses show the tax of a line. */
  enum TaxForm {
    /** {@code {"id": 1, "name": "IVA23", "value": 23.0}}. The default. */
    WHOLE,
    /** {@code {"id": 1, "name": null, "value": 23.0}}. */
    NAME_IS_NULL,
    /** {@code {"id": 1, "name": "IVA23"}}. */
    NO_VALUE,
    /** {@code {"id": 1, "name": null, "value": null}}, as seen in responses to creations. */
    ID_ONLY
  }

  /** What the response to a request that creates or changes a document shows. */
  enum WriteResponse {
    /** The document as it is stored. The default. */
    STORED,
    /** Nothing: the status of success and an empty body. */
    EMPTY,
    /** Nothing: the status of success and a body of one blank, as recorded for other writes. */
    BLANK,
    /** The document as it was before the change; a new document as it is. */
    BEFORE_CHANGE,
    /** The document with every amount higher by one than it is stored. */
    OTHER_AMOUNTS
  }

  /**
   * How many documents there are, drafts and receipts included, deleted ones not.
   *
   * @return the count
   */
  int count();

  /**
   * How many drafts there are.
   *
   * @return the count
   */
  int drafts();

  /**
   * The documents with a reference, drafts and canceled ones included, deleted ones not. More than
   * one id means that the same document exists twice.
   *
   * @param reference the whole reference, such as {@code order-4711}
   * @return their ids, oldest first; empty if there is none
   */
  List<Long> ids(String reference);

  /**
   * The numbers that finalised documents took.
   *
   * @param seriesId the series
   * @param documentType the document type, such as {@code invoice_receipt}
   * @return the numbers in the order in which they were taken
   * @throws IllegalArgumentException if the series or the type does not exist
   */
  List<Long> numbers(long seriesId, String documentType);

  /**
   * Where a document stands.
   *
   * @param documentId the document
   * @return {@code draft}, {@code final}, {@code settled}, {@code canceled}, {@code accepted} or
   *     {@code refused}
   * @throws IllegalArgumentException if the document does not exist
   */
  String status(long documentId);

  /**
   * Where a document was sent. Nothing leaves the sandbox.
   *
   * @param documentId the document
   * @return the addresses, in the order of the requests
   * @throws IllegalArgumentException if the document does not exist
   */
  List<String> emails(long documentId);

  /**
   * Archives a document, which the API cannot do.
   *
   * @param documentId the document
   * @throws IllegalArgumentException if the document does not exist
   */
  void archive(long documentId);

  /**
   * Lets a creation with that value run until {@link #finishCreation}: others with it are refused
   * with 409.
   *
   * @param proprietaryUid the value of {@code proprietary_uid}
   */
  void startCreation(String proprietaryUid);

  /**
   * Ends the creation that runs with that value, without a document; does nothing if none does.
   *
   * @param proprietaryUid the value of {@code proprietary_uid}
   */
  void finishCreation(String proprietaryUid);

  /**
   * Sets whether values of {@code proprietary_uid} stay taken by the documents they made. The
   * provider's documents promise a refusal only while a creation runs, so code that must not make a
   * document twice should pass its tests with false.
   *
   * @param keep true to refuse every later use with 409, false (the default) to allow it
   */
  void keepUids(boolean keep);

  /**
   * Sets how often the PDF and the QR code of documents created from now on are answered with 202
   * before they are ready. Default: 2.
   *
   * @param count 0 or more
   * @throws IllegalArgumentException if the count is negative
   */
  void pendingResponses(int count);

  /**
   * Sets how far lists lag behind the documents. The lists of invoices, estimates and guides, and
   * those of a client's invoices, show every document as it was this long ago: its creation,
   * content, status, number and deletion show up late. Reading one document shows it as it is.
   *
   * <pre>{@code
   * documents.listLag(Duration.ofSeconds(46)); // users reported searches that lag so far
   * }</pre>
   *
   * @param lag how long, by the sandbox's clock; zero (the default) for no lag. Changes made before
   *     this call lag too
   * @throws IllegalArgumentException if the lag is negative
   */
  void listLag(Duration lag);

  /**
   * Sets how many lists do not show a change yet, for tests whose clock stands still. It is about
   * the same lists as {@link #listLag}. If both are set, a change shows up when both allow it.
   *
   * @param requests how many successful requests for any of these lists do not show a change; zero
   *     (the default) for no lag. Changes made before this call lag too
   * @throws IllegalArgumentException if the number is negative
   */
  void listLagRequests(int requests);

  /**
   * Sets how the pages of a list fit together. It is about the same lists as {@link #listLag}.
   *
   * @param pages how they fit together
   */
  void listPages(ListPages pages);

  /**
   * Sets whether documents that are created or changed from now on replace every client by
   * "Consumidor Final", whatever its country and fiscal id.
   *
   * @param replace true, or false (the default) to replace only Portuguese clients whose fiscal id
   *     is impossible
   */
  void replaceEveryClient(boolean replace);

  /**
   * Lets documents that are created or changed from now on store another exemption code than was
   * sent. The codes of their lines stay.
   *
   * <pre>{@code
   * documents.replaceDocumentExemption("M10", "M99");
   * }</pre>
   *
   * @param sent the code that is replaced, in whichever member it was sent
   * @param stored the code that is stored in its place; the same code ends the replacement
   * @throws IllegalArgumentException if a code is not documented
   */
  void replaceDocumentExemption(String sent, String stored);

  /**
   * Lets the lines of documents that are created or changed from now on store another exemption
   * code than was sent.
   *
   * <pre>{@code
   * documents.replaceLineExemption(null, "M99"); // as seen at the live API
   * }</pre>
   *
   * @param sent the code that is replaced; null for lines without tax that name no code
   * @param stored the code that is stored in its place; the same code ends the replacement
   * @throws IllegalArgumentException if a code is not documented
   */
  void replaceLineExemption(@Nullable String sent, String stored);

  /**
   * Sets whether documents and lines without an exemption code show an empty text in its place.
   *
   * @param empty true for {@code "tax_exemption": ""}, false (the default) for null in documents
   *     and no member in lines
   */
  void emptyExemptions(boolean empty);

  /**
   * Sets how responses show the tax of a line, until it is set again.
   *
   * @param form the form
   */
  void taxForm(TaxForm form);

  /**
   * Sets how the next responses show the tax of a line. After them, the form is again the one that
   * was set for all.
   *
   * @param form the form
   * @param responses how many responses, 0 or more. A page of a list is one response; responses
   *     without a document do not count
   * @throws IllegalArgumentException if the number is negative
   */
  void taxForm(TaxForm form, int responses);

  /**
   * Sets whether lines show {@code tax_amount} and {@code total}.
   *
   * @param shown true (the default), or false to leave both out
   */
  void lineAmounts(boolean shown);

  /**
   * Sets whether the response to one document shows the {@code fiscal_id} of its client. Captured
   * responses do, the documented ones do not.
   *
   * @param shown true to show it, null if the client has none; false (the default) to leave it out
   */
  void clientFiscalIds(boolean shown);

  /**
   * Sets whether the response to one document shows members that clients report and the provider's
   * documents lack: {@code address}, {@code postal_code} and {@code phone} of its client, and the
   * {@code global_discount} that was sent.
   *
   * @param shown true to show them, null for what was not sent; false (the default) to leave them
   *     out
   */
  void undocumentedMembers(boolean shown);

  /**
   * Sets what the response to an update of a draft shows, whatever {@link #writeResponse} says. The
   * provider's documents show the draft; clients report that the body is empty.
   *
   * @param response what the response shows; {@link WriteResponse#STORED} (the default) for what
   *     {@link #writeResponse} says
   */
  void updateResponse(WriteResponse response);

  /**
   * Sets what the response to a request shows that creates a document or a payment, or changes a
   * document or its state. The request does its work, and reading shows what is stored. To disturb
   * a single response, see {@link Fault#workThenRespond}.
   *
   * @param response what the response shows
   */
  void writeResponse(WriteResponse response);
}
