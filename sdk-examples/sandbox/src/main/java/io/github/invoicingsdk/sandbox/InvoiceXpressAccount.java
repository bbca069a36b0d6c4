package io.github.invoicingsdk.sandbox;

import java.util.Map;

/**
 * The simulated InvoiceXpress account: what a test can see and arrange behind the API's back.
 * Thread-safe.
 *
 * <p>Document types are named as in the API's JSON: {@code invoice}, {@code invoice_receipt},
 * {@code simplified_invoice}, {@code credit_note}, {@code debit_note}, {@code receipt}, {@code
 * shipping}, {@code transport}, {@code devolution}, {@code proforma}, {@code quote}, {@code
 * fees_note}, {@code vat_moss_invoice}, {@code vat_moss_credit_note}, {@code vat_moss_receipt}. The
 * last four never get a validation code.
 *
 * <p>Where the provider's documents are silent, the sandbox does this:
 *
 * <ul>
 *   <li>A series' name has 1 to 35 ASCII letters, digits and {@code . _ / -}, and begins with a
 *       letter or digit. Anything else is refused with code 001.
 *   <li>Creating a series registers it at once, as the operation's title says; see {@link
 *       #registerOnCreate}.
 *   <li>While a registration runs, every create and every register of the account is refused.
 *   <li>Registering a partially registered series registers the types that are left.
 *   <li>A request body that is not JSON, or lacks a usable {@code sequence.serie}, gets code 003.
 *   <li>{@code per_page} above a maximum counts as the maximum; see {@link #maxPageSize}. An
 *       unusable {@code page} counts as 1, an unusable {@code per_page} as 10.
 *   <li>What an operation's description calls required is required in updates too; other members
 *       that are not sent stay as they are. A body that is not JSON counts as one without members.
 *   <li>A client's code and the names of items and taxes are unique. A country or currency that the
 *       provider does not list is refused, such as an ISO code of a country. An update of a client
 *       that is refused has an empty 422.
 *   <li>An item may lack a description. Its tax, if unknown or not sent, is the default tax. The
 *       name of an item that is on a document stays.
 *   <li>Deleting the default tax makes the oldest one left the default.
 *   <li>A fiscal id has nine digits; a sub-user of the tax authority has nine digits, a slash and a
 *       number; its password, sent in Base64, 8 to 14 printable ASCII characters. Good credentials
 *       are valid ones.
 *   <li>The key sees its own account and the ones created with it; the keys of those are not
 *       accepted. An existing user must give the password with which he was created.
 *   <li>Regularizations lower what remains of a client's initial balance; payments lower and
 *       reimbursements raise the balance. Documents do not count. The list of regularizations takes
 *       {@code page} and {@code per_page} as the other lists do.
 *   <li>An export without a usable month and year is refused with 422.
 * </ul>
 */
public interface InvoiceXpressAccount {
  /** How the response to one series is wrapped when it is read or created. */
  enum SequenceWrapper {
    /** {@code {"sequence": {...}}}, as recorded from the live API. The default. */
    SEQUENCE,
    /** {@code {"sequences": {...}}}, as the provider's description of the API says. */
    SEQUENCES
  }

  /** The body of a 401. */
  enum UnauthorizedBody {
    /** {@code {"errors": {"error": "..."}}}, as documented. The default. */
    OBJECT,
    /** {@code {"errors": [{"error": "..."}]}}, as recorded from the live API. */
    ARRAY
  }

  /** The body of a 422 to the creation of a client, or of a tax whose name is taken. */
  enum ValidationBody {
    /**
     * {@code {"errors": [{"error": "..."}]}} for clients and {@code [["name", "..."]]} for taxes,
     * in Portuguese, as recorded from the live API. The default.
     */
    RECORDED,
    /**
     * {@code {"errors": ["..."]}} for clients and {@code {"name": ["..."]}} for taxes, in English,
     * as documented.
     */
    DOCUMENTED
  }

  /** How the prices of items and the rates of taxes are written outside documents. */
  enum DecimalForm {
    /** {@code "23.0"}, as the live API was seen to do. The default. */
    TEXT,
    /** {@code 23.0}, as documented. */
    NUMBER
  }

  /**
   * Removes every series, client, item and document, the clients' balances and the exports; taxes
   * are again those of a new account. Settings stay; {@link #beKind} is about them.
   */
  void clear();

  /**
   * Switches off everything that makes lists, responses and registrations late, incomplete or
   * untrue. It sets these back to their defaults: {@link #registerTypeByType}, {@link
   * #maxPageSize}, {@link #clientSearchFails}, and of {@link Documents} the lag and the pages of
   * lists, the form of taxes, the amounts of lines, fiscal ids, empty exemption codes, the
   * responses to writes, and the replacement of exemption codes and of every client. What is stored
   * stays as it is, creations and registrations that run go on, and the rules of {@link
   * Sandbox#faults()} and all other settings stay.
   */
  void beKind();

  /**
   * Adds a series that is not registered. It is the default one if it is the only one.
   *
   * @param name the series' name; not checked, so that names from before a rule can be arranged
   * @return the series' id
   * @throws IllegalArgumentException if the name is taken
   */
  long addSeries(String name);

  /**
   * Registers a series at once and without any check, except for the types named.
   *
   * @param seriesId the series
   * @param missingTypes document types that stay without a code
   * @throws IllegalArgumentException if the series or a type does not exist
   */
  void register(long seriesId, String... missingTypes);

  /**
   * The validation codes of a series.
   *
   * @param seriesId the series
   * @return code, {@code N/D} or {@code N/A} by document type, in the API's order
   * @throws IllegalArgumentException if the series does not exist
   */
  Map<String, String> validationCodes(long seriesId);

  /**
   * Sets the last number a series has used for a document type.
   *
   * @param seriesId the series
   * @param documentType the document type
   * @param number the last number, 0 for none
   * @throws IllegalArgumentException if the series or the type does not exist, or the number is
   *     negative
   */
  void lastNumber(long seriesId, String documentType, long number);

  /**
   * Lets a registration run until {@link #finishRegistration()}.
   *
   * @param seriesId the series being registered
   * @throws IllegalArgumentException if the series does not exist
   */
  void startRegistration(long seriesId);

  /**
   * Lets a registration run that finishes by itself.
   *
   * @param seriesId the series being registered
   * @param requests how many requests to the series' operations still see it running
   * @throws IllegalArgumentException if the series does not exist or the count is negative
   */
  void startRegistration(long seriesId, int requests);

  /** Ends the registration that runs, with success; does nothing if none does. */
  void finishRegistration();

  /**
   * Makes the next successful registration a partial one.
   *
   * @param missingTypes document types that stay without a code
   * @throws IllegalArgumentException if a type does not exist
   */
  void registerNextWithout(String... missingTypes);

  /**
   * Sets whether a registration, by register or by create, gives one type after another its code.
   * The first type gets its code at once, and one more with each later request to the series'
   * operations. Until the last type has its code, the registration runs. {@link
   * #registerNextWithout} leaves types without a code here too. {@link #finishRegistration} ends
   * the registration early.
   *
   * @param typeByType true, or false (the default) for all types at once. A registration that runs
   *     goes on as it began
   */
  void registerTypeByType(boolean typeByType);

  /**
   * Sets whether creating a series registers it too.
   *
   * @param register true (the default), or false to leave new series unregistered
   */
  void registerOnCreate(boolean register);

  /**
   * Sets whether the account has valid credentials for the tax authority. Default: true.
   *
   * @param valid false to have create refused with 004 and register with 002
   */
  void taxAuthorityCredentials(boolean valid);

  /**
   * Sets whether the account's fiscal id has an open activity. Default: true.
   *
   * @param open false to have create refused with 005 and register with 003
   */
  void openActivity(boolean open);

  /**
   * Sets whether the account is Portuguese. Default: true.
   *
   * @param portuguese false to have register refused with 004, and every code of new series {@code
   *     N/A}
   */
  void portuguese(boolean portuguese);

  /**
   * Refuses the next create with one of its documented codes.
   *
   * @param code such as {@code 000}
   * @throws IllegalArgumentException if create has no such code
   */
  void refuseNextCreate(String code);

  /**
   * Refuses the next register with one of its documented codes.
   *
   * @param code such as {@code 007}
   * @throws IllegalArgumentException if register has no such code
   */
  void refuseNextRegister(String code);

  /**
   * Adds a client.
   *
   * @param name the client's name
   * @param code the client's code
   * @return the client's id
   */
  long addClient(String name, String code);

  /**
   * Adds a tax of the region PT.
   *
   * @param name the tax's name
   * @param value its rate in percent, such as {@code 23.0}
   * @return the tax's id
   * @throws IllegalArgumentException if the name is taken or the rate is not a decimal
   */
  long addTax(String name, String value);

  /**
   * Adds an item.
   *
   * @param name the item's name
   * @param unitPrice its price without tax, such as {@code 16.2602}
   * @param taxName the name of its tax
   * @return the item's id
   * @throws IllegalArgumentException if the name is taken, the price is not a decimal, or the tax
   *     does not exist
   */
  long addItem(String name, String unitPrice, String taxName);

  /**
   * Sets how {@code find-by-name} and {@code find-by-code} say that there is no such client.
   *
   * @param fails true for status 500, as clients report, false (the default) for 404, as documented
   */
  void clientSearchFails(boolean fails);

  /**
   * The id under which the account itself can be read and changed.
   *
   * @return the id
   */
  long accountId();

  /**
   * What clients owe apart from their documents.
   *
   * @return the treasury
   */
  Treasury treasury();

  /**
   * The exports of audit files.
   *
   * @return the exports
   */
  SaftExports saftExports();

  /**
   * The documents that were made through the API.
   *
   * @return the documents
   */
  Documents documents();

  /**
   * Adds a finalised document that nothing but its PDF is known of.
   *
   * @param pendingResponses how many requests for the PDF are answered with 202 before it is ready
   * @return the document's id
   * @throws IllegalArgumentException if the count is negative
   */
  long addDocument(int pendingResponses);

  /**
   * Sets how one series is wrapped.
   *
   * @param wrapper the wrapper
   */
  void sequenceWrapper(SequenceWrapper wrapper);

  /**
   * Sets the body of a 401.
   *
   * @param body the body's shape
   */
  void unauthorizedBody(UnauthorizedBody body);

  /**
   * Sets the body of a refused client or tax.
   *
   * @param body the body's shape
   */
  void validationBody(ValidationBody body);

  /**
   * Sets how the prices of items and the rates of taxes are written.
   *
   * @param form text or number
   */
  void decimalForm(DecimalForm form);

  /**
   * Sets whether an unknown path is answered with a redirect to an HTML page, as the live API does.
   *
   * @param redirect false (the default) for a 404 that lists the known routes
   */
  void redirectUnknownRoutes(boolean redirect);

  /**
   * Sets how many elements a page of a list holds at most. A greater {@code per_page} counts as
   * this number. The provider documents no maximum. Default: 5000.
   *
   * @param elements 1 or more
   * @throws IllegalArgumentException if the number is below 1
   */
  void maxPageSize(int elements);

  /**
   * The account's limit, 780 requests a minute unless changed.
   *
   * @return the limit
   */
  RateLimit rateLimit();
}
