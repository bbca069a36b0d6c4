package io.github.invoicingsdk.sandbox.internal.idoklad;

import io.github.invoicingsdk.sandbox.IdokladAgenda;
import io.github.invoicingsdk.sandbox.internal.http.SlidingRateLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The state of the simulated agenda. Every access is made under its monitor: tests come in through
 * the synchronized methods, requests through the sites, which hold the monitor for each of them.
 */
public final class Agenda implements IdokladAgenda {
  private static final int REQUESTS_PER_MINUTE = 200;

  private final Clock clock;
  private final SlidingRateLimit rateLimit;
  private final Tokens tokens;
  private final Map<Integer, NumericSequence> sequences = new TreeMap<>();
  private int nextId = 1;

  /**
   * Creates an empty agenda.
   *
   * @param clock tells today's date and measures limit and tokens
   */
  public Agenda(Clock clock) {
    this.clock = clock;
    this.rateLimit = new SlidingRateLimit(clock, REQUESTS_PER_MINUTE);
    this.tokens = new Tokens(clock);
  }

  /** Adds the world a sandbox starts with: three sequences for each of the eleven types. */
  public synchronized void seed() {
    addNumericSequence("IssuedInvoice", "Invoices", "FV{RR}{MM}{NNNN}");
    addNumericSequence("IssuedInvoice", "Invoices of the shop", "9{RR}{NNNN}");
    addNumericSequence("IssuedInvoice", "Invoices by year", "{RRRR}{NNNN}");
    for (DocumentType type : DocumentType.values()) {
      if (type != DocumentType.ISSUED_INVOICE) {
        String prefix = type.wireName().replaceAll("[a-z]", "").substring(0, 2);
        addNumericSequence(type.wireName(), type.wireName(), prefix + "{RR}{NNNN}");
        addNumericSequence(type.wireName(), type.wireName() + " by day", prefix + "{DD}{NN}");
        addNumericSequence(type.wireName(), type.wireName() + " plain", prefix + "{NNNNN}");
      }
    }
  }

  @Override
  public synchronized void clear() {
    sequences.clear();
  }

  @Override
  public synchronized int addNumericSequence(
      String documentType, String name, String numberFormat) {
    DocumentType type = DocumentType.parse(documentType);
    if (type == null) {
      throw new IllegalArgumentException(
          "documentType must be the name or number of a type, but is " + documentType);
    }
    if (formatTaken(numberFormat, null)) {
      throw new IllegalArgumentException(
          "numberFormat must be unique, but there is a sequence with " + numberFormat);
    }
    LocalDateTime now = now();
    boolean first = defaultOf(type) == null;
    int id = nextId++;
    sequences.put(
        id, new NumericSequence(id, type, name, numberFormat, first, 0, now.getYear(), now, now));
    return id;
  }

  @Override
  public synchronized void lastNumber(int sequenceId, int number) {
    if (number < 0) {
      throw new IllegalArgumentException("number must be 0 or more, but is " + number);
    }
    sequences.put(sequenceId, get(sequenceId).withLastNumber(number));
  }

  @Override
  public synchronized int lastNumber(int sequenceId) {
    return get(sequenceId).lastNumber();
  }

  @Override
  public synchronized void revokeTokens() {
    tokens.revokeAll();
  }

  @Override
  public synchronized int tokensIssued() {
    return tokens.issued();
  }

  @Override
  public synchronized void tokenLifetime(Duration lifetime) {
    if (lifetime.toSeconds() < 1) {
      throw new IllegalArgumentException("lifetime must be a second or more, but is " + lifetime);
    }
    tokens.lifetime(lifetime);
  }

  @Override
  public synchronized void refuseTokens(int authErrorCode) {
    tokens.refusal(authErrorCode);
  }

  @Override
  public synchronized void acceptTokens() {
    tokens.refusal(null);
  }

  @Override
  public SlidingRateLimit rateLimit() {
    return rateLimit;
  }

  Tokens tokens() {
    return tokens;
  }

  synchronized List<NumericSequence> all() {
    return List.copyOf(sequences.values());
  }

  synchronized @Nullable NumericSequence find(long id) {
    return id > Integer.MAX_VALUE ? null : sequences.get((int) id);
  }

  synchronized @Nullable NumericSequence defaultOf(DocumentType type) {
    return sequences.values().stream()
        .filter(sequence -> sequence.documentType() == type && sequence.isDefault())
        .findFirst()
        .orElse(null);
  }

  synchronized boolean formatTaken(String numberFormat, @Nullable Integer exceptId) {
    return sequences.values().stream()
        .anyMatch(
            sequence ->
                sequence.numberFormat().equals(numberFormat)
                    && !Integer.valueOf(sequence.id()).equals(exceptId));
  }

  /** Puts a changed sequence in place; a new default takes the mark from the type's old one. */
  synchronized void replace(NumericSequence changed) {
    if (changed.isDefault()) {
      sequences.replaceAll(
          (id, other) ->
              other.documentType() == changed.documentType() ? other.withDefault(false) : other);
    }
    sequences.put(changed.id(), changed);
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  LocalDateTime now() {
    return LocalDateTime.now(clock);
  }

  private NumericSequence get(int id) {
    NumericSequence sequence = sequences.get(id);
    if (sequence == null) {
      throw new IllegalArgumentException("sequenceId must exist, but there is no sequence " + id);
    }
    return sequence;
  }
}
