package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonPrimitive;
import io.github.invoicingsdk.sandbox.Documents;
import io.github.invoicingsdk.sandbox.InvoiceXpressAccount;
import io.github.invoicingsdk.sandbox.internal.http.SlidingRateLimit;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state of the simulated account. Every access is made under its monitor: tests come in through
 * the synchronized methods, requests through the site, which holds the monitor for each of them.
 */
public final class Account implements InvoiceXpressAccount {
  private static final int REQUESTS_PER_MINUTE = 780;
  private static final int MAX_PAGE_SIZE = 5000;
  private static final int SEEDED_CLIENTS = 25;
  private static final int SEEDED_ITEMS = 12;
  private static final int SEEDED_PENDING_RESPONSES = 2;
  private static final long FIRST_DOCUMENT_ID = 9_000_001;

  private final Clock clock;
  private final SlidingRateLimit rateLimit;
  private final SeriesBook series = new SeriesBook();
  private final DocumentSettings documentSettings;
  private final AccountData data;
  private final TreasuryBook treasury = new TreasuryBook();
  private final DocumentBook documents;
  private final SaftExportBook saft;
  private final OwnedAccountBook accounts = new OwnedAccountBook();
  private final Map<Long, Integer> pendingResponses = new HashMap<>();
  private long nextDocumentId = FIRST_DOCUMENT_ID;
  private SequenceWrapper sequenceWrapper = SequenceWrapper.SEQUENCE;
  private UnauthorizedBody unauthorizedBody = UnauthorizedBody.OBJECT;
  private boolean redirectUnknownRoutes;
  private int maxPageSize = MAX_PAGE_SIZE;
  private boolean clientSearchFails;
  private ValidationBody validationBody = ValidationBody.RECORDED;
  private DecimalForm decimalForm = DecimalForm.TEXT;

  /**
   * Creates an empty account.
   *
   * @param clock what the limit is measured with
   */
  public Account(Clock clock) {
    this.clock = clock;
    this.documentSettings = new DocumentSettings(() -> series.portuguese, clock);
    this.data = new AccountData(documentSettings.consumer());
    this.documents = new DocumentBook(series, data, documentSettings, clock);
    this.saft = new SaftExportBook(documents::anyFinalisedIn);
    this.rateLimit = new SlidingRateLimit(clock, REQUESTS_PER_MINUTE);
  }

  /** Adds the world a sandbox starts with. */
  public synchronized void seed() {
    register(addSeries("2025"));
    addSeries("2026");
    for (int i = 1; i <= SEEDED_CLIENTS; i++) {
      addClient("Client " + i, "C" + i);
    }
    for (int i = 1; i <= SEEDED_ITEMS; i++) {
      addItem("Item " + i, i + ".50", "IVA23");
    }
    saft.addMonth(YearMonth.now(clock));
    addDocument(SEEDED_PENDING_RESPONSES);
  }

  @Override
  public synchronized void clear() {
    series.clear();
    data.clear();
    treasury.clear();
    saft.clear();
    documents.clear();
    pendingResponses.clear();
  }

  @Override
  public synchronized void beKind() {
    documentSettings.reset();
    series.registerTypeByType = false;
    maxPageSize = MAX_PAGE_SIZE;
    clientSearchFails = false;
  }

  @Override
  public synchronized long addSeries(String name) {
    return series.add(new JsonPrimitive(name)).id();
  }

  @Override
  public synchronized void register(long seriesId, String... missingTypes) {
    series.register(series.get(seriesId), numberings(missingTypes));
  }

  @Override
  public synchronized Map<String, String> validationCodes(long seriesId) {
    return series.get(seriesId).codes();
  }

  @Override
  public synchronized void lastNumber(long seriesId, String documentType, long number) {
    if (number < 0) {
      throw new IllegalArgumentException("number must be 0 or more, but is " + number);
    }
    series.get(seriesId).lastNumber(Numbering.of(documentType), number);
  }

  @Override
  public synchronized void startRegistration(long seriesId) {
    series.startRegistration(series.get(seriesId), Integer.MAX_VALUE);
  }

  @Override
  public synchronized void startRegistration(long seriesId, int requests) {
    if (requests < 0) {
      throw new IllegalArgumentException("requests must be 0 or more, but is " + requests);
    }
    series.startRegistration(series.get(seriesId), requests);
  }

  @Override
  public synchronized void finishRegistration() {
    series.finishRegistration();
  }

  @Override
  public synchronized void registerNextWithout(String... missingTypes) {
    series.registerNextWithout(numberings(missingTypes));
  }

  @Override
  public synchronized void registerTypeByType(boolean typeByType) {
    series.registerTypeByType = typeByType;
  }

  @Override
  public synchronized void registerOnCreate(boolean register) {
    series.registerOnCreate = register;
  }

  @Override
  public synchronized void taxAuthorityCredentials(boolean valid) {
    series.credentials = valid;
  }

  @Override
  public synchronized void openActivity(boolean open) {
    series.openActivity = open;
  }

  @Override
  public synchronized void portuguese(boolean portuguese) {
    series.portuguese = portuguese;
  }

  @Override
  public synchronized void refuseNextCreate(String code) {
    SequenceErrors.CREATE.check(code);
    series.refusedCreate = code;
  }

  @Override
  public synchronized void refuseNextRegister(String code) {
    SequenceErrors.REGISTER.check(code);
    series.refusedRegister = code;
  }

  @Override
  public synchronized long addClient(String name, String code) {
    return data.clients().add(name, code);
  }

  @Override
  public synchronized long addTax(String name, String value) {
    return data.addTax(name, decimal("value", value));
  }

  @Override
  public synchronized long addItem(String name, String unitPrice, String taxName) {
    return data.addItem(name, decimal("unitPrice", unitPrice), taxName);
  }

  @Override
  public synchronized void clientSearchFails(boolean fails) {
    clientSearchFails = fails;
  }

  @Override
  public long accountId() {
    return OwnedAccountBook.OWN_ID;
  }

  @Override
  public TreasuryBook treasury() {
    return treasury;
  }

  @Override
  public SaftExportBook saftExports() {
    return saft;
  }

  @Override
  public Documents documents() {
    return new DocumentsView(this, documents, series, documentSettings);
  }

  @Override
  public synchronized void validationBody(ValidationBody body) {
    validationBody = body;
  }

  @Override
  public synchronized void decimalForm(DecimalForm form) {
    decimalForm = form;
  }

  @Override
  public synchronized long addDocument(int pendingResponses) {
    if (pendingResponses < 0) {
      throw new IllegalArgumentException(
          "pendingResponses must be 0 or more, but is " + pendingResponses);
    }
    long id = nextDocumentId++;
    this.pendingResponses.put(id, pendingResponses);
    return id;
  }

  @Override
  public synchronized void sequenceWrapper(SequenceWrapper wrapper) {
    sequenceWrapper = wrapper;
  }

  @Override
  public synchronized void unauthorizedBody(UnauthorizedBody body) {
    unauthorizedBody = body;
  }

  @Override
  public synchronized void redirectUnknownRoutes(boolean redirect) {
    redirectUnknownRoutes = redirect;
  }

  @Override
  public synchronized void maxPageSize(int elements) {
    if (elements < 1) {
      throw new IllegalArgumentException("elements must be 1 or more, but is " + elements);
    }
    maxPageSize = elements;
  }

  @Override
  public SlidingRateLimit rateLimit() {
    return rateLimit;
  }

  SeriesBook series() {
    return series;
  }

  ClientBook clients() {
    return data.clients();
  }

  DocumentBook documentBook() {
    return documents;
  }

  Payments payments() {
    return new Payments(documents, clock);
  }

  AccountData data() {
    return data;
  }

  DocumentSettings documentSettings() {
    return documentSettings;
  }

  OwnedAccountBook accounts() {
    return accounts;
  }

  synchronized boolean clientSearchFails() {
    return clientSearchFails;
  }

  synchronized ValidationBody validationBody() {
    return validationBody;
  }

  synchronized DecimalForm decimalForm() {
    return decimalForm;
  }

  synchronized SequenceWrapper sequenceWrapper() {
    return sequenceWrapper;
  }

  synchronized UnauthorizedBody unauthorizedBody() {
    return unauthorizedBody;
  }

  synchronized int maxPageSize() {
    return maxPageSize;
  }

  synchronized boolean redirectsUnknownRoutes() {
    return redirectUnknownRoutes;
  }

  synchronized boolean hasDocument(long id) {
    return pendingResponses.containsKey(id) || documents.find(id) != null;
  }

  /** Takes one of a document's pending responses; false if none is left and its PDF is ready. */
  synchronized boolean takePendingResponse(long id) {
    @Nullable Document document = documents.find(id);
    if (document != null) {
      return document.pdf().take();
    }
    @Nullable Integer left = pendingResponses.get(id);
    if (left == null || left == 0) {
      return false;
    }
    pendingResponses.put(id, left - 1);
    return true;
  }

  private static BigDecimal decimal(String name, String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          name + " must be a decimal such as 23.0, but is " + text, e);
    }
  }

  private static Set<Numbering> numberings(String... wireNames) {
    Set<Numbering> numberings = EnumSet.noneOf(Numbering.class);
    Arrays.stream(wireNames).map(Numbering::of).forEach(numberings::add);
    return numberings;
  }
}
