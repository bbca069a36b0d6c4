package io.github.invoicingsdk.sandbox.internal.idoklad;

import com.google.gson.JsonObject;
import io.github.invoicingsdk.sandbox.CannedResponse;
import io.github.invoicingsdk.sandbox.internal.http.Json;
import io.github.invoicingsdk.sandbox.internal.http.RefusedException;
import io.github.invoicingsdk.sandbox.internal.http.Request;
import io.github.invoicingsdk.sandbox.internal.http.Router;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** v3's four operations on numeric sequences. */
final class V3NumericSequences {
  private static final int MAX_PAGE_SIZE = 200;
  private static final int MAX_YEAR = 9999;

  private final Agenda agenda;

  V3NumericSequences(Agenda agenda) {
    this.agenda = agenda;
  }

  void addTo(Router router) {
    router
        .add("GET", "/NumericSequences", this::list)
        .add("PATCH", "/NumericSequences", this::patch)
        .add("GET", "/NumericSequences/{id}", this::detail)
        .add("GET", "/NumericSequences/DocumentNumbers/{documentType}", this::documentNumbers);
  }

  private CannedResponse list(Request request) {
    if (sent(request, "select") != null) {
      throw refuse(400, "select: the sandbox does not simulate it");
    }
    String filter = sent(request, "filter");
    try {
      return Envelope.success(
          new Listing(request)
              .page(
                  agenda.all(),
                  filter == null ? sequence -> true : V3Filter.parse(filter),
                  MAX_PAGE_SIZE,
                  "Items",
                  NumericSequence::toV3));
    } catch (InvalidQueryException e) {
      return Envelope.failure(400, 0, String.valueOf(e.getMessage()));
    }
  }

  private CannedResponse detail(Request request) {
    NumericSequence sequence = existing(request.path("id"));
    Integer year = integer(request, "year", 1, MAX_YEAR);
    return Envelope.success((year == null ? sequence : sequence.inYear(year)).toV3());
  }

  private CannedResponse patch(Request request) {
    JsonObject body = Json.readObject(request.recorded().body());
    if (body == null) {
      throw refuse(400, "The body is not a JSON object");
    }
    SequencePatch patch = new SequencePatch(body);
    NumericSequence old = existing(Integer.toString(patch.id()));
    NumericSequence changed = patch.applyTo(old, agenda);
    agenda.replace(changed);
    return Envelope.success(changed.toV3());
  }

  private CannedResponse documentNumbers(Request request) {
    DocumentType type = DocumentType.parse(request.path("documentType"));
    if (type == null) {
      throw refuse(400, "documentType: '" + request.path("documentType") + "' is not known");
    }
    LocalDate date = date(request);
    NumericSequence sequence = sequence(request, type).inYear(date.getYear());
    Integer asked = integer(request, "documentSerialNumber", 0, Integer.MAX_VALUE);
    long next = sequence.nextNumber();
    JsonObject numbers = new JsonObject();
    numbers.add("Unique", number(sequence, date, next));
    numbers.add("Custom", number(sequence, date, asked == null ? next : asked));
    return Envelope.success(numbers);
  }

  private static JsonObject number(NumericSequence sequence, LocalDate date, long serial) {
    String documentNumber = sequence.documentNumber(date, serial);
    JsonObject json = new JsonObject();
    json.addProperty("DocumentNumber", documentNumber);
    json.addProperty("DocumentSerialNumber", serial);
    json.addProperty("IsUnique", serial > sequence.lastNumber());
    json.addProperty("NumericSequenceId", sequence.id());
    json.addProperty("VariableSymbol", NumberFormats.variableSymbol(documentNumber));
    return json;
  }

  private NumericSequence sequence(Request request, DocumentType type) {
    String id = sent(request, "numericSequenceId");
    if (id == null) {
      NumericSequence byDefault = agenda.defaultOf(type);
      if (byDefault == null) {
        throw refuse(404, "There is no default NumericSequence for " + type.wireName() + ".");
      }
      return byDefault;
    }
    NumericSequence sequence = existing(id);
    if (sequence.documentType() != type) {
      throw refuse(400, "numericSequenceId: " + id + " does not number " + type.wireName());
    }
    return sequence;
  }

  private NumericSequence existing(String id) {
    NumericSequence sequence = null;
    try {
      sequence = agenda.find(Long.parseLong(id));
    } catch (NumberFormatException e) {
      throw refuse(400, "Id: '" + id + "' is not an integer");
    }
    if (sequence == null) {
      throw refuse(404, "NumericSequence with id " + id + " was not found.");
    }
    return sequence;
  }

  private LocalDate date(Request request) {
    String date = sent(request, "date");
    if (date == null) {
      return agenda.today();
    }
    try {
      return LocalDate.parse(date);
    } catch (DateTimeException e) {
      throw refuse(400, "date: '" + date + "' is not of the form yyyy-MM-dd");
    }
  }

  private static @Nullable Integer integer(Request request, String name, int min, int max) {
    String text = sent(request, name);
    if (text == null) {
      return null;
    }
    int number = min - 1;
    try {
      number = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      number = min - 1;
    }
    if (number < min || number > max) {
      throw refuse(400, name + ": '" + text + "' is not an integer from " + min + " to " + max);
    }
    return number;
  }

  /** A parameter's value; one that is sent empty counts as not sent. */
  private static @Nullable String sent(Request request, String name) {
    String value = request.query(name);
    return value == null || value.isEmpty() ? null : value;
  }

  private static RefusedException refuse(int status, String message) {
    return new RefusedException(Envelope.failure(status, 0, message));
  }
}
