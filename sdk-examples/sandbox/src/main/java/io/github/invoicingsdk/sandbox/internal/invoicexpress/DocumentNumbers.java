package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives finalised documents their numbers: per series and type, rising by one, by date. Guarded by
 * the account's lock.
 */
final class DocumentNumbers {
  private final SeriesBook series;
  private final Map<Long, List<Long>> given = new HashMap<>();
  private final Map<Long, LocalDate> lastDates = new HashMap<>();

  DocumentNumbers(SeriesBook series) {
    this.series = series;
  }

  void clear() {
    given.clear();
    lastDates.clear();
  }

  /** The numbers that documents of a type took in a series, in the order they took them. */
  List<Long> given(Series of, Numbering numbering) {
    return List.copyOf(given.getOrDefault(of.sequenceId(numbering), List.of()));
  }

  /** The series that a request names by its id for the type, or the default one. */
  @Nullable Series find(Numbering numbering, JsonObject sent) {
    String id = Fields.text(sent, "sequence_id");
    return series.all().stream()
        .filter(
            candidate ->
                id == null
                    ? series.isDefault(candidate)
                    : Long.toString(candidate.sequenceId(numbering)).equals(id))
        .findFirst()
        .orElse(null);
  }

  @Nullable Series named(String name) {
    return series.all().stream()
        .filter(candidate -> candidate.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  /** Why a document cannot be numbered, or null if it can. */
  @Nullable Refusal refusal(Numbering numbering, Series of, LocalDate date) {
    if (series.portuguese && of.code(numbering).equals(Series.NOT_REGISTERED)) {
      return new Refusal("serie", "A série não está registada na Autoridade Tributária");
    }
    LocalDate last = lastDates.get(of.sequenceId(numbering));
    return last != null && date.isBefore(last)
        ? new Refusal(
            "payment_date", "A data não pode ser anterior a " + DocumentDates.format(last))
        : null;
  }

  /** Takes the next number, which nothing may stand against. */
  Document.Issue take(Numbering numbering, Series of, LocalDate date) {
    long sequenceId = of.sequenceId(numbering);
    long number = of.lastNumber(numbering) + 1;
    of.lastNumber(numbering, number);
    given.computeIfAbsent(sequenceId, key -> new ArrayList<>()).add(number);
    lastDates.put(sequenceId, date);
    String code = of.code(numbering);
    boolean coded = !code.equals(Series.NOT_REGISTERED) && !code.equals(Series.NOT_RELEVANT);
    return new Document.Issue(sequenceId, of.name(), number, coded ? code + "-" + number : code);
  }

  /**
   * Why there is no number.
   *
   * @param paymentMember which member of a payment is at fault
   */
  record Refusal(String paymentMember, String message) {}
}
