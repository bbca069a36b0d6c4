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
 * <p>Where the provider's documents are silent, the sandbox does this:
 *
 * <ul>
 *   <li>A draft is numbered when it is finalised: in the series it named, or in the one that is the
 *       default then. Its date must not precede that of the last document finalised in the same
 *       series and type. A receipt is numbered like that when its payment is made.
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
 *       and a type or status that is not documented: {@code final} is one, {@code sent} finds final
 *       documents. A simplified invoice is in none of them. Without {@code archived}, archived
 *       documents are left out.
 *   <li>No value is documented for the filter of a client's invoices. It takes every type and
 *       status but {@code final}, and finds simplified invoices too.
 *   <li>A Portuguese client whose fiscal id cannot be one becomes the client "Consumidor Final"
 *       with the fiscal id 999999990, in the document and in the account. It keeps its code and its
 *       other data, so that it is found by the code that was sent. A client is Portuguese if its
 *       country is Portugal, or if it has none and the account is Portuguese. A fiscal id has nine
 *       digits, does not begin with 0, and ends with its check digit by modulus 11.
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
   * The documents of a reference, drafts and canceled ones included, deleted ones not. Two ids tell
   * of a document that was made twice.
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
  void pendingAnswers(int count);

  /**
   * Lets the lists of invoices, estimates and guides and those of a client's invoices show every
   * document as it was some time ago: its creation, content, status, number and deletion all show
   * up late. Reading one document shows it as it is.
   *
   * <pre>{@code
   * documents.listLag(Duration.ofSeconds(46)); // a search that lags, as seen at the live API
   * }</pre>
   *
   * @param lag how long ago by the sandbox's clock, whenever a change was made; zero (the default)
   *     for lists without a lag
   * @throws IllegalArgumentException if the lag is negative
   */
  void listLag(Duration lag);

  /**
   * Lets the lists that {@link #listLag} names show every change only after a number of further
   * lists. A test whose clock stands still can wait for a change so. With a lag in time, a change
   * waits for both.
   *
   * @param requests how many successful requests for one of the lists do not show a change,
   *     whenever it was made; zero (the default) for lists without a lag
   * @throws IllegalArgumentException if the number is negative
   */
  void listLagRequests(int requests);

  /**
   * Sets how the pages of the lists that {@link #listLag} names fit together.
   *
   * @param pages how
   */
  void listPages(ListPages pages);

  /**
   * Sets whether documents that are created or changed from now on replace every client by
   * "Consumidor Final", whatever its country and fiscal id.
   *
   * @param replace true, or false (the default) for Portuguese clients whose fiscal id cannot be
   *     one
   */
  void replaceEveryClient(boolean replace);

  /**
   * Stores another exemption code of documents that are created or changed from now on than was
   * sent. The codes of their lines stay.
   *
   * <pre>{@code
   * documents.replaceDocumentExemption("M10", "M99");
   * }</pre>
   *
   * @param sent the code that is replaced, in whichever member it was sent
   * @param stored the code that is stored in its place; the code itself ends the replacement
   * @throws IllegalArgumentException if a code is not documented
   */
  void replaceDocumentExemption(String sent, String stored);

  /**
   * Stores another exemption code of the lines of documents that are created or changed from now on
   * than was sent.
   *
   * @param sent the code that is replaced; null for lines without tax that name none
   * @param stored the code that is stored in its place; the code itself ends the replacement
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
   * Sets how the next responses that show documents show the tax of a line. After them, the form is
   * again the one that was set for all.
   *
   * @param form the form
   * @param responses how many responses, 0 or more; one with a page of a list counts as one, an
   *     empty one does not count
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
   * Sets what the responses to requests show that create or change a document, its state or its
   * payments. The requests do their work, and reading shows what is stored; {@link
   * Fault#workThenAnswer} disturbs single responses.
   *
   * @param response what they show
   */
  void writeResponse(WriteResponse response);
}
